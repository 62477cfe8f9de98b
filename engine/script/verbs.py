"""Verbs: which word is one here, what it means, and who does it."""

from __future__ import annotations

from engine.script.entities import Entity
from engine.script.lexicon_things import ANIMALS
from engine.script.lexicon_verbs import (
    CAUSING,
    INVARIANT,
    LASTING,
    LIGHT_VERBS,
    PARTICLES,
    POSTURES,
    RESTING,
    TRANSITIVE,
    WAYS,
    verb_forms,
    verb_meanings,
)
from engine.script.lexicon_words import ADJECTIVES, PREPOSITIONS
from engine.script.reading import Draft, Reading

_SEPARABLE = frozenset(
    {"pick up", "put down", "knock over", "stack", "open", "close", "light", "blow"}
)
_MOVERS = frozenset("car bus bicycle robot balloon".split())


class VerbReader:
    """Reads a verb into a draft of an action."""

    def __init__(self, reading: Reading) -> None:
        self._now = reading

    def read(self, at: int) -> int:
        """Reads a verb; how many tokens it took."""
        now = self._now
        word = now.word(at)
        form = verb_forms().get(word)
        if form is None or not self._verb_here(at, form):
            return 0
        base, kind = form
        if base == "be":
            return self._read_be(at)
        if (base == "have" and kind != "ing") or base == "do":
            after = verb_forms().get(now.word(at + 1))
            now.to = after is not None
            if after is None and base == "have" and now.subjects:
                now.role = "object"
                now.draft = Draft("have", kind, now.subjects, now.order)
            return 1
        if base not in verb_meanings() and self._phrasal(at, base)[1] is None:
            if base in LIGHT_VERBS:
                return self._read_light(at, base, kind)
            if now.chunker.phrase(at) is not None:
                return 0  # "throws it back": a verb only in "backs away"
        return self._read_full(at, base, kind)

    def _verb_here(self, at: int, form: tuple[str, str]) -> bool:
        """Is the word a verb here, and no noun or adjective?"""
        now = self._now
        base, kind = form
        word = now.word(at)
        if base == "be":
            return True
        if now.word(at - 1) in ("a", "an", "the") or (
            now.comma and now.role == "subject" and kind == "s" and not now.joined
            and now.chunker.phrase(at) is not None
        ):  # fmt: skip
            return False
        if now.relative_verb == at and kind in ("s", "past"):
            return True  # "a bell that rings"
        noun = now.chunker.phrase(at)
        if now.preposition == "with" and kind == "ing" and noun is not None:
            return False  # "with flashing lights"
        if noun is None:
            return word != "like" or bool(now.subjects)
        if now.to or (now.be and kind in ("ing", "past", "participle")):
            return True
        if noun.kind in ("pronoun", "person"):
            return False
        series = now.comma and now.draft is not None and kind == now.draft.kind == "s"
        if series and noun.kind == "fixture" and noun.end - noun.start == 1:
            return True  # "looks up, smiles, and waves"
        follows_noun = bool(now.last) and now.role in ("subject", "object", "target")
        if now.preposition and kind != "ing":
            return False
        if follows_noun and not now.joined and not (now.comma and kind == "base"):
            return True
        if now.joined and now.draft is not None:
            return kind == now.draft.kind
        if kind == "ing":
            return (noun.end - noun.start == 1 and noun.kind != "thing") or bool(now.subjects)
        return False

    def _read_be(self, at: int) -> int:
        now = self._now
        now.be = True
        if now.draft is None or now.role in ("object", "target"):
            if now.role in ("object", "target") and now.last and not now.joined:
                now.subjects = now.last
            now.draft = None
        after = now.word(at + 1)
        if after in ADJECTIVES and now.subjects and now.chunker.phrase(at + 1) is None:
            form = verb_forms().get(after)
            if form is None:
                for entity in now.subjects:
                    entity.attributes.append(after)
                return 2
        return 1

    def _read_light(self, at: int, base: str, kind: str) -> int:
        now = self._now
        if base in ("wear",):
            return 1
        if base in CAUSING and now.draft is not None:
            now.order += 1
        now.to = now.word(at + 1) == "to" or base not in CAUSING
        if base in CAUSING:
            now.to = False
            now.draft = Draft(base, kind, list(now.subjects), now.order)
            now.role = "verb"
        return 1

    def _read_full(self, at: int, base: str, kind: str) -> int:
        now = self._now
        size, canonical, phrase = self._phrasal(at, base)
        if self._is_arranged(at + size, canonical, kind):
            return size
        passive = self._is_passive(at + size, base, kind, canonical)
        before, goes_on = now.draft, now.joined
        reduced = kind == "ing" and now.role == "subject" and now.draft is None
        subjects = self._subjects_of_verb(kind, at)
        if reduced and not now.be:
            now.resume, now.relative_verb = list(subjects), at
        order = self._order_of(canonical, kind, subjects, WAYS.get(phrase, ""))
        draft = Draft(
            canonical or "", kind, subjects, order, passive, base=base, phrase=phrase, at=at
        )
        if canonical is None:
            now.strange.append(at)
        if passive:
            draft.objects, draft.subjects = list(subjects), []
            if goes_on and before is not None and before.passive:
                draft.subjects = list(before.subjects)
        self._note_way(draft, at + size)
        if now.gap:
            draft.objects, now.resume, now.gap = now.gap, now.gap, []
        self._begin(draft)
        if base == "knock" and canonical == "hit" and now.word(at + size) in ("on", "at"):
            now.setting.add_sound("knock")
        return size

    def _begin(self, draft: Draft) -> None:
        """What comes next belongs to this verb."""
        now = self._now
        now.drafts.append(draft)
        now.draft, now.role = draft, "verb"
        now.joined = now.comma = now.be = now.to = False
        now.preposition, now.spot = "", None
        now.make_sound(draft.verb, draft.objects if draft.passive else draft.subjects)
        if len(draft.subjects) > 1:
            now.group = list(draft.subjects)

    def _is_passive(self, end: int, base: str, kind: str, canonical: str | None) -> bool:
        """``is thrown``, ``thrown by``, and the second of ``is thrown and caught``."""
        now = self._now
        done = kind in ("past", "participle") or (base in INVARIANT and kind == "base")
        follows = now.comma or now.role in ("subject", "object", "target")
        named = done and follows and now.word(end) == "by"
        before = now.draft
        goes_on = (
            done and now.joined and before is not None and before.passive
            and canonical in TRANSITIVE and now.chunker.phrase(end) is None
        )  # fmt: skip
        resting = canonical in RESTING and now.word(end) != "by"
        return named or goes_on or (now.be and done and not resting)

    def _is_arranged(self, end: int, canonical: str | None, kind: str) -> bool:
        """``boxes stacked on a table``: how things stand, and nothing that somebody does."""
        now = self._now
        whom = now.subjects if now.be else now.last
        follows = now.word(end) == "by" or now.chunker.phrase(end) is not None
        if now.word(end - 1) == "set" and now.word(end) == "for" and whom:
            return not any(entity.is_person for entity in whom)  # "a table set for two"
        if canonical != "stack" or kind != "past" or follows or not whom:
            return False
        if any(entity.is_person for entity in whom):
            return False
        for entity in whom:
            entity.attributes.append("stacked")
        now.last = list(whom)
        if now.draft is None:
            now.subjects, now.role, now.be = list(whom), "subject", True
        return True

    def _note_way(self, draft: Draft, end: int) -> None:
        """Adverbs: those before the verb, its particle, and what the verb itself says of it."""
        now = self._now
        draft.adverbs, now.adverbs = now.adverbs, []
        last = draft.phrase.rpartition(" ")[2]
        said = last if " " in draft.phrase and last in PARTICLES else ""
        way = WAYS.get(draft.phrase) or ("away" if said == "off" else said)
        draft.particle = said if said != now.word(end - 1) else ""
        waits = said and now.word(end) == said
        if way and not waits and not draft.verb.endswith(f" {said}"):
            draft.adverbs.append(way)

    def _phrasal(self, at: int, base: str) -> tuple[int, str | None, str]:
        """The longest verb phrase known (``pick up``): tokens to take for it, meaning, phrase."""
        meanings = verb_meanings()
        following = [self._now.word(at + step) for step in (1, 2)]
        passive = self._now.be and verb_forms()[self._now.word(at)][1] in ("past", "participle")
        for size in (2, 1):
            phrase = " ".join([base, *following[:size]])
            if phrase not in meanings or not following[size - 1]:
                continue
            canonical = meanings[phrase]
            onward = self._now.chunker.phrase(at + size + 1) is not None
            if passive and onward and base in meanings and following[size - 1] in PREPOSITIONS:
                continue  # "is kicked over a fence" knocks nothing over
            prepositional = following[size - 1] in PREPOSITIONS and following[size - 1] != "of"
            noun = self._now.chunker.phrase(at + size + 1)
            if prepositional and noun is not None and canonical not in _SEPARABLE:
                # "crashes into the wall": the preposition still leads to its noun.
                return size, canonical, phrase
            return size + 1, canonical, phrase
        split = self._separated(at, base)
        if split:
            return 1, verb_meanings()[split], split
        return 1, meanings.get(base), base

    def _separated(self, at: int, base: str) -> str:
        """``picks the cup up``: the particle comes after the object."""
        noun = self._now.chunker.phrase(at + 1)
        if noun is None:
            return ""
        particle = self._now.word(noun.end)
        phrase = f"{base} {particle}"
        if particle not in PARTICLES or verb_meanings().get(phrase) not in _SEPARABLE:
            return ""
        after = self._now.chunker.phrase(noun.end + 1)
        return "" if after is not None and base not in ("knock", "tip", "pick") else phrase

    def _subjects_of_verb(self, kind: str, at: int) -> list[Entity]:
        """Who acts: the clause's subject, or the noun just before a participle."""
        now = self._now
        resumes = at != now.relative_verb and not (now.joined or now.gap)
        if now.resume and kind in ("s", "past", "base") and resumes:
            now.subjects, now.resume = now.resume, []
            return list(now.subjects)
        if now.aside and now.comma and now.joined and at != now.relative_verb:
            now.subjects, now.aside = now.aside, []
            now.order = now.drafts[-1].order + 1
            return list(now.subjects)
        causing = now.draft is not None and now.draft.verb in CAUSING and now.draft.objects
        if causing and now.draft is not None:
            return list(now.draft.objects)
        seeing = now.draft is not None and now.draft.verb == "look" and not now.joined
        if seeing and now.draft is not None and now.draft.objects and kind in ("base", "ing"):
            return list(now.draft.objects)
        close = now.role in ("object", "target") and not (now.comma or now.joined or now.to)
        if close and now.last and (kind in ("ing", "participle", "s", "past")):
            if kind != "ing" or now.role == "target" or now.be:
                if kind != "ing" or self._could_act(now.last):
                    now.subjects = list(now.last)
                return list(now.subjects)
            return list(now.last)
        if not now.subjects:
            now.subjects = list(now.subjects_before)
        return list(now.subjects)

    def _could_act(self, who: list[Entity]) -> bool:
        """Rather than the clause's subject: not a table at which somebody sits drinking."""
        animate = any(entity.is_person or entity.name in ANIMALS for entity in self._now.subjects)
        moving = any(
            entity.is_person or entity.name in ANIMALS or entity.name in _MOVERS
            or entity.name.endswith("ball")
            for entity in who
        )  # fmt: skip
        return moving or not animate

    def _order_of(
        self, canonical: str | None, kind: str, subjects: list[Entity], way: str
    ) -> float:
        """``and`` leads on, except between two things that go on beside each other."""
        now = self._now
        before = now.draft
        listed = now.joined or (now.comma and kind != "ing")
        if before is None or not listed or before.verb in CAUSING or before.verb == "have":
            return now.order
        moved_on = {before.verb, canonical} <= POSTURES and (before.verb != canonical or bool(way))
        together = canonical in LASTING and before.verb in LASTING and not moved_on
        now.series |= now.comma
        together &= not now.series
        doers = before.objects if before.passive else before.subjects
        same = [e.label for e in doers] == [e.label for e in subjects]
        if same and not together and kind != "ing":
            now.order = before.order + 1
        return now.order
