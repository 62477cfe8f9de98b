"""Who is meant: pronouns put into names, so that the words of each shot stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

import msgspec

from engine.script.language import parsed
from engine.script.lexicon_words import FEMALE_NAMES, MALE_NAMES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Gender = Literal["she", "he", "it", "they", ""]

_SHE = frozenset(
    "woman girl lady mother grandmother grandma sister daughter wife aunt queen princess actress "
    "waitress nurse bride nun witch widow lioness hen mare schoolgirl ballerina".split()
)
_HE = frozenset(
    "man boy guy gentleman father grandfather grandpa brother son husband uncle king prince actor "
    "waiter groom monk wizard policeman fireman fisherman businessman sailor knight priest "
    "cowboy".split()
)
_PEOPLE = frozenset(
    "person child kid teenager baby toddler doctor teacher detective driver soldier guard student "
    "farmer chef cook singer dancer officer stranger artist painter hunter thief pirate robot "
    "mechanic neighbour neighbor friend barista hiker runner cyclist clerk boss captain".split()
)
_ANIMALS = frozenset("dog cat horse bird wolf fox bear fish rabbit cow".split())
COMMON_NOUNS = _SHE | _HE | _PEOPLE | _ANIMALS
"""Nouns for somebody, which are no names."""

_PRONOUNS: dict[str, tuple[Gender, bool]] = {
    "she": ("she", False), "her": ("she", False), "hers": ("she", True),
    "he": ("he", False), "him": ("he", False), "his": ("he", True),
    "it": ("it", False), "its": ("it", True),
    "they": ("they", False), "them": ("they", False), "their": ("they", True),
}  # fmt: skip
_WORDS = re.compile(r"(?P<word>\w+(?:-\w+)*|['’]\w+|[^\w\s])")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_KEPT_MODIFIERS = frozenset({"in", "with", "of"})
_IT_LASTS = 2
"""For so many sentences a thing may be called ``it``."""


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that was named.

    Attributes:
        words: how to call it again: ``"Anna"``, ``"the old man in the boat"``.
        noun: its noun, with which it may be meant again; empty for names.
        told_at: in which sentence.
    """

    words: str
    gender: Gender
    is_subject: bool
    noun: str = ""
    told_at: int = 0


