"""Where a sentence names somebody or something, and what that is to its verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engine.script.entities import Entity
from engine.script.grammar import Grammar, Node
from engine.script.lexicon_things import PEOPLE
from engine.script.lexicon_verbs import PARTICLES, RESTING, SPEAKING, verb_forms, verb_meanings
from engine.script.lexicon_words import (
    ADJECTIVES,
    ADVERBS,
    CLOTHES,
    COLORS,
    DETERMINERS,
    PREPOSITIONS,
    SILENT,
)
from engine.script.noun_phrase import NounPhrase
from engine.script.phrases import Chunker
from engine.script.tokens import Token, longest, singulars

_WEARING = frozenset("in wearing with wears wear wore dressed has having".split())
_OBJECTS = frozenset({"dobj", "oprd", "dative", "iobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SEPARABLE = frozenset(
    {"pick up", "put down", "knock over", "stack", "open", "close", "light", "blow"}
)
"""What takes its object after its particle."""
_STANDING = RESTING | {"walk", "run", "jump", "fly"}
_LONGEST_GARMENT = 6
_NOT_WORN = DETERMINERS | PREPOSITIONS.keys() | {"who", "that", "which"}


@dataclass(eq=False)
class Mention:
    """A noun phrase in its sentence.

    Attributes:
        node: the word that it hangs by.
        preposition, prep_at: what leads to it (``next to``), and at which token that starts.
        relation: ``subject``, ``object``, ``dative``, ``prep``, ``with`` (one of several),
            ``same`` (says more of another mention), or ``alone``.
        to: verb to which it stands so; ``beside``: mention of which it says more or where it is.
        entities: whom it means, once that is settled.
    """

    phrase: NounPhrase
    node: Node
    preposition: str = ""
    prep_at: int = -1
    relation: str = "alone"
    to: Node | None = None
    beside: Mention | None = None
    garment: str = ""
    entities: list[Entity] = field(default_factory=list)

    @property
    def start(self) -> int:
        """First token, the preposition's if there is one."""
        return self.prep_at if self.prep_at >= 0 else self.phrase.start


