"""Clauses: who does what to whom, where and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engine.script.breakdown import Action, DialogueLine, Substitution
from engine.script.dialogue import SpokenLine, is_narrator
from engine.script.entities import Entities, Entity
from engine.script.lexicon_setting import near_places
from engine.script.lexicon_things import ANIMALS
from engine.script.lexicon_verbs import (
    CAUSING,
    INVARIANT,
    LASTING,
    LIGHT_VERBS,
    PARTICLES,
    SPEAKING,
    verb_forms,
    verb_meanings,
)
from engine.script.lexicon_words import (
    ADJECTIVES,
    ADVERBS,
    CLOTHES,
    DETERMINERS,
    NUMBERS,
    PLACEMENT,
    PREPOSITIONS,
    PRONOUNS,
    SILENT,
)
from engine.script.phrases import Chunker, NounPhrase
from engine.script.setting import Setting
from engine.script.tokens import Token, longest, tokens_of

_LATER = frozenset("then afterwards afterward next finally later eventually subsequently".split())
_TOGETHER = frozenset({"while", "as", "meanwhile", "whilst", "simultaneously", "where"})
_EARLIER = frozenset({"after", "when", "once", "whenever"})
_FOLLOWING = frozenset({"until", "before", "so", "till"})
_SEPARABLE = frozenset({"pick up", "put down", "knock over", "stack", "open", "close", "light"})
_RESTING = frozenset({"sit", "stand", "lie", "swing", "float"})
_SOUNDING = {
    "bark": "dog", "meow": "cat", "chirp": "bird", "honk": "horn", "whistle": "whistle",
    "clap": "applause", "laugh": "laugh", "type": "typing",
}  # fmt: skip
_MANNERS = dict.fromkeys(
    ("side by side", "one by one", "one after another", "at once", "all at once", "in circles",
     "for a moment", "at full speed", "over and over", "back and forth", "up and down",
     "hand in hand", "face to face", "in a circle", "on its own", "by itself", "by mistake"), ""
)  # fmt: skip
_MEASURES = frozenset("height meter metre mile inch speed second minute time moment".split())
_GROUNDS = {
    "wave": "beach", "waves": "beach",
    "grass": "meadow", "lawn": "meadow", "sand": "beach", "road": "street", "sidewalk": "street",
    "pavement": "street", "curb": "street", "carpet": "room", "rug": "room", "ceiling": "room",
    "windowsill": "room",
}  # fmt: skip
_MOVERS = frozenset("car bus bicycle robot balloon".split())
_BODY = frozenset("face head hand hands foot feet leg legs arm arms eyes eye mouth wings".split())


@dataclass(eq=False)
class Draft:
    """An action while its clause is read."""

    verb: str
    kind: str
    subjects: list[Entity]
    order: float
    passive: bool = False
    objects: list[Entity] = field(default_factory=list)
    object_words: str = ""
    preposition: str = ""
    target: str = ""
    adverbs: list[str] = field(default_factory=list)
    base: str = ""
    quoted: bool = False


class ClauseReader:
    """Reads the tokens that camera and setting left over, from left to right."""

    def __init__(
        self,
        tokens: Sequence[Token],
        chunker: Chunker,
        entities: Entities,
        setting: Setting,
        lines: tuple[SpokenLine, ...],
    ) -> None:
        self._tokens = tokens
        self._chunker = chunker
        self._setting = setting
        self._lines = lines
        self.entities = entities
        self.strange: list[int] = []
        self.substituted: list[Substitution] = []
        self.place = ""
        self._drafts: list[Draft] = []
        self._implied: list[Draft] = []
        self._speakers: dict[int, tuple[str, str]] = {}
        self._quotes: list[int] = []
        self._order = 0.0
        self._place_rank = 0
        self._group: list[Entity] = []
        self._subjects_before: list[Entity] = []
        self._begin_sentence()

    def _begin_sentence(self) -> None:
        self._subjects: list[Entity] = []
        self._last: list[Entity] = []
        self._role = ""
        self._draft: Draft | None = None
        self._preposition = ""
        self._joined = False
        self._comma = False
        self._be = False
        self._to = False
        self._adverbs: list[str] = []
        self._after: float | None = None
        self._gap: list[Entity] = []
        self._relative_verb = -1
        self._fronted: tuple[str, Entity] | None = None
        self._resume: list[Entity] = []
        self._first_of_sentence = len(self._drafts)

    # -- the walk -----------------------------------------------------------------------------

    def read(self) -> None:
        """Reads everything."""
        at = 0
        while at < len(self._tokens):
            at += max(1, self._step(at))
        self._end_sentence()

    def _step(self, at: int) -> int:
        """Reads what stands at ``at``; how many tokens that took."""
        token = self._tokens[at]
        if token.kind == "quote":
            return self._read_quote(at, token.quote)
        if token.kind == "mark":
            return self._read_mark(token)
        return (
            self._read_timing(at)
            or self._read_clothes(at)
            or self._read_verb(at)
            or self._read_preposition(at)
            or self._read_noun(at)
            or self._read_small(at)
        )

    def _word(self, at: int) -> str:
        return self._chunker.word(at)

    def _read_mark(self, token: Token) -> int:
        if token.lower in ".!?;\n…":
            self._end_sentence()
        else:
            self._comma = True
            self._preposition = ""
            if self._after is not None and self._drafts:
                self._order, self._after = self._after, None
                self._draft, self._subjects, self._role = None, [], ""
        return 1

    def _end_sentence(self) -> None:
        self._assign_quotes()
        if len(self._drafts) > self._first_of_sentence:
            self._order = max(draft.order for draft in self._drafts) + 1
        self._begin_sentence()

    def _read_timing(self, at: int) -> int:
        word, after = self._word(at), self._word(at + 1)
        manner = longest(self._tokens, at, _MANNERS)
        if manner is not None:
            self._read_adverb(manner[2])
            return manner[0]
        if word in ("both", "all") and after in verb_forms() and (
            self._chunker.phrase(at + 1) is None
        ):  # fmt: skip
            if word == "both" and len(self.entities.all) > 1:
                self._draft = None
                self._subjects = self._last = self.entities.all[-2:]
                self._role = "subject"
            return 1
        if after == "times" and (word in NUMBERS or word.isdigit()):
            self._read_adverb(f"{word} times")
            return 2
        if word in ("after", "following") and after in ("that", "this", "which"):
            self._later()
            return 2
        if word == "at" and after == "the" and self._word(at + 2) == "same":
            return 4
        if word in _LATER and self._word(at - 1) not in DETERMINERS:
            self._later()
            return 1
        if word in _TOGETHER and not (word == "as" and after in ("a", "an") and not self._clause(
                at + 1)):  # fmt: skip
            if self._clause(at + 1):
                self._new_clause()
                return 1 + (word == "as" and after in ("soon", "if"))
            return 1 if word != "as" else 0
        if word in _EARLIER and self._clause(at + 1):
            if self._drafts and len(self._drafts) > self._first_of_sentence:
                self._order = self._drafts[-1].order - 0.5
                self._new_clause()
            else:
                self._after = self._order + 1
            return 1
        if word in _FOLLOWING and self._clause(at + 1):
            self._order += 1
            self._new_clause()
            return 1 + (self._word(at + 1) == "that")
        if word in ("causing", "making", "letting", "sending") and self._draft is not None:
            self._order += 1
            self._new_clause()
            return 1
        return 0

    def _clause(self, at: int) -> bool:
        """Does a clause (a noun phrase and its verb, or a verb in -ing) start here?"""
        form = verb_forms().get(self._word(at))
        if form is not None and form[1] == "ing":
            return True
        phrase = self._chunker.phrase(at)
        if phrase is None:
            return self._word(at) in ("someone", "there")
        end = phrase.end
        while self._word(end) in ADVERBS or self._word(end).endswith("ly"):
            end += 1
        while self._word(end) in ("in", "on", "at", "of", "with"):
            inner = self._chunker.phrase(end + 1)
            if inner is None:
                break
            end = inner.end
        word = self._word(end)
        acts = word.endswith(("s", "ed")) and word not in SILENT
        return word in verb_forms() or (acts and self._chunker.phrase(end) is None)

    def _later(self) -> None:
        if self._drafts:
            self._order = max(self._order, self._drafts[-1].order) + 1
        self._draft, self._role, self._preposition = None, "", ""
        self._joined = True

    def _new_clause(self) -> None:
        self._draft, self._role, self._preposition = None, "", ""
        self._subjects_before = self._subjects
        self._subjects = []
        self._joined = False

    # -- clothes ------------------------------------------------------------------------------

    def _read_clothes(self, at: int) -> int:
        """``in a red coat``, ``wearing a hat``, ``with long hair``: attributes of who was named."""
        start = at
        if self._word(start) in ("is", "are", "was", "'s") and self._word(start + 1) in (
            "wearing", "dressed"):  # fmt: skip
            start += 1
        opener = self._word(start)
        if opener not in ("in", "wearing", "with", "wears", "dressed", "wore"):
            return 0
        owner = next((entity for entity in [*reversed(self._last), *self._subjects]
                      if entity.is_person or opener != "in"), None)  # fmt: skip
        if owner is None:
            return 0
        end = start + 1 + (opener == "dressed")
        found = False
        while True:
            piece_end, words = self._garment(end)
            if not words:
                break
            found = True
            owner.attributes.append(words)
            end = piece_end
            joint = end
            if joint < len(self._tokens) and self._tokens[joint].lower in (",", "and"):
                joint += 1
            if joint > end and self._word(joint) == "and":
                joint += 1
            if joint == end or not self._garment(joint)[1]:
                break
            end = joint
        return end - at if found else 0

    def _garment(self, at: int) -> tuple[int, str]:
        words: list[str] = []
        while self._word(at) in DETERMINERS or self._word(at) in ("long", "pair", "of"):
            if self._word(at) == "long":
                words.append("long")
            at += 1
        start = at
        while self._word(at) and at < start + 4:
            word = self._word(at)
            words.append(word)
            at += 1
            if word in CLOTHES:
                if self._word(at) in CLOTHES:
                    continue
                return at, " ".join(words)
            if word not in ADJECTIVES and self._word(at) not in CLOTHES and word != "and":
                break
        return at, ""

    # -- verbs --------------------------------------------------------------------------------

    def _read_verb(self, at: int) -> int:
        word = self._word(at)
        form = verb_forms().get(word)
        if form is None or not self._verb_here(at, form):
            return 0
        base, kind = form
        if base == "be":
            return self._read_be(at)
        if (base == "have" and kind != "ing") or base == "do":
            after = verb_forms().get(self._word(at + 1))
            self._to = after is not None
            if after is None and base == "have" and self._subjects:
                self._role = "object"
                self._draft = Draft("have", kind, self._subjects, self._order)
            return 1
        if base in LIGHT_VERBS and base not in verb_meanings():
            return self._read_light(at, base, kind)
        return self._read_full(at, base, kind)

    def _verb_here(self, at: int, form: tuple[str, str]) -> bool:
        """Is the word a verb here, and no noun or adjective?"""
        base, kind = form
        word = self._word(at)
        if base == "be":
            return True
        if self._word(at - 1) in ("a", "an", "the") or (
            self._comma and self._role == "subject" and kind == "s" and not self._joined
            and self._chunker.phrase(at) is not None
        ):  # fmt: skip
            return False
        noun = self._chunker.phrase(at)
        if noun is None:
            return word != "like" or bool(self._subjects)
        if self._to or (self._be and kind in ("ing", "past", "participle")):
            return True
        if noun.kind in ("pronoun", "person"):
            return False
        follows_noun = bool(self._last) and self._role in ("subject", "object", "target")
        if self._preposition and kind != "ing":
            return False
        if follows_noun and not self._joined and not (self._comma and kind == "base"):
            return True
        if self._joined and self._draft is not None:
            return kind == self._draft.kind
        if kind == "ing":
            return (noun.end - noun.start == 1 and noun.kind != "thing") or bool(self._subjects)
        return False

    def _read_be(self, at: int) -> int:
        self._be = True
        if self._draft is None or self._role in ("object", "target"):
            if self._role in ("object", "target") and self._last and not self._joined:
                self._subjects = self._last
            self._draft = None
        after = self._word(at + 1)
        if after in ADJECTIVES and self._subjects and self._chunker.phrase(at + 1) is None:
            form = verb_forms().get(after)
            if form is None:
                for entity in self._subjects:
                    entity.attributes.append(after)
                return 2
        return 1

    def _read_light(self, at: int, base: str, kind: str) -> int:
        if base in ("wear",):
            return 1
        if base in CAUSING and self._draft is not None:
            self._order += 1
        self._to = self._word(at + 1) == "to" or base not in CAUSING
        if base in CAUSING:
            self._to = False
            self._draft = Draft(base, kind, list(self._subjects), self._order)
            self._role = "verb"
        return 1

    def _read_full(self, at: int, base: str, kind: str) -> int:
        size, canonical = self._phrasal(at, base)
        done = kind in ("past", "participle") or (base in INVARIANT and kind == "base")
        passive = (self._be and done) or (
            done and self._role in ("subject", "object", "target") and self._word(at + size) == "by"
        )
        reduced = kind == "ing" and self._role == "subject" and self._draft is None
        subjects = self._subjects_of_verb(kind, at)
        if reduced and not self._be:
            self._resume, self._relative_verb = list(subjects), at
        order = self._order_of(canonical, kind, subjects)
        if canonical is None:
            self.strange.append(at)
            canonical = ""
        draft = Draft(canonical, kind, subjects, order, passive, base=base)
        if passive:
            draft.objects, draft.subjects = list(subjects), []
        draft.adverbs, self._adverbs = self._adverbs, []
        if self._gap:
            draft.objects, self._resume, self._gap = self._gap, self._gap, []
        self._drafts.append(draft)
        self._draft, self._role = draft, "verb"
        self._joined = self._comma = self._be = self._to = False
        self._preposition = ""
        self._make_sound(canonical, subjects)
        if base == "knock" and canonical == "hit" and self._word(at + size) in ("on", "at"):
            self._setting.add_sound("knock")
        if len(draft.subjects) > 1:
            self._group = list(draft.subjects)
        return size

    def _phrasal(self, at: int, base: str) -> tuple[int, str | None]:
        """The longest verb phrase known (``pick up``), and how many tokens to take for it."""
        meanings = verb_meanings()
        following = [self._word(at + step) for step in (1, 2)]
        for size in (2, 1):
            phrase = " ".join([base, *following[:size]])
            if phrase not in meanings or not following[size - 1]:
                continue
            canonical = meanings[phrase]
            prepositional = following[size - 1] in PREPOSITIONS
            noun = self._chunker.phrase(at + size + 1)
            if prepositional and noun is not None and canonical not in _SEPARABLE:
                # "crashes into the wall": the preposition still leads to its noun.
                return size, canonical
            return size + 1, canonical
        split = self._separated(at, base)
        if split:
            return 1, split
        return 1, meanings.get(base)

    def _separated(self, at: int, base: str) -> str:
        """``picks the cup up``: the particle comes after the object."""
        noun = self._chunker.phrase(at + 1)
        if noun is None:
            return ""
        particle = self._word(noun.end)
        canonical = verb_meanings().get(f"{base} {particle}", "")
        if particle in PARTICLES and canonical in _SEPARABLE:
            after = self._chunker.phrase(noun.end + 1)
            return "" if after is not None and base not in ("knock", "tip", "pick") else canonical
        return ""

    def _subjects_of_verb(self, kind: str, at: int) -> list[Entity]:
        """Who acts: the clause's subject, or the noun just before a participle."""
        resumes = at != self._relative_verb and not (self._joined or self._gap)
        if self._resume and kind in ("s", "past", "base") and resumes:
            self._subjects, self._resume = self._resume, []
            return list(self._subjects)
        causing = self._draft is not None and self._draft.verb in CAUSING and self._draft.objects
        if causing and self._draft is not None:
            return list(self._draft.objects)
        seeing = self._draft is not None and self._draft.verb == "look" and not self._joined
        if seeing and self._draft is not None and self._draft.objects and kind in ("base", "ing"):
            return list(self._draft.objects)
        close = self._role in ("object", "target") and not (self._comma or self._joined or self._to)
        if close and self._last and (kind in ("ing", "participle", "s", "past")):
            if kind != "ing" or self._role == "target" or self._be:
                if kind != "ing" or self._could_act(self._last):
                    self._subjects = list(self._last)
                return list(self._subjects)
            return list(self._last)
        if not self._subjects:
            self._subjects = list(self._subjects_before)
        return list(self._subjects)

    def _could_act(self, who: list[Entity]) -> bool:
        """Rather than the clause's subject: not a table at which somebody sits drinking."""
        animate = any(entity.is_person or entity.name in ANIMALS for entity in self._subjects)
        moving = any(
            entity.is_person or entity.name in ANIMALS or entity.name in _MOVERS
            or entity.name.endswith("ball")
            for entity in who
        )  # fmt: skip
        return moving or not animate

    def _order_of(self, canonical: str | None, kind: str, subjects: list[Entity]) -> float:
        """``and`` leads on, except between two things that go on beside each other."""
        before = self._draft
        listed = self._joined or (self._comma and kind != "ing")
        if before is None or not listed or before.verb in CAUSING or before.verb == "have":
            return self._order
        together = canonical in LASTING and before.verb in LASTING
        same = [e.label for e in before.subjects] == [e.label for e in subjects]
        if same and not together and kind != "ing":
            self._order = before.order + 1
        return self._order

    def _make_sound(self, canonical: str, subjects: list[Entity]) -> None:
        if canonical == "tick":
            self._setting.add_sound("clock")
        elif canonical == "ring":
            phone = any(entity.name in ("phone", "clock") for entity in subjects)
            self._setting.add_sound("phone" if phone else "bell")
        elif canonical in _SOUNDING:
            self._setting.add_sound(_SOUNDING[canonical])
        elif canonical == "sing" and any(entity.name == "bird" for entity in subjects):
            self._setting.add_sound("bird")

    # -- nouns --------------------------------------------------------------------------------

    def _read_preposition(self, at: int) -> int:
        match = longest(self._tokens, at, PREPOSITIONS, 6)
        if match is None or match[3]:
            return 0
        size, preposition, _, _ = match
        follows = self._chunker.phrase(at + size)
        form = verb_forms().get(self._word(at + size))
        if preposition == "to" and form is not None and form[1] == "base":
            self._to = True
            return 1
        if follows is None:
            draft = self._draft
            if draft is not None and not draft.preposition and preposition in PARTICLES:
                draft.adverbs.append(preposition)
            return size
        self._preposition = preposition
        return size

    def _read_noun(self, at: int) -> int:
        phrase = self._chunker.phrase(at)
        if phrase is None:
            return 0
        if self._word(at) == "that" and (
            phrase.kind == "unknown" or self._word(at + 1) in DETERMINERS or self._role == "subject"
        ):
            return 0
        self.strange.extend(phrase.strange)
        size = phrase.end - at
        if phrase.kind == "unknown":
            self._after_unknown(phrase)
            return size
        if (
            phrase.kind == "thing"
            and phrase.noun in near_places()
            and self._preposition in ("in", "inside", "through", "into", "within", "across")
        ):
            near = near_places()[phrase.noun]
            phrase = replace(phrase, kind="place", name=near, asked=phrase.noun)
        if phrase.place:
            self._note_place(phrase.place, "", 1)
        if phrase.kind == "place":
            self._note_place(phrase.name, phrase.asked, 3 if self._preposition else 2)
            self._attach_words(phrase.name, phrase)
        elif phrase.kind == "fixture":
            self._attach_words(phrase.noun, phrase)
        elif phrase.kind == "clothes":
            self._attach_clothes(phrase)
        elif phrase.name == "other":
            self._preposition = ""
        else:
            self._read_entity(phrase)
        return size

    def _after_unknown(self, phrase: NounPhrase) -> None:
        """Nothing was made of it, so what it would do has nobody to do it."""
        if self._preposition:
            self._preposition = ""
        elif self._draft is None or (self._joined and self._word(phrase.end) in verb_forms()):
            self._subjects, self._last, self._draft = [], [], None
            self._subjects_before = []

    def _note_place(self, name: str, asked: str, rank: int) -> None:
        rank = rank * 2 + (not asked)
        if rank > self._place_rank:
            self.place, self._place_rank = name, rank
        if asked:
            self.substituted.append(Substitution(asked=asked, used=name))

    def _attach_words(self, name: str, phrase: NounPhrase) -> None:
        """A place or a part of it: where something is, or what something happens to."""
        draft = self._draft
        if name in _GROUNDS:
            self._note_place(_GROUNDS[name], "", 0)
        if phrase.noun in _MEASURES:
            self._preposition = ""
            return
        if self._read_body(phrase):
            return
        if self._preposition:
            if draft is not None and self._role != "subject":
                if not draft.preposition:
                    draft.preposition, draft.target = self._preposition, name
            elif self._last and phrase.kind == "fixture" and self._preposition in PLACEMENT:
                for entity in self._last:
                    entity.where = entity.where or (PLACEMENT[self._preposition], name)
            self._preposition = ""
        elif draft is not None and self._role == "verb":
            draft.object_words = name
            self._role = "object"
            self._last = []
        self._joined = self._comma = False

    def _read_body(self, phrase: NounPhrase) -> bool:
        """``a hand knocks it over``: whose hand it is acts; somebody comes if nobody is there."""
        form = verb_forms().get(self._word(phrase.end))
        if phrase.noun not in _BODY or self._preposition or form is None or form[1] == "ing":
            return False
        owner = self.entities.last_person()
        if owner is None:
            owner = self.entities.met(NounPhrase(0, 1, "thing", "person", "person"))
        self._draft = None
        self._subjects = self._last = [owner]
        self._role = "subject"
        self._joined = self._comma = False
        return True

    def _attach_clothes(self, phrase: NounPhrase) -> None:
        owner = next(iter(self._subjects), None) or self.entities.last_person()
        words = " ".join([*phrase.attributes, phrase.noun])
        if owner is not None:
            owner.attributes.append(words)
        else:
            self.strange.extend(
                index for index in range(phrase.start, phrase.end)
                if self._word(index) not in DETERMINERS
            )  # fmt: skip
        self._preposition = ""

    def _read_entity(self, phrase: NounPhrase) -> None:
        acting = self._draft.subjects if self._draft is not None else []
        if phrase.kind == "pronoun" and self._read_group(phrase, acting):
            return
        entity = self.entities.met(phrase, acting)
        if phrase.asked:
            self.substituted.append(Substitution(asked=phrase.asked, used=phrase.name))
        for base in phrase.acting:
            canonical = verb_meanings().get(base)
            if canonical is not None:
                self._implied.append(Draft(canonical, "ing", [entity], self._order))
                self._make_sound(canonical, [entity])
        if self._preposition:
            self._attach_after_preposition(entity)
        elif self._starts_clause(phrase.end):
            self._start_clause(entity)
        elif self._draft is None or (self._draft.verb == "" and not self._draft.subjects):
            self._add_subject(entity)
        else:
            self._add_object(entity)
        self._joined = self._comma = False

    def _starts_clause(self, end: int) -> bool:
        """After a complete clause: does this noun have a verb of its own?"""
        if self._draft is None or not (self._joined or self._comma or self._role == "object"):
            return False
        while self._word(end) in ADVERBS or self._word(end).endswith("ly"):
            end += 1
        form = verb_forms().get(self._word(end))
        finite = form is not None and (form[1] in ("s", "past") or self._draft.kind == "ing")
        return finite and (self._joined or self._comma)

    def _start_clause(self, entity: Entity) -> None:
        if self._draft is not None:
            self._order = self._draft.order + (self._draft.verb not in LASTING)
        self._draft = None
        self._subjects = self._last = [entity]
        self._role = "subject"

    def _add_subject(self, entity: Entity) -> None:
        if self._fronted is not None:
            (preposition, there), self._fronted = self._fronted, None
            self._place_beside([entity], preposition, there)
        if self._role == "subject" and (self._joined or self._comma):
            if entity not in self._subjects:
                self._subjects = [*self._subjects, entity]
        else:
            self._subjects = [entity]
        self._last = [entity] if not self._joined else list(self._subjects)
        self._role = "subject"
        self._be = False

    def _add_object(self, entity: Entity) -> None:
        draft = self._draft
        assert draft is not None
        inverted = self._fronted is not None and draft.verb in _RESTING | {"lie", "stand", "walk"}
        if not draft.subjects and (draft.quoted or inverted):
            if self._fronted is not None and not draft.preposition:
                draft.preposition, draft.target = self._fronted[0], self._fronted[1].label
                self._place_beside([entity], *self._fronted)
                self._fronted = None
            draft.subjects = self._subjects = [entity]
            self._role = "subject"
        elif self._role == "target" and (self._joined or self._comma):
            self._last = [entity]
            return
        elif draft.passive and not draft.objects:
            draft.objects.append(entity)
        elif draft.objects and not self._joined and not self._comma and not draft.preposition:
            draft.preposition, draft.target = "to", draft.objects[0].label
            draft.objects = [entity]
        else:
            draft.objects.append(entity)
            self._role = "object"
        self._last = [entity]

    def _read_group(self, phrase: NounPhrase, acting: list[Entity]) -> bool:
        """``they`` for several who acted together; an ``it`` that stands for nothing."""
        known = self.entities.meant(phrase.name, acting)
        if phrase.name == "thing":
            if known is None:
                self._preposition = ""
                if self._draft is None:
                    self._subjects, self._last = [], []
            return known is None
        people = self.entities.people()
        if phrase.name != "many" or known is not None:
            return False
        group = self._group or (people if len(people) > 1 else list(self.entities.all))
        if len(group) < 2:
            self._preposition = "" if group else self._preposition
            return bool(group)
        if self._draft is None or (self._joined and self._word(phrase.end) in verb_forms()):
            self._draft = None
            self._subjects = self._last = list(group)
            self._role = "subject"
        elif self._preposition:
            self._draft.preposition, self._draft.target = self._preposition, group[0].label
        else:
            self._draft.objects.extend(group)
        self._preposition, self._joined, self._comma = "", False, False
        return True

    def _attach_after_preposition(self, entity: Entity) -> None:
        preposition, self._preposition = self._preposition, ""
        draft = self._draft
        if draft is not None and draft.passive and preposition == "by":
            draft.subjects = [entity]
            self._last = [entity]
            self._role = "object"
            return
        if draft is None or self._role == "subject":
            self._place_beside(self._last or self._subjects, preposition, entity)
            if not (self._last or self._subjects):
                self._fronted = (preposition, entity)
            elif self._be:
                self._last = [entity]
            return
        if not draft.preposition:
            draft.preposition, draft.target = preposition, entity.label
            if draft.verb in _RESTING or (not draft.verb and draft.kind != ""):
                self._place_beside(draft.subjects, preposition, entity)
        elif self._role == "target" and preposition in PLACEMENT and self._last:
            self._place_beside(self._last, preposition, entity)
        elif draft.objects and preposition in PLACEMENT and self._role == "object":
            self._place_beside(draft.objects, preposition, entity)
        self._last = [entity]
        self._role = "target"

    def _place_beside(self, who: list[Entity], preposition: str, entity: Entity) -> None:
        relation = PLACEMENT.get(preposition, "")
        if preposition == "with":
            if who and not entity.where and entity not in who:
                entity.where = ("next to", who[0].label)
            return
        for one in who:
            if relation and not one.where and one is not entity:
                one.where = (relation, entity.label)

    # -- small words --------------------------------------------------------------------------

    def _read_small(self, at: int) -> int:
        word = self._word(at)
        if word in ("and", "but", "or", "&"):
            self._joined = True
            self._preposition = ""
        elif word in ("who", "that", "which", "whom"):
            if self._last:
                if self._role == "subject":
                    self._resume = list(self._last)
                inner = self._chunker.phrase(at + 1)
                if inner is not None and self._word(inner.end) in verb_forms():
                    self._gap, self._subjects, self._role = list(self._last), [], ""
                    self._draft = None
                    return 1
                self._subjects = list(self._last)
                self._draft, self._role = None, "subject"
                self._after_relative(at)
        elif word in ADVERBS or (word.endswith("ly") and len(word) > 4):
            self._read_adverb(word)
        elif word in ADJECTIVES:
            target = self._last or self._subjects
            for entity in target:
                entity.attributes.append(word)
            if not target:
                self.strange.append(at)
        elif word in ("will", "would", "can", "could", "should", "must", "might", "to"):
            self._to = True
        elif not (word in SILENT or word in DETERMINERS or word in PREPOSITIONS
                  or word in PRONOUNS or word in PARTICLES or word == "'s"):  # fmt: skip
            return self._read_stranger(at)
        return 1

    def _after_relative(self, at: int) -> None:
        """The verb right after ``who`` belongs to the relative clause, not to what resumes."""
        step = at + 1
        while self._word(step) in ADVERBS or self._word(step) in ("is", "are", "was", "has"):
            step += 1
        self._relative_verb = step

    def _read_adverb(self, word: str) -> None:
        if self._draft is not None and not self._joined:
            self._draft.adverbs.append(word)
        else:
            self._adverbs.append(word)

    def _read_stranger(self, at: int) -> int:
        """An unknown word; a capitalised one that acts is somebody's name."""
        token = self._tokens[at]
        form = verb_forms().get(self._word(at + 1))
        acts = form is not None and form[1] in ("s", "past")
        if token.is_capital and acts and token.text.isalpha() and self._draft is None:
            self._read_entity(NounPhrase(at, at + 1, "person", "person", token.text, definite=True))
            return 1
        self.strange.append(at)
        if self._role == "subject" and self._draft is None:
            self._draft = Draft("", "s", list(self._subjects), self._order)
            self._role = "verb"
        return 1

    # -- what is said -------------------------------------------------------------------------

    def _read_quote(self, at: int, index: int) -> int:
        line = self._lines[index]
        if line.speaker:
            self._speakers[index] = (self._named_speaker(line.speaker), line.manner)
            return 1
        draft = self._draft
        if draft is not None and draft.verb in SPEAKING and draft.subjects:
            self._speakers[index] = self._speaker_of(draft)
            return 1
        self._quotes.append(index)
        return 1 + self._inverted(at + 1)

    def _inverted(self, at: int) -> int:
        """``says the man`` after a quotation: the verb before its subject."""
        start = at
        while (
            at < len(self._tokens)
            and self._tokens[at].kind == "mark"
            and (self._tokens[at].lower == ",")
        ):
            at += 1
        form = verb_forms().get(self._word(at))
        canonical = verb_meanings().get(form[0]) if form is not None else None
        if form is None or canonical not in SPEAKING:
            return at - start
        if self._chunker.phrase(at + 1) is None or self._subjects:
            return at - start
        draft = Draft(canonical, form[1], [], self._order, quoted=True, base=form[0])
        self._drafts.append(draft)
        self._draft, self._role = draft, "verb"
        self._preposition = ""
        return at + 1 - start

    def _named_speaker(self, words: str) -> str:
        if is_narrator(words):
            return "narrator"
        spelled = words.title() if words.isupper() else words
        tokens = tokens_of(spelled)
        phrase = self._chunker_for(tokens).phrase(0)
        if phrase is None and tokens:
            lowered = [Token(t.lower, t.lower, t.kind, t.position) for t in tokens]
            phrase = self._chunker_for(lowered).phrase(0)
        if phrase is None or phrase.kind not in ("thing", "person", "pronoun"):
            phrase = NounPhrase(0, 1, "person", "person", spelled.strip() or "person")
        definite = NounPhrase(
            0, 1, phrase.kind, phrase.name, phrase.noun, phrase.attributes, 1, True
        )
        return self.entities.met(definite).label

    def _chunker_for(self, tokens: Sequence[Token]) -> Chunker:
        return Chunker(tokens, self._chunker._cast)

    def _speaker_of(self, draft: Draft) -> tuple[str, str]:
        manner = SPEAKING.get(draft.verb, "")
        said = [word for word in draft.adverbs if word.endswith("ly")]
        return draft.subjects[0].label, " ".join([*([manner] if manner else []), *said])

    def _assign_quotes(self) -> None:
        """Quotations of a sentence whose speaker the words around them tell."""
        for index in self._quotes:
            speaking = [
                draft for draft in self._drafts[self._first_of_sentence :]
                if draft.verb in SPEAKING and draft.subjects
            ]  # fmt: skip
            if speaking:
                self._speakers[index] = self._speaker_of(speaking[0])
        self._quotes = [index for index in self._quotes if index not in self._speakers]
        person = next((entity for entity in self._subjects if entity.is_person), None)
        if self._quotes and person is not None:
            for index in self._quotes:
                self._speakers[index] = (person.label, "")
            self._quotes = []

    def dialogue(self) -> tuple[DialogueLine, ...]:
        """The lines in order, each with its speaker."""
        result = []
        for index, line in enumerate(self._lines):
            speaker, manner = self._speakers.get(index, ("", ""))
            if not line.line:
                continue
            result.append(DialogueLine(speaker=speaker, line=line.line, manner=manner))
        return tuple(result)

    def settle_speakers(self) -> None:
        """Lines that nobody was found for: who is there says them, or somebody comes."""
        for index, line in enumerate(self._lines):
            if index in self._speakers or not line.line:
                continue
            person = self.entities.last_person()
            if person is None:
                person = self.entities.met(NounPhrase(0, 1, "thing", "person", "person"))
            self._speakers[index] = (person.label, line.manner)

    # -- result -------------------------------------------------------------------------------

    def finished_actions(self) -> tuple[Action, ...]:
        """Actions in order, one for each who acts, ordered from 0."""
        drafts = [draft for draft in self._drafts if draft.verb]
        for draft in drafts:
            if draft.verb == "knock over" and not (draft.objects or draft.object_words):
                draft.verb = "topple"
        doing = {(entity.label, draft.verb) for draft in drafts for entity in draft.subjects}
        drafts += [
            draft for draft in self._implied
            if (draft.subjects[0].label, draft.verb) not in doing
        ]  # fmt: skip
        ranks = {order: rank for rank, order in enumerate(sorted({d.order for d in drafts}))}
        actions: list[Action] = []
        for draft in drafts:
            for subject in [entity.label for entity in draft.subjects] or [""]:
                targets = [entity.label for entity in draft.objects] or [draft.object_words]
                for target in targets:
                    action = Action(
                        verb=draft.verb, subject=subject, object=target,
                        preposition=draft.preposition, target=draft.target,
                        adverbs=tuple(dict.fromkeys(draft.adverbs)), order=ranks[draft.order],
                    )  # fmt: skip
                    if action not in actions:
                        actions.append(action)
        actions.sort(key=lambda action: action.order)
        return tuple(actions)