class Continuity:
    """Follows who is meant from sentence to sentence."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """``names``: who is known by name, as written."""
        self._genders: dict[str, Gender] = {name: gender_of_name(name) for name in names}
        self._mentions: list[Mention] = []
        self._sentences = 0

    def gender(self, name: str) -> Gender:
        """``"she"`` or ``"he"`` when the text or the name says so."""
        return self._genders.get(name, "")

    def meet(self, name: str) -> None:
        """Somebody who is known by name is seen doing something."""
        self._remember([Mention(words=name, gender=self.gender(name), is_subject=True)])

    def resolved(self, sentence: str) -> str:
        """The sentence with its pronouns put into what was named before it.

        Pronouns for what the sentence itself names before them stay; so does what is said.
        """
        places, words = _words_outside_quotes(sentence)
        if not words:
            return sentence
        doc = parsed(words, frozenset({0}))
        found: list[Mention] = []
        put: list[tuple[int, int, str]] = []
        for token in doc:
            pronoun = _PRONOUNS.get(token.lower_)
            if pronoun is not None and token.pos_ in ("PRON", "DET"):
                instead = self._instead(token, *pronoun, found)
                if instead:
                    put.append((*places[token.i], instead))
            elif (mention := self._mention(token, doc)) is not None:
                found.append(mention)
        self._remember(found)
        return _replaced(sentence, put)

    def _instead(self, token: Token, gender: Gender, possessive: bool, here: list[Mention]) -> str:
        """What to say for a pronoun; empty when the sentence makes it clear, or nothing does."""
        owns = possessive or token.dep_ == "poss"
        if _is_empty_it(token):
            return ""
        if any(_may_be(mention, gender) for mention in here):
            self._learn(here, gender)
            return ""
        words = self._group() if gender == "they" else self._last(gender)
        if not words:
            return ""
        here.append(Mention(words=words, gender=gender, is_subject=token.dep_ in _SUBJECTS))
        said = f"{words}'" if words.endswith("s") and gender == "they" else f"{words}'s"
        return said if owns else words

    def _last(self, gender: Gender) -> str:
        """Whom a pronoun means: the latest subject that fits, else the latest that does."""
        fitting = [mention for mention in self._mentions if _may_be(mention, gender)]
        if gender == "it":
            fitting = [each for each in fitting if self._sentences - each.told_at <= _IT_LASTS]
        subjects = [each for each in fitting if each.is_subject and gender != "it"]
        if not fitting:
            return ""
        chosen = (subjects or fitting)[-1]
        self._learn([chosen], gender)
        return chosen.words

    def _group(self) -> str:
        """Whom ``they`` means: a plural that was named, or the last two people."""
        last: list[str] = []
        for mention in reversed(self._mentions):
            if mention.gender == "they":
                return mention.words if not last else ""
            if mention.gender != "it" and mention.words not in last:
                last.insert(0, mention.words)
            if len(last) == 2:
                return " and ".join(last)
        return ""

    def _learn(self, mentions: Iterable[Mention], gender: Gender) -> None:
        for mention in mentions:
            if self._genders.get(mention.words) == "":
                self._genders[mention.words] = gender

    def _remember(self, found: list[Mention]) -> None:
        self._sentences += 1
        for mention in found:
            known = self._genders.get(mention.words, "") or mention.gender
            same = next((each for each in self._mentions if each.words == mention.words), mention)
            self._mentions = [each for each in self._mentions if each.words != mention.words]
            self._mentions.append(
                msgspec.structs.replace(
                    mention, gender=known, noun=mention.noun or same.noun, told_at=self._sentences
                )
            )

    def _mention(self, token: Token, doc: Doc) -> Mention | None:
        is_subject = token.dep_ in _SUBJECTS
        name = self._name_at(token, doc)
        if name:
            return Mention(words=name, gender=self._genders[name], is_subject=is_subject)
        if token.pos_ != "NOUN":
            return None
        gender = _gender_of_noun(token)
        lemma = token.lemma_.lower()
        if gender is None or (gender == "it" and not _is_taken_up(token, is_subject)):
            return None
        known = self._known(token)
        words = known.words if known is not None else _called_again(token)
        return Mention(words=words, gender=gender, is_subject=is_subject, noun=lemma)

    def _known(self, token: Token) -> Mention | None:
        """What a bare ``the man`` means: the last man who was named."""
        before = [child.lower_ for child in token.children if child.i < token.i]
        fitting = [each for each in self._mentions if each.noun == token.lemma_.lower()]
        return fitting[-1] if before == ["the"] and fitting else None

    def _name_at(self, token: Token, doc: Doc) -> str:
        """The name whose last word the token is."""
        for name in self._genders:
            parts = name.split(" ")
            start = token.i - len(parts) + 1
            if start >= 0 and [doc[start + at].text for at in range(len(parts))] == parts:
                return name
        return ""


def gender_of_name(name: str) -> Gender:
    """What first names and titles say."""
    for word in name.casefold().replace(".", "").split():
        if word in FEMALE_NAMES or word in _SHE or word in ("mrs", "ms", "miss", "lady"):
            return "she"
        if word in MALE_NAMES or word in _HE or word in ("mr", "sir", "lord"):
            return "he"
    return ""


def _may_be(mention: Mention, gender: Gender) -> bool:
    return mention.gender == gender or (mention.gender == "" and gender in ("she", "he"))


def _is_empty_it(token: Token) -> bool:
    """``It is raining``: an ``it`` that means nothing."""
    return token.lower_ == "it" and (
        token.dep_ == "expl"
        or token.head.lemma_.lower() in ("rain", "snow", "be", "seem", "get", "grow")
    )


def _gender_of_noun(token: Token) -> Gender | None:
    """None for what no pronoun comes back to."""
    lemma = token.lemma_.lower()
    if token.tag_ == "NNS":
        return "they" if lemma in _SHE | _HE | _PEOPLE | _ANIMALS else None
    if lemma in _SHE:
        return "she"
    if lemma in _HE:
        return "he"
    if lemma in _PEOPLE:
        return ""
    if lemma in _ANIMALS:
        return "it"
    return "it" if token.dep_ not in ("compound", "npadvmod") else None


def _is_taken_up(token: Token, is_subject: bool) -> bool:
    """Is it a thing that a later ``it`` may mean: what does or suffers something?"""
    return is_subject or token.dep_ == "dobj" or token.lemma_.lower() in _ANIMALS


def _called_again(token: Token) -> str:
    """The noun with what describes it, as something known: ``a dog`` → ``the dog``."""
    kept = {token.i}
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nummod") or child.lower_ in _KEPT_MODIFIERS:
            kept |= {each.i for each in child.subtree}
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    words = [token.doc[at].text for at in sorted(kept)]
    start = [each.text for each in owner.subtree] if owner is not None else ["the"]
    said = " ".join((*start, *words)).replace(" '", "'").replace(" ’", "’").replace(" - ", "-")
    return said if owner is None or owner.lower_ not in _PRONOUNS else f"the {' '.join(words)}"


def _words_outside_quotes(sentence: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Where each word stands and what it is; what is said is left out."""
    places: list[tuple[int, int]] = []
    quoted = False
    for match in _WORDS.finditer(sentence):
        if match["word"] in '"“”':
            quoted = match["word"] == "“" or (match["word"] == '"' and not quoted)
            continue
        if not quoted:
            places.append(match.span())
    return places, [sentence[start:end] for start, end in places]


def _replaced(sentence: str, put: list[tuple[int, int, str]]) -> str:
    for start, end, words in reversed(put):
        first = words[:1].upper() + words[1:] if sentence[start].isupper() else words
        sentence = f"{sentence[:start]}{first}{sentence[end:]}"
    return sentence
