"""Nouns and prepositions: things met, places named, parts of them."""

from __future__ import annotations

from dataclasses import replace

from engine.script.attachment import Attachment
from engine.script.clothes import ClothesReader
from engine.script.drawable import TRUE_UNSAID
from engine.script.entities import Entity
from engine.script.lexicon_setting import near_places, premises
from engine.script.lexicon_things import ARRANGED
from engine.script.lexicon_verbs import PARTICLES, verb_forms
from engine.script.lexicon_words import ADJECTIVES, DETERMINERS, PLACEMENT, PREPOSITIONS
from engine.script.noun_phrase import NounPhrase
from engine.script.reading import Reading
from engine.script.tokens import longest

_MEASURES = frozenset("height meter metre mile inch speed second minute time moment".split())
_GROUNDS = {
    "wave": "beach", "waves": "beach",
    "grass": "meadow", "lawn": "meadow", "sand": "beach", "road": "street", "sidewalk": "street",
    "pavement": "street", "curb": "street", "carpet": "room", "rug": "room", "ceiling": "room",
    "windowsill": "room",
}  # fmt: skip
_PASSING = frozenset({"past", "behind", "towards", "toward", "away from", "opposite"})
_BESIDE = frozenset({"outside", "in front of", "near", "next to", "beside", "by", "around"})
_BODY = frozenset(
    "face head hand hands foot feet leg legs arm arms eyes eye mouth wings finger fingers".split()
)


