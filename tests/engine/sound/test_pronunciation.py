"""Claims about the word lists: read differently, they say the same."""

from __future__ import annotations

import pytest
from hibari.g2p import G2P

from engine.sound.pronunciation import pronouncing


def test_words_are_pronounced_as_the_voice_s_own_lists_say() -> None:
    ours, theirs = pronouncing(), G2P()
    assert ours.lexicon.__dict__.keys() == theirs.lexicon.__dict__.keys()
    assert ours.tagger.__dict__ == theirs.tagger.__dict__
    assert ours.__dict__.keys() == theirs.__dict__.keys()


@pytest.mark.parametrize(
    "line", ["I bet you can't make it.", "Dr. Smith read 1999 zxqvics, twice!"]
)
def test_a_line_sounds_the_same(line: str) -> None:
    from hibari import Hibari

    ours = Hibari(voice="heart", threads=1, g2p=pronouncing())
    assert list(ours.phonemize(line)) == list(Hibari(voice="heart", threads=1).phonemize(line))
