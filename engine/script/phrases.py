"""Noun phrases: ``two big red balls``, ``Anna``, ``a stack of boxes``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.script import lexicon_setting as setting_words
from engine.script import lexicon_things as things
from engine.script.head import Head
from engine.script.heads import Heads, is_number
from engine.script.lexicon_verbs import verb_forms
from engine.script.lexicon_words import (
    ADJECTIVES,
    COLORS,
    DETERMINERS,
    FEMALE_NAMES,
    MALE_NAMES,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    SILENT,
)
from engine.script.modifiers import DEFINITE, Before, Modifiers
from engine.script.noun_phrase import NounPhrase
from engine.script.tokens import Token, longest

_TITLES = {
    "mr": "man", "mister": "man", "sir": "man", "mrs": "woman", "ms": "woman", "miss": "woman",
    "madam": "woman", "dr": "person", "doctor": "person", "captain": "man", "professor": "person",
    "king": "man", "queen": "woman", "prince": "boy", "princess": "girl", "uncle": "man",
    "aunt": "woman", "officer": "person", "detective": "man", "lord": "man",
}  # fmt: skip
_LIMBS = frozenset("hand arm foot leg paw wing head".split())
_STACKED = frozenset({"stacked", "piled"})
_ORDINALS = frozenset(
    "last first second third next bottom top middle latter former final remaining".split()
)


class Chunker:
    """Finds noun phrases in the tokens of one prompt."""

    def __init__(self, tokens: Sequence[Token], cast: Mapping[str, str]) -> None:
        """``cast``: lower-case names (also of several words) to the name as given."""
        self._tokens = tokens
        self._heads = Heads(tokens)
        self._modifiers = Modifiers(tokens, self._heads)
        self._cast = cast

    def word(self, at: int) -> str:
        """Lower-case word at a token, empty outside."""
        return self._heads.word(at)

    def is_noun(self, at: int) -> bool:
        """Does a noun of the lexicon stand here?"""
        return self._heads.head(at) is not None

    def is_small(self, at: int) -> bool:
        """Does a word without content of its own stand here?"""
        word = self.word(at)
        return word in SILENT or word in PREPOSITIONS or word in DETERMINERS or word in PRONOUNS

    def count_at(self, at: int) -> int:
        """The number that stands here as a word or in digits; 0 for none."""
        word = self.word(at)
        return NUMBERS.get(word, int(word) if is_number(word) else 0)

    def phrase(self, at: int) -> NounPhrase | None:
        """The noun phrase that starts at token ``at``, or None."""
        if not self.word(at):
            return None
        named = self._named(at)
        if named is not None:
            return named
        pronoun = PRONOUNS.get(self.word(at))
        if pronoun and not (self.word(at) == "her" and self._could_be_noun(at + 1)):
            return NounPhrase(at, at + 1, "pronoun", pronoun, self.word(at), definite=True)
        again, described = self._again(at), self._described(at)
        vague = described is None or described.kind == "unknown"
        return again if again is not None and (vague or again.noun == "one") else described

    def _again(self, at: int) -> NounPhrase | None:
        """``one``, ``the last one``, ``a blue one``, ``the other``, ``the stack``."""
        end, definite, number = at, False, 1
        if (self.word(at), self.word(at + 1)) in (("each", "other"), ("one", "another")):
            return NounPhrase(at, at + 2, "pronoun", "other", "other", definite=True)
        while self.word(end) in DETERMINERS | _ORDINALS or self._is_superlative(end) or (
            self.word(end) in NUMBERS and self.word(end + 1) in ("others", "other")
        ):  # fmt: skip
            definite |= self.word(end) in DEFINITE
            number = NUMBERS.get(self.word(end), number)
            end += 1
        first = end
        while self.word(end) in ADJECTIVES and self.word(end) not in ("one", "lone"):
            end += 1
        attributes = tuple(self.word(index) for index in range(first, end))
        head, before = self.word(end), self.word(end - 1) if end > at else ""
        if definite and head in things.ARRANGED and not attributes:
            return NounPhrase(at, end + 1, "again", "arranged", head, definite=True)
        form = verb_forms().get(self.word(end + 1))
        finite = form is not None and form[1] in ("s", "past")
        leads = self.word(at - 1) in verb_forms() or self.word(at - 1) in PREPOSITIONS
        alone = leads and not self._could_be_noun(end + 1)
        if head in ("one", "ones") and (
            end > at or finite or alone or self.word(end + 1) == "of"
        ):  # fmt: skip
            end += 1 + 2 * (self.word(end + 1) == "of" and self.word(end + 2) in ("them", "these"))
            count = 2 if head == "ones" else 1
            return NounPhrase(at, end, "again", "one", "one", attributes, count, definite)
        if head in ("others", "rest") and end > at:
            several = max(number, 2)
            return NounPhrase(at, end + 1, "again", "one", "others", (), several, definite)
        alone = before in ("other", "latter", "former", "another") and first == end
        if alone and not self._could_be_noun(end):
            return NounPhrase(at, end, "again", "one", before, (), 1, definite)
        return None

    def _is_superlative(self, at: int) -> bool:
        """``the smallest one``, ``the smaller one``."""
        return self.word(at).endswith(("est", "er")) and self.word(at + 1) in ("one", "ones")

    def over(self, tokens: Sequence[Token]) -> Chunker:
        """A chunker of other words that knows the same cast."""
        return Chunker(tokens, self._cast)

    def _named(self, at: int) -> NounPhrase | None:
        match = longest(self._tokens, at, self._cast)
        if match is not None and not match[3]:
            return self._owned(at, at + match[0], match[1], "cast")
        token = self._tokens[at]
        word = token.lower.rstrip(".")
        if not token.is_capital:
            return None
        end = at + 1
        if word in _TITLES and word not in ("doctor", "detective", "officer", "king", "queen"):
            end += end < len(self._tokens) and self._tokens[end].lower == "."
            if end < len(self._tokens) and self._tokens[end].is_capital:
                label = f"{token.text} {self._tokens[end].text}"
                return self._owned(at, end + 1, label, _TITLES[word])
        name = "woman" if word in FEMALE_NAMES else "man" if word in MALE_NAMES else ""
        if not name or (at == 0 and word in ("rose", "mark", "will", "may") and
                        self.word(at + 1) in ("a", "the")):  # fmt: skip
            return None
        if self.word(end) and self._tokens[end].is_capital and not self._known(end):
            end += 1
        text = token.text.title() if token.text.isupper() else token.text
        return self._owned(at, end, text, name)

    def _owned(self, at: int, end: int, label: str, name: str) -> NounPhrase:
        """A named person, or the thing that belongs to them (``Tom's dog``)."""
        if self.word(end) == "'s" and self._could_be_noun(end + 1):
            inner = self._described(end + 1)
            if inner is not None and inner.kind in ("thing", "place"):
                return _moved(inner, at)
            if inner is not None:
                end = inner.end
        return NounPhrase(at, end, "person", name, label, definite=True)

    def _known(self, at: int) -> bool:
        word = self.word(at)
        return (
            word in SILENT
            or word in verb_forms()
            or word in DETERMINERS
            or word in PREPOSITIONS
            or self._heads.head(at) is not None
        )

    def _could_be_noun(self, at: int) -> bool:
        word = self.word(at)
        if word in DETERMINERS or word in PREPOSITIONS:
            return False
        form = verb_forms().get(word)
        if form is not None and form[1] in ("ing",) and self._heads.head(at) is None:
            return self._heads.head(at + 1) is not None
        return (
            self._heads.head(at) is not None
            or word in ADJECTIVES
            or self._heads.head(at + 1) is not None
        )

    def _described(self, at: int) -> NounPhrase | None:
        before = Before(at)
        self._modifiers.read_determiners(before)
        self._modifiers.read_adjectives(before)
        head = self._compound(before)
        if head is None:
            return self._unknown(at, before)
        end = before.at + head.size
        if head.kind == "thing" and self._is_limb(end):
            end += 1
        return self._with_of(at, end, before, head) or self._built(at, end, before, head)

    def _is_limb(self, at: int) -> bool:
        """``a robot hand places``: the hand is that of the robot."""
        form = verb_forms().get(self.word(at + 1), ("", ""))
        return self.word(at) in _LIMBS and form[1] in ("s", "past", "ing")

    def _compound(self, before: Before) -> Head | None:
        """The last of several nouns in a row is the head; those before describe it."""
        head = self._heads.head(before.at)
        collective = self._collective(before.at)
        if collective is not None:
            return collective
        if head is None:
            return self._after_strange(before)
        while True:
            after = before.at + head.size
            follower = self._heads.head(after)
            if follower is None and head.kind == "thing" and self._names_another(after, head):
                return None
            counted = follower is not None and follower.plural and before.count > 1
            if follower is None or head.plural or (
                self._ends_phrase(after, head) and not counted
            ):  # fmt: skip
                return head
            if follower.kind == "fixture" and head.kind == "thing":
                return head
            if head.kind == "place":
                before.place = head.name
            else:
                before.attributes.append(head.noun)
            before.at, head = after, follower

    def _ends_phrase(self, at: int, head: Head) -> bool:
        """Is the word after a noun rather its verb (``the cook cooks``)?"""
        form = verb_forms().get(self.word(at))
        if form is not None and (form[1] != "base" or head.plural):
            return True
        follower = self._heads.head(at)
        capital = self._tokens[at].is_capital
        return follower is not None and (follower.size == 0 or (capital and at > 0))

    def _names_another(self, at: int, head: Head) -> bool:
        """``a paper airplane`` is no paper: an unknown noun after a known one is the head."""
        word = self.word(at)
        return (
            self._strange(at)
            and longest(self._tokens, at, PREPOSITIONS) is None
            and not head.plural
            and not word.endswith(("s", "ed", "ing"))
            and not self._tokens[at].is_capital
            and not is_number(word)
            and self._tokens[at].kind == "word"
        )

    def _after_strange(self, before: Before) -> Head | None:
        """An unknown word before a known noun describes it, and is reported."""
        at = before.at
        if not (before.determined or before.attributes):
            return None
        if (
            self._strange(at)
            and self._heads.head(at + 1) is not None
            and not self._heads.is_finite(at + 1)
        ):
            before.attributes.append(self.word(at))
            before.strange.append(at)
            before.at += 1
            return self._compound(before)
        return None

    def _strange(self, at: int) -> bool:
        word = self.word(at)
        return bool(word) and not (
            word in SILENT
            or word in PREPOSITIONS
            or (word in verb_forms() and self.word(at - 1) not in DETERMINERS)
            or word in DETERMINERS
            or word in ADJECTIVES
            or (word.endswith("ly") and len(word) > 4)
        )

    def _collective(self, at: int) -> Head | None:
        match = longest(self._tokens, at, things.COLLECTIVES, 1)
        if match is None or self.word(at + 1) != "of":
            return None
        inner = Chunker(self._tokens, {})._described(at + 2)
        if inner is None or inner.kind != "thing":
            return None
        count = inner.count if self._heads.is_numbered(at + 2) else match[1]
        arranged = things.ARRANGED.get(match[2], "")
        if not self._heads.is_numbered(at + 2):
            row = arranged == "in a row" and inner.name == "domino"
            count = (things.ROW_OF_DOMINOES if row else count) * (1 + (match[3] and match[1] > 1))
        attributes = (*inner.attributes, *([arranged] if arranged else ()))
        return Head(
            inner.end - at, "thing", inner.name, inner.noun, True, attributes, count, inner.asked
        )  # fmt: skip

    def _with_of(self, at: int, end: int, before: Before, head: Head) -> NounPhrase | None:
        """``the edge of the table`` is the table; ``the woman's face`` is the woman."""
        if self.word(end) == "of" and head.kind == "fixture":
            inner = self.phrase(end + 1)
            if inner is not None and inner.kind != "unknown":
                return _moved(inner, at)
        if self.word(end) == "'s":
            inner = self._described(end + 1) if self._could_be_noun(end + 1) else None
            if inner is not None and inner.kind in ("fixture", "clothes"):
                return self._built(at, inner.end, before, head)
            if inner is not None and inner.kind == "thing":
                return _moved(inner, at)
        return None

    def _compounded(self, at: int) -> bool:
        """A known noun that only describes the unknown one after it."""
        head = self._heads.head(at)
        return head is not None and self._names_another(at + head.size, head)

    def _built(self, at: int, end: int, before: Before, head: Head) -> NounPhrase:
        first_word = head.noun.split()[0]
        if " " in head.noun and head.kind == "thing":
            before.place = before.place or setting_words.places().get(first_word, "")
        count = before.count or head.count or (2 if head.plural else 1)
        if head.plural and not (before.count or head.count) and _STACKED & set(before.attributes):
            count = things.COLLECTIVES["stack"]
        if head.noun in ("deer", "sheep") and before.determined:
            count = before.count or 1
        if head.noun in ("glasses", "stairs"):
            count = before.count or 1
        name, attributes = head.name, list(before.attributes)
        if head.kind == "thing":
            name, attributes = _aged(name, attributes)
            attributes += [word for word in head.attributes if word not in attributes]
            # A colour that the words give overrules the one that the noun implies.
            if any(word.split()[-1] in COLORS for word in before.attributes):
                attributes = [
                    word for word in attributes
                    if word not in COLORS or word in before.attributes
                ]  # fmt: skip
        return NounPhrase(
            at, end, head.kind, name, head.noun, tuple(dict.fromkeys(attributes)),
            max(1, count), before.definite, before.place, head.asked, tuple(before.strange),
            tuple(before.acting), tuple(before.attributes),
        )  # fmt: skip

    def _unknown(self, at: int, before: Before) -> NounPhrase | None:
        """A determiner and words that are not in the lexicon."""
        end = before.at
        if not before.determined or before.at == at:
            return None
        while (self._strange(end) or self._compounded(end)) and end < before.at + 3:
            end += 1
        if end == before.at and not before.attributes:
            return None
        first = at
        while self.word(first) in DETERMINERS or self._heads.is_numbered(first):
            first += 1
        strange = tuple(index for index in range(first, end) if self.word(index))
        noun = self.word(end - 1)
        return NounPhrase(at, end, "unknown", noun, noun, strange=strange)


def _aged(name: str, attributes: list[str]) -> tuple[str, list[str]]:
    """``old`` makes a man an old man, which the world builds as such."""
    if name in ("man", "woman") and {"old", "elderly", "aged"} & set(attributes):
        return f"old {name}", [
            word for word in attributes if word not in ("old", "elderly", "aged")
        ]
    if name in ("man", "woman") and {"teenage"} & set(attributes):
        return {"man": "boy", "woman": "girl"}[name], attributes
    return name, attributes


def _moved(phrase: NounPhrase, start: int) -> NounPhrase:
    return NounPhrase(
        start, phrase.end, phrase.kind, phrase.name, phrase.noun, phrase.attributes, phrase.count,
        phrase.definite, phrase.place, phrase.asked, phrase.strange, phrase.acting, phrase.written,
    )  # fmt: skip