class NounReader:
    """Reads noun phrases and the prepositions that lead to them."""

    def __init__(self, reading: Reading, clothes: ClothesReader, attachment: Attachment) -> None:
        self._now = reading
        self._clothes = clothes
        self._attachment = attachment

    def read_preposition(self, at: int) -> int:
        """Reads a preposition, which waits for its noun; how many tokens it took."""
        now = self._now
        match = longest(now.tokens, at, PREPOSITIONS, 6)
        if match is None or match[3]:
            return 0
        size, preposition, _, _ = match
        follows = now.chunker.phrase(at + size)
        form = verb_forms().get(now.word(at + size))
        if preposition == "to" and form is not None and form[1] == "base":
            now.to = True
            return 1
        if now.word(at + size) in ("which", "whom") and now.last:
            now.fronted = (preposition, now.last[-1])
            now.draft, now.role, now.subjects, now.last = None, "", [], []
            return size + 1
        if follows is None:
            draft = now.draft
            if draft is not None and draft.particle == now.word(at):
                draft.particle = ""
            elif draft is not None and not draft.preposition and preposition in PARTICLES:
                draft.adverbs.append(preposition)
            return size
        now.preposition = preposition
        return size

    def read(self, at: int) -> int:
        """Reads a noun phrase; how many tokens it took."""
        now = self._now
        phrase = now.chunker.phrase(at)
        if phrase is None:
            return 0
        if now.word(at) == "that" and (
            phrase.kind == "unknown"
            or now.word(at + 1) in DETERMINERS
            or now.role == "subject"
            or phrase.count > 1
        ):
            return 0
        if now.word(at) == "back" and not now.preposition and now.draft is not None:
            now.add_adverb("back")
            return 1
        now.strange.extend(phrase.strange)
        size = phrase.end - at
        if phrase.kind == "unknown":
            self._after_unknown(phrase)
            return size
        self._read_known(self._seen_from(phrase))
        return size

    def _seen_from(self, phrase: NounPhrase) -> NounPhrase:
        """``in a shop`` is a place, ``past a shop`` is a building."""
        preposition = self._now.preposition
        within = ("in", "inside", "through", "into", "within", "across", "of")
        if phrase.kind == "thing" and phrase.noun in near_places() and preposition in within:
            return replace(phrase, kind="place", name=near_places()[phrase.noun], asked=phrase.noun)
        indoors = preposition == "inside" or (preposition == "in" and not self._now.subjects)
        if phrase.kind == "thing" and phrase.name == "house" and indoors and not phrase.asked:
            return replace(phrase, kind="place", name="room")
        outside = preposition in _PASSING | _BESIDE
        if phrase.kind == "place" and phrase.noun in premises() and outside:
            return replace(phrase, kind="thing", name="building", asked=phrase.noun)
        return phrase

    def _read_known(self, phrase: NounPhrase) -> None:
        now = self._now
        if phrase.place:
            now.note_place(phrase.place, "", 1)
        if phrase.kind == "place":
            vague = phrase.noun in ("interior", "indoors", "house interior")
            rank = 0 if now.preposition in _PASSING or vague else 3 if now.preposition else 2
            now.note_place(phrase.name, phrase.asked, rank)
            self._report_adjectives(phrase)
            self._attach_words(phrase.name, phrase)
        elif phrase.kind == "fixture":
            self._attach_words(phrase.noun, phrase)
            self._report_adjectives(phrase)
        elif self._is_deed(phrase):
            now.strange.append(phrase.start)  # "ties it": a word for clothes that does something
        elif phrase.kind == "clothes":
            self._clothes.attach(phrase)
        elif phrase.name == "other":
            now.preposition = ""
        else:
            self._attachment.attach(phrase)

    def _is_deed(self, phrase: NounPhrase) -> bool:
        single = phrase.kind == "clothes" and phrase.end - phrase.start == 1
        return single and self._now.chunker.phrase(phrase.end) is not None

    def _report_adjectives(self, phrase: NounPhrase) -> None:
        """A place looks as it looks: what else its adjectives ask for is not drawn."""
        for at in range(phrase.start, phrase.end):
            word = self._now.word(at)
            if word in phrase.written and word in ADJECTIVES - TRUE_UNSAID:
                self._now.strange.append(at)

    def _after_unknown(self, phrase: NounPhrase) -> None:
        """Nothing was made of it, so what it would do has nobody to do it."""
        now = self._now
        if now.preposition:
            now.preposition = ""
        elif now.draft is None or (now.joined and now.word(phrase.end) in verb_forms()):
            now.subjects, now.last, now.draft = [], [], None
            now.subjects_before = []

    def _attach_words(self, name: str, phrase: NounPhrase) -> None:
        """A place or a part of it: where something is, or what something happens to."""
        now = self._now
        draft = now.draft
        if name in ("edge", "side", "rim") and now.preposition in ("off", "over", "from"):
            steady = now.entities.last_steady()
            name = name if steady is None else steady.label
        if name in _GROUNDS:
            now.note_place(_GROUNDS[name], "", 0)
        if phrase.noun in _MEASURES:
            now.preposition = ""
            return
        if self._read_body(phrase) or self._acts_unseen(phrase):
            return
        if now.preposition:
            if draft is not None and now.role != "subject":
                if not draft.preposition:
                    draft.preposition, draft.target = now.preposition, name
            elif (
                now.last and phrase.kind == "fixture" and now.preposition in PLACEMENT
                and phrase.noun not in _BODY
                and not now.comma
            ):  # fmt: skip
                for entity in now.last:
                    entity.where = entity.where or (PLACEMENT[now.preposition], name)
            now.preposition = ""
        elif draft is not None and now.role == "verb" and name in ("left", "right"):
            draft.adverbs.append(name)
        elif draft is not None and now.role == "verb":
            draft.object_words = name
            now.role = "object"
            now.last = []
        now.joined = now.comma = False

    def _acts_unseen(self, phrase: NounPhrase) -> bool:
        """``a wave rolls in``: a part of the place does it, so nobody else does."""
        now = self._now
        form = verb_forms().get(now.word(phrase.end), ("", ""))
        bent = ("s", "past", "base") if phrase.count > 1 else ("s", "past")
        starts = now.draft is None or now.joined or now.comma
        if phrase.kind != "fixture" or now.preposition or not starts or form[1] not in bent:
            return False
        if form[0] == "be" or phrase.noun in ARRANGED or now.chunker.phrase(phrase.end) is not None:
            return False
        now.draft, now.role = None, ""
        now.subjects, now.last, now.subjects_before = [], [], []
        return True

    def _read_body(self, phrase: NounPhrase) -> bool:
        """``a hand knocks it over``: whose hand it is acts; somebody comes if nobody is there."""
        now = self._now
        relative = now.word(phrase.end) in ("that", "which")
        form = verb_forms().get(now.word(phrase.end + relative))
        if phrase.noun in _BODY and now.preposition == "by" and now.draft and now.draft.passive:
            now.draft.subjects, now.preposition = [self._owner()], ""
            return True
        part = now.word(phrase.start) == "its" and not now.preposition
        whole = now.entities.meant("thing") if part and form is not None else None
        if whole is not None and form is not None and form[1] == "ing":
            now.draft, now.role = None, "subject"
            now.subjects = now.last = [whole]  # "a car, its lights flashing"
            return True
        if phrase.noun not in _BODY or now.preposition or form is None:
            return False
        if form[1] == "ing" and (now.subjects or now.draft is not None):
            return False
        owner = self._owner()
        now.draft = None
        now.subjects = now.last = [owner]
        now.role = "subject"
        now.joined = now.comma = False
        return True

    def _owner(self) -> Entity:
        """Whose hand it is: who was spoken of last, or somebody who comes."""
        met = self._now.entities
        return met.last_person() or met.met(NounPhrase(0, 1, "thing", "person", "person"))
