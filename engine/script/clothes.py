"""Clothes: ``in a red coat``, ``wearing a hat``, ``with long hair``."""

from __future__ import annotations

from engine.script.lexicon_words import ADJECTIVES, CLOTHES, DETERMINERS
from engine.script.noun_phrase import NounPhrase
from engine.script.reading import Reading


class ClothesReader:
    """Reads what somebody wears into their attributes."""

    def __init__(self, reading: Reading) -> None:
        self._now = reading

    def read(self, at: int) -> int:
        """``in a red coat``, ``wearing a hat``, ``with long hair``: attributes of who was named."""
        now = self._now
        start = at
        if now.word(start) in ("is", "are", "was", "'s") and now.word(start + 1) in (
            "wearing", "dressed"):  # fmt: skip
            start += 1
        opener = now.word(start)
        if opener not in ("in", "wearing", "with", "wears", "dressed", "wore"):
            return 0
        owner = next((entity for entity in [*reversed(now.last), *now.subjects]
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
            if joint < len(now.tokens) and now.tokens[joint].lower in (",", "and"):
                joint += 1
            if joint > end and now.word(joint) == "and":
                joint += 1
            if joint == end or not self._garment(joint)[1]:
                break
            end = joint
        return end - at if found else 0

    def _garment(self, at: int) -> tuple[int, str]:
        now = self._now
        words: list[str] = []
        while now.word(at) in DETERMINERS or now.word(at) in ("long", "pair", "of"):
            if now.word(at) == "long":
                words.append("long")
            at += 1
        start = at
        while now.word(at) and at < start + 4:
            word = now.word(at)
            words.append(word)
            at += 1
            if word in CLOTHES:
                if now.word(at) in CLOTHES:
                    continue
                return at, " ".join(words)
            if word not in ADJECTIVES and now.word(at) not in CLOTHES and word != "and":
                break
        return at, ""

    def attach(self, phrase: NounPhrase) -> None:
        """Clothes that nobody was said to be in belong to who acts."""
        now = self._now
        owner = next(iter(now.subjects), None) or now.entities.last_person()
        words = " ".join([*phrase.attributes, phrase.noun])
        if owner is not None:
            owner.attributes.append(words)
        else:
            now.strange.extend(
                index for index in range(phrase.start, phrase.end)
                if now.word(index) not in DETERMINERS
            )  # fmt: skip
        now.preposition = ""