class Mentions:
    """Finds the mentions of one sentence."""

    def __init__(self, tokens: Sequence[Token], chunker: Chunker, grammar: Grammar) -> None:
        self._tokens = tokens
        self._chunker = chunker
        self._grammar = grammar

    def of(self, start: int, end: int, skipped: frozenset[int]) -> list[Mention]:
        """All mentions of a sentence, in order, each with what it is to its verb.

        Args:
            skipped: tokens that were read otherwise, as words of timing.
        """
        found: list[Mention] = []
        at = start
        while at < end:
            mention = None if at in skipped else self._mention(at, start, end, found)
            if mention is None:
                at += 1
                continue
            found.append(mention)
            at = max(at + 1, mention.phrase.end)
        inside = {at: one for one in found for at in range(one.phrase.start, one.phrase.end)}
        for mention in found:
            self._relate(mention, inside)
        self._relate_by_place(found, start, end)
        return found

    def _mention(self, at: int, start: int, end: int, found: Sequence[Mention]) -> Mention | None:
        token = self._tokens[at]
        node = self._grammar.node(at)
        if token.kind not in ("word", "number") or node is None:
            return None
        garment = self._garment(at, start, found)
        if garment is not None:
            phrase = NounPhrase(at, garment[0], "clothes", garment[1], garment[1])
            return self._led(Mention(phrase, self._top(phrase), garment=garment[1]), start)
        if node.is_verb or node.word in ("and", "or", "but"):
            return None
        named = self._phrase(at, end)
        if named is None:
            return None
        return self._led(Mention(named, self._top(named)), start)

    def _phrase(self, at: int, end: int) -> NounPhrase | None:
        """The lexicon's noun phrase, or what the parser takes for an unknown noun."""
        phrase = self._chunker.phrase(at)
        word = self._tokens[at].lower
        if phrase is not None and phrase.kind != "unknown":
            if self._tokens[at].lower == "that" and phrase.kind == "again":
                return None
            inner = [self._grammar.node(one) for one in range(at + 1, phrase.end)]
            cut = next((n.at for n in inner if n is not None and n.is_verb
                        and n.kind in ("s", "base") and n.at < phrase.end), None)  # fmt: skip
            if cut is None:
                return phrase
            shorter = self._chunker.over(self._tokens[:cut]).phrase(at)
            if shorter is not None and shorter.kind != "unknown":
                return shorter
        return self._unknown(at, end, word)

    def _unknown(self, at: int, end: int, word: str) -> NounPhrase | None:
        """``the seesaw``, ``an old scalpel``: determiner, adjectives and a noun of no lexicon."""
        first = at
        definite = word in ("the", "his", "her", "its", "their", "this", "that", "these", "those")
        count = self._chunker.count_at(at)
        while first < end and (self._tokens[first].lower in DETERMINERS
                               or self._chunker.count_at(first)):  # fmt: skip
            count = self._chunker.count_at(first) or count
            first += 1
        noun, attributes, step = -1, [], first
        while step < end:
            node = self._grammar.node(step)
            if node is None or self._tokens[step].kind != "word" or node.is_verb:
                break
            if not node.tag.startswith(("NN", "JJ", "VBN", "VBG", "CD")):
                break
            if node.tag.startswith("NN") and node.word not in ADJECTIVES:
                noun = step
            step += 1
        if noun < 0 and step > first > at and not self._chunker.is_small(step - 1):
            noun = step - 1  # "her rival stops", which the parser took for an adjective
        if noun < 0 or not self._is_content(noun):
            return None
        attributes = [self._tokens[one].lower for one in range(first, noun)]
        node = self._grammar.node(noun)
        plural = node is not None and node.tag in ("NNS", "NNPS")
        lemma = node.lemma.lower() if node is not None and plural else self._tokens[noun].lower
        strange = tuple(range(first, noun + 1))
        return NounPhrase(
            at, noun + 1, "unknown", lemma, lemma, tuple(attributes),
            count or (2 if plural else 1), definite, strange=strange, written=tuple(attributes),
        )  # fmt: skip

    def _is_content(self, at: int) -> bool:
        word = self._tokens[at].lower
        form = verb_forms().get(word)
        return not (
            word in SILENT or word in ADVERBS or word in DETERMINERS or word in PREPOSITIONS
            or len(word) < 3 or (form is not None and form[0] in ("be", "have", "do"))
        )  # fmt: skip

    def _garment(self, at: int, start: int, found: Sequence[Mention]) -> tuple[int, str] | None:
        """``a red coat`` after ``in``, ``wearing`` or ``with``, or after another garment."""
        before = self._tokens[at - 1].lower if at > start else ""
        follows = bool(found) and bool(found[-1].garment)
        joint = before in (",", "and") and follows and found[-1].phrase.end >= at - 2
        if before not in _WEARING and not joint:
            return None
        named = self._chunker.phrase(at) if before == "with" else None
        if named is not None and named.kind == "thing" and self._is_no_garment(named):
            return None
        step, words = at, list[str]()
        while step < len(self._tokens) and self._tokens[step].lower in DETERMINERS | {"pair", "of"}:
            step += 1
        if self._is_colour(step) and before == "in":
            return step + 1, self._tokens[step].lower
        while step < min(len(self._tokens), at + _LONGEST_GARMENT):
            word = self._tokens[step].lower
            if self._tokens[step].kind != "word" or (word in _NOT_WORN and words):
                return None
            words.append(word)
            step += 1
            after = self._tokens[step].lower if step < len(self._tokens) else ""
            worn = next((one for one in (word, *singulars(word)) if one in CLOTHES), "")
            words[-1] = worn or word
            if worn and after not in CLOTHES:
                return step, " ".join(words)
        return None

    def _is_no_garment(self, named: NounPhrase) -> bool:
        """``with three wine glasses``; ``with a golden crown`` is worn."""
        whole = " " in named.noun and named.noun.rpartition(" ")[2] not in CLOTHES
        return named.count > 1 or whole

    def _is_colour(self, at: int) -> bool:
        """``a runner in green``: a colour that describes no noun."""
        known = at < len(self._tokens) and self._tokens[at].lower in COLORS
        follows = self._grammar.node(at + 1)
        noun = follows is not None and follows.tag.startswith(("NN", "JJ")) and not follows.is_verb
        return known and not noun

    def _top(self, phrase: NounPhrase) -> Node:
        """The word of the phrase that hangs on something outside it."""
        nodes = [self._grammar.node(at) for at in range(phrase.start, phrase.end)]
        known = [node for node in nodes if node is not None]
        outside = [
            node for node in known
            if not phrase.start <= node.head.at < phrase.end or node.head is node
        ]  # fmt: skip
        nouns = [node for node in outside if node.dep not in ("det", "amod", "poss", "nummod")]
        return (nouns or outside or known)[-1]

    def _led(self, mention: Mention, start: int) -> Mention:
        """Finds the preposition that ends right before it."""
        first = mention.phrase.start
        verb = self._phrasal(first, start)
        if verb is not None:
            mention.relation, mention.to = "object", verb
            return mention
        for size in range(min(6, first - start), 0, -1):
            match = longest(self._tokens, first - size, PREPOSITIONS, size)
            if match is not None and match[0] == size and not match[3]:
                node = self._grammar.node(first - size)
                if size == 1 and node is not None and node.dep == "mark":
                    return mention
                return replace(mention, preposition=match[1], prep_at=first - size)
        return mention

    def _phrasal(self, first: int, start: int) -> Node | None:
        """The verb of ``knocks over three barrels``, of which the noun is the object."""
        if first - 2 < start:
            return None
        verb = self._grammar.node(first - 2)
        if verb is None or not verb.is_verb or verb.child("auxpass", "nsubjpass") is not None:
            return None
        meant = verb_meanings().get(f"{verb.base} {self._tokens[first - 1].lower}", "")
        return verb if meant in _SEPARABLE else None

    def _relate(self, mention: Mention, inside: dict[int, Mention]) -> None:
        node = mention.node
        if mention.relation == "object":
            return
        if mention.preposition:
            mention.relation = "prep"
            leading = self._grammar.node(mention.prep_at)
            self._hang(mention, leading if leading is not None else node, inside)
            return
        if node.dep in ("conj", "appos") and not node.head.is_verb:
            other = inside.get(node.head.at)
            if other is not None and other is not mention:
                listed = node.dep == "conj" or not _may_be_same(other, mention)
                mention.relation = "with" if listed else "same"
                mention.beside = other
                return
        relation = "subject" if node.dep in _SUBJECTS else "object" if node.dep in _OBJECTS else ""
        relation = "dative" if node.dep == "dative" else relation
        if node.dep == "attr":
            relation = "object" if self._is_there(node.head) else "attribute"
        if relation and node.head.is_verb:
            mention.relation, mention.to = relation, node.head

    def _is_there(self, verb: Node) -> bool:
        return verb.child("expl") is not None

    def _hang(self, mention: Mention, leading: Node, inside: dict[int, Mention]) -> None:
        """What a prepositional phrase says more of: a verb or another mention."""
        here = range(mention.start, mention.phrase.end)
        for node in leading.above():
            if node.at in here:
                continue
            if node.is_verb:
                mention.to = node
                return
            other = inside.get(node.at)
            if other is not None and other is not mention:
                mention.beside = other
                return

    def _relate_by_place(self, found: Sequence[Mention], start: int, end: int) -> None:
        """A verb whose subject the parser missed has the noun right before it."""
        for at in range(start, end):
            verb = self._grammar.node(at)
            if verb is not None and verb.is_verb:
                self._relate_after(verb, found)
            if verb is None or verb.kind not in ("s", "past", "base"):
                continue
            mine = [one for one in found if one.to is verb]
            relative = verb.child("nsubj", "nsubjpass")
            who = relative is not None and relative.word in ("who", "that", "which")
            if who or any(one.relation == "subject" for one in mine):
                continue
            before = self._over_adverbs(at, start)
            ending = [one for one in found if one.phrase.end == before and not one.garment]
            if ending and not ending[0].preposition:
                one = ending[0]
                first = self._first(one)
                if first is not one and first.to is None and not first.preposition:
                    one = first
                taken = one.relation in ("object", "dative") and one.to is not None
                if taken and one.to is not None and one.to.at < at and self._bound(verb, one.to):
                    continue
                if verb.kind == "past" and taken:
                    continue
                one.relation, one.to, one.beside = "subject", verb, None
                if verb.kind == "base":
                    self._join(one, found)
            elif self._is_inverted(verb, at, start):
                after = [one for one in mine if one.relation == "object"]
                for one in after[:1]:
                    one.relation = "subject"

    def _join(self, one: Mention, found: Sequence[Mention]) -> None:
        """``an apple and an orange lie``: the noun before ``and`` lies too."""
        before = [other for other in found if other.phrase.end < one.phrase.start]
        if not before or before[-1].to is not None:
            return
        between = self._tokens[before[-1].phrase.end : one.phrase.start]
        if all(token.lower in ("and", ",") for token in between):
            before[-1].relation, before[-1].beside = "with", one

    def _relate_after(self, verb: Node, found: Sequence[Mention]) -> None:
        """The noun right after a verb is its object, whatever the parser made of it."""
        after = [one for one in found if one.phrase.start == verb.at + 1 and not one.preposition]
        if not after or verb.base == "be":
            return
        one = after[0]
        loose = one.relation == "alone" and not one.garment
        before = [other for other in found if other.phrase.end == verb.at]
        swallowed = verb.kind == "ing" and one.relation == "subject" and bool(before)
        if swallowed and one.to is not None:  # "a truck carrying logs drives"
            before[0].relation, before[0].to = "subject", one.to
        if loose or swallowed:
            one.relation, one.to, one.beside = "object", verb, None

    def _first(self, one: Mention) -> Mention:
        while one.relation == "with" and one.beside is not None:
            one = one.beside
        return one

    def _bound(self, verb: Node, other: Node) -> bool:
        return other in verb.above() and verb.dep in ("xcomp", "conj", "ccomp")

    def _over_adverbs(self, at: int, start: int) -> int:
        while at > start:
            word = self._tokens[at - 1].lower
            if word not in ADVERBS and not word.endswith("ly") and word not in ("who", "then"):
                break
            at -= 1
        return at

    def _is_inverted(self, verb: Node, at: int, start: int) -> bool:
        """``out steps a man``, ``in front of the house stands a tree``, quotations first."""
        before = [self._tokens[one] for one in range(start, at)]
        words = [token.lower for token in before if token.kind == "word"]
        meant = verb_meanings().get(verb.base, "")
        if any(token.kind == "quote" for token in before):
            return meant in SPEAKING
        fronted = bool(words) and (words[0] in PREPOSITIONS or words[0] in PARTICLES)
        return fronted and meant in _STANDING and verb.dep not in ("relcl", "conj")


def _may_be_same(first: Mention, second: Mention) -> bool:
    """``Mara, a tall woman``; two plates and a teapot are a list."""
    named = first.phrase.kind == "person" and second.phrase.kind == "thing"
    return named and second.phrase.name in PEOPLE
