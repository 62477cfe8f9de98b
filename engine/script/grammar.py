"""The words that are left for clauses as trees: which word is a verb, and what hangs on what.

The parser was taught on newspapers.  So that it meets only words it knows well, nouns and verbs of
the lexicon are shown to it by common ones of the same form: ``A zebra waddles past a lynx`` is
parsed as ``A dog walks past a dog``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.script.dialogue import SpokenLine
from engine.script.language import parsed
from engine.script.lexicon_things import ANIMALS, FEMALE, PEOPLE
from engine.script.lexicon_verbs import PARTICLES, SPEAKING, verb_forms, verb_meanings
from engine.script.lexicon_words import (
    ADJECTIVES,
    ADVERBS,
    COLORS,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
)
from engine.script.noun_phrase import NounPhrase
from engine.script.phrases import Chunker
from engine.script.tokens import Token

_ENDS = frozenset(".!?;\n…")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "st", "prof"})
_NEVER_ACTS = frozenset(
    """building ceiling morning evening wedding lightning string thing king ring wing swing spring
    clothing railing lighting painting something anything everything nothing sling living dining
    landing crossing being during awning pudding earring according""".split()
)
_ACTS_FOR = {"s": ("walks", "takes"), "ing": ("walking", "taking"), "base": ("walk", "take")}
_QUOTE = ("``", "Yes", "!", "''")
_BEFORE_VERBS = ADVERBS | {"who", "that", "which", "then", "and", "but", "or", "also", "not", ","}
_RANKS = frozenset({"row", "line", "circle", "queue", "pile", "stack"})
_NO_SUBJECT = DETERMINERS | PREPOSITIONS.keys() | ADJECTIVES | NUMBERS.keys() | {"'s"}


@dataclass(eq=False)
class Node:
    """A word in the tree of its sentence.

    Attributes:
        at: index of its token.
        tag, dep: part of speech (Penn) and relation to ``head``; a root is its own head.
        base, kind: base form and form (base, s, past, participle, ing) of a verb, else empty.
    """

    at: int
    word: str
    tag: str = ""
    dep: str = ""
    lemma: str = ""
    base: str = ""
    kind: str = ""
    children: list[Node] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.head = self

    @property
    def is_verb(self) -> bool:
        """Does it stand as a verb here?"""
        return bool(self.kind)

    def child(self, *relations: str) -> Node | None:
        """The first child with one of the relations."""
        return next((node for node in self.children if node.dep in relations), None)

    def above(self) -> Iterator[Node]:
        """What it hangs on, from the nearest up."""
        node = self
        while node.head is not node:
            node = node.head
            yield node


class Grammar:
    """The trees of one prompt's sentences.

    Attributes:
        sentences: start and end (exclusive) of each, as token indices.
    """

    def __init__(
        self, tokens: Sequence[Token], chunker: Chunker, lines: Sequence[SpokenLine]
    ) -> None:
        self._tokens = tokens
        self._chunker = chunker
        self._lines = lines
        self._acting: dict[int, tuple[str, str]] = {}
        self.sentences = self._split()
        self._nodes: dict[int, Node] = {}
        if any(token.kind in ("word", "quote") for token in tokens):
            self._parse()

    def node(self, at: int) -> Node | None:
        """The word at a token; None for what is not parsed."""
        return self._nodes.get(at)

    def _split(self) -> list[tuple[int, int]]:
        found, start = [], 0
        for at, token in enumerate(self._tokens):
            if self._is_end(start, at, token):
                if at + 1 > start:
                    found.append((start, at + 1))
                start = at + 1
        if start < len(self._tokens):
            found.append((start, len(self._tokens)))
        return found

    def _is_end(self, start: int, at: int, token: Token) -> bool:
        before = self._tokens[at - 1].lower if at else ""
        if token.kind == "mark":
            return token.lower in _ENDS and not (token.lower == "." and before in _TITLES)
        if token.kind != "quote":
            return False
        line = self._lines[token.quote]
        if line.speaker:
            return True
        after = self._tokens[at + 1 : at + 2]
        stops = line.line[-1:] in (".", "!", "?", "…")
        told = any(self._speaks(index) for index in range(start, at))
        return stops and told and any(one.is_capital for one in after)

    def _speaks(self, at: int) -> bool:
        base, _ = verb_forms().get(self._tokens[at].lower, ("", ""))
        return verb_meanings().get(base, "") in SPEAKING

    def _parse(self) -> None:
        words: list[str] = []
        places: list[int] = []
        starts: list[int] = []
        for start, end in self.sentences:
            starts.append(len(words))
            for at, shown in self._shown(start, end):
                words.append(shown)
                places.append(at)
        if not words:
            return
        kept = frozenset(index for index in starts if index < len(words))
        doc = parsed(words, kept)
        for word, at in zip(doc, places, strict=True):
            node = self._nodes.setdefault(at, Node(at, self._tokens[at].lower))
            outside = places[word.head.i] != at or word.head.i == word.i
            if outside or not node.dep:
                node.tag, node.dep, node.lemma = word.tag_, word.dep_, word.lemma_
        for word, at in zip(doc, places, strict=True):
            head = places[word.head.i]
            if head != at and (self._nodes[at].head is self._nodes[at]):
                self._nodes[at].head = self._nodes[head]
                self._nodes[head].children.append(self._nodes[at])
        for at in sorted(self._nodes):
            self._settle(self._nodes[at])

    def _shown(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Every word of a sentence as the parser is shown it."""
        at = start
        while at < end:
            token = self._tokens[at]
            if token.kind == "quote":
                yield from ((at, word) for word in _QUOTE)
            elif token.kind == "mark":
                yield at, {"\n": ".", "…": ".", "—": ",", "–": ","}.get(token.lower, token.lower)
            else:
                phrase = self._noun_from(at)
                if phrase is not None:
                    yield from self._shown_noun(at, phrase)
                    at = phrase.end
                    continue
                if self._is_rank(at) and self._verb_kind(at + 3):
                    at += 3  # the parser takes what follows for the rest of the noun
                    continue
                yield at, self._shown_word(at, start)
            at += 1

    def _is_rank(self, at: int) -> bool:
        """``in a row``."""
        return (self._word(at), self._word(at + 1)) == ("in", "a") and self._word(at + 2) in _RANKS

    def _noun_from(self, at: int) -> NounPhrase | None:
        """A noun phrase of the lexicon, unless its first word stands as a verb."""
        token = self._tokens[at]
        if token.lower in verb_forms() and self._verb_kind(at):
            return None
        phrase = self._chunker.phrase(at)
        if phrase is None or phrase.kind not in ("thing", "person") or "of" in self._words(phrase):
            return None
        last = phrase.end - 1
        if last > at and self._is_deed(last):
            phrase = self._chunker.over(self._tokens[:last]).phrase(at)
            if phrase is None or phrase.kind not in ("thing", "person"):
                return None
        inside = range(at, phrase.end)
        return None if any(self._tokens[one].kind != "word" for one in inside) else phrase

    def _is_deed(self, at: int) -> bool:
        """``an astronaut plants a flag``: a plural at the end of a phrase that rather acts."""
        kind = verb_forms().get(self._word(at), ("", ""))[1]
        after, before = self._word(at + 1), self._word(at - 1)
        onward = after in DETERMINERS or after in PRONOUNS or after in PREPOSITIONS
        return kind == "s" and onward and after != "of" and before not in _NO_SUBJECT

    def _words(self, phrase: NounPhrase) -> set[str]:
        return {self._tokens[at].lower for at in range(phrase.start, phrase.end)}

    def _shown_noun(self, at: int, phrase: NounPhrase) -> Iterator[tuple[int, str]]:
        plural = phrase.count > 1
        for index in range(at, phrase.end - 1):
            yield index, self._tokens[index].lower
        if phrase.kind == "person":
            shown = "Mary" if phrase.name in FEMALE else "John"
        elif phrase.name in PEOPLE:
            shown = "men" if plural else "man"
        elif phrase.name in ANIMALS:
            shown = "dogs" if plural else "dog"
        else:
            shown = "boxes" if plural else "box"
        yield phrase.end - 1, shown

    def _shown_word(self, at: int, start: int) -> str:
        token = self._tokens[at]
        kind = self._verb_kind(at)
        if kind:
            self._acting[at] = (self._base(at), kind)
            shown = _ACTS_FOR[kind][self._takes_object(at + 1)]
            return shown.capitalize() if at == start else shown
        if token.text.isupper() and len(token.text) > 1:
            return token.text.title() if at == start else token.lower
        return token.text

    def _base(self, at: int) -> str:
        word = self._tokens[at].lower
        return verb_forms().get(word, (_base_of_ing(word), ""))[0]

    def _verb_kind(self, at: int) -> str:
        """The form of a word that can only be a verb here; empty where the parser must say."""
        word = self._tokens[at].lower
        before = self._tokens[at - 1].lower if at else ""
        base, kind = verb_forms().get(word, ("", ""))
        if base in ("be", "have", "do") or word in _NEVER_ACTS or self._is_particle(word):
            return ""
        if not base and word.endswith("ing") and len(word) > 5 and not self._known(at):
            base, kind = word, "ing"
        after = self._tokens[at + 1].lower if at + 1 < len(self._tokens) else ""
        if kind not in _ACTS_FOR or after == "'s":
            return ""
        if kind == "ing":
            return kind if self._follows_noun(at) and not self._known(at) else ""
        finite = verb_forms().get(after, ("", ""))[1] == "base"
        finite &= after not in PREPOSITIONS and after not in ADJECTIVES and after != "shut"
        if kind == "s":
            leads = before in _BEFORE_VERBS or before.endswith("ly")
            certain = not self._known(at) and before not in _NO_SUBJECT and at > 0
            if self._known(at):
                leads = leads and self._acted_before(at)
            follows = self._follows_noun(at)
            return (
                kind if (follows or leads or certain) and not (finite and before != "and") else ""
            )
        several = self._follows_noun(at, plural=True) or self._follows_list(at)
        return kind if several and not finite else ""

    def _follows_list(self, at: int) -> bool:
        """``a taxi and a van collide``: do two nouns with ``and`` stand before the word?"""
        if not self._follows_noun(at):
            return False
        joints = [step for step in range(max(0, at - 5), at) if self._word(step) == "and"]
        return bool(joints) and self._follows_noun(joints[-1])

    def _is_particle(self, word: str) -> bool:
        """``back`` and ``down`` are verbs only in ``backs away``."""
        return word in PARTICLES or word in PREPOSITIONS

    def _acted_before(self, at: int) -> bool:
        step = at - 1
        while step >= 0 and self._tokens[step].lower not in _ENDS:
            if verb_forms().get(self._tokens[step].lower, ("", ""))[1] == "s":
                return True
            step -= 1
        return False

    def _known(self, at: int) -> bool:
        """Is the word also a noun of the lexicon?"""
        return self._chunker.is_noun(at)

    def _follows_noun(self, at: int, *, plural: bool = False) -> bool:
        """Does a noun phrase (or a name, or he) end right before the word, over adverbs?"""
        step = at
        while step and (self._word(step - 1) in ADVERBS or self._word(step - 1).endswith("ly")):
            step -= 1
        if self._word(step - 1) in COLORS and self._word(step - 2) == "in":
            step -= 2  # "a runner in green"
        if self._word(step - 1) in _RANKS and self._word(step - 2) == "a":
            step -= 3  # "six dominoes in a row"
        for size in range(1, 7):
            if step - size < 0 or self._tokens[step - size].kind == "mark":
                return False
            if self._word(step - size) in PREPOSITIONS and size == 1:
                return False
            phrase = self._chunker.phrase(step - size)
            if phrase is None or phrase.end != step or phrase.kind == "fixture":
                continue
            if phrase.name == "other" or self._word(step - size) in ("him", "them", "it", "her"):
                continue
            several = phrase.count > 1 or phrase.name == "many"
            if plural or (not several and verb_forms().get(self._word(at), ("", ""))[1] == "s"):
                return several == plural
            return True
        return False

    def _word(self, at: int) -> str:
        return self._tokens[at].lower if 0 <= at < len(self._tokens) else ""

    def _takes_object(self, at: int) -> bool:
        word = self._word(at)
        named = self._chunker.phrase(at) is not None
        return named and word not in PREPOSITIONS and word not in ADVERBS

    def _settle(self, node: Node) -> None:
        """Notes the form of a verb: that which was shown, or what the parser found."""
        if node.at in self._acting:
            node.base, node.kind = self._acting[node.at]
            return
        base, kind = verb_forms().get(node.word, ("", ""))
        if not node.tag.startswith("VB") or self._is_particle(node.word):
            return
        if node.dep in ("amod", "aux", "auxpass", "compound"):
            return
        shown = {"VBZ": "s", "VBG": "ing", "VBN": "past", "VBD": "past"}.get(node.tag, "base")
        before = self._nodes.get(node.at - 1)
        if node.tag in ("VBN", "VBD") and before is None and self._chunker.is_noun(node.at + 1):
            return  # "Stacked crates."
        if (kind or shown) == "base" and before is not None and before.kind == "s":
            return  # "bursts open"
        node.base = base or node.lemma
        node.kind = kind or shown


def _base_of_ing(word: str) -> str:
    """``kneading`` -> ``knead``, ``hopping`` -> ``hop``."""
    stem = word.removesuffix("ing")
    if stem[-1:] in "cgsvzu" or stem.endswith(("ar", "at", "ur", "in", "ut", "ak", "os")):
        return stem + "e" * (not stem.endswith(("ss", "ng")))
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    return stem[:-1] if doubled else stem
