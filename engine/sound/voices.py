"""Who sounds how: words for a person become a voice, always the same one for the same words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from engine.sound.score import Voice


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WOMAN = Voice()
_MAN = Voice(pitch_semitones=-9.0, formant_ratio=0.85)
_GIRL = Voice(pitch_semitones=4.5, formant_ratio=1.14, pace=0.97)
_BOY = Voice(pitch_semitones=3.0, formant_ratio=1.10, pace=0.97)
_OLD_MAN = Voice(pitch_semitones=-6.5, formant_ratio=0.88, pace=0.88, tremor=0.55, breath=0.10)
_OLD_WOMAN = Voice(pitch_semitones=-2.5, formant_ratio=0.97, pace=0.88, tremor=0.55, breath=0.10)
_ROBOT = Voice(pitch_semitones=-6.0, formant_ratio=0.94, pace=0.95)

_MALE = _words(
    "man men male he him his gentleman guy father dad grandfather grandpa king sir mr "
    "policeman fisherman actor waiter husband brother uncle son prince monk wizard"
)
_FEMALE = _words(
    "woman women female she her lady mother mum mom grandmother grandma queen mrs ms "
    "nurse actress waitress wife sister aunt daughter princess witch"
)
_BOYS = _words("boy boys son schoolboy")
_GIRLS = _words("girl girls daughter schoolgirl")
_CHILDREN = _words("child kid toddler baby")
_AGED = _words("old elderly aged ancient grandfather grandmother grandpa grandma senior")
_MACHINES = _words("robot android machine")

_WORDS: dict[str, tuple[float, float, float, float, float, float]] = {
    # word: semitones, formant factor, pace factor, level dB, breath, effort
    "deep": (-3.0, 0.96, 1.0, 0, 0, 0),
    "low": (-2.5, 0.97, 1.0, 0, 0, 0),
    "gruff": (-2.5, 0.95, 0.96, 1, 0.05, 0.2),
    "hoarse": (-1.5, 1.0, 0.96, 0, 0.30, 0),
    "high": (3.0, 1.03, 1.0, 0, 0, 0),
    "shrill": (4.5, 1.05, 1.05, 2, 0, 0.4),
    "squeaky": (6.0, 1.12, 1.05, 0, 0, 0),
    "small": (2.0, 1.05, 1.0, -1, 0, 0),
    "big": (-2.0, 0.95, 1.0, 1, 0, 0),
    "huge": (-3.0, 0.93, 0.95, 2, 0, 0),
    "slow": (0, 1.0, 0.82, 0, 0, 0),
    "slowly": (0, 1.0, 0.82, 0, 0, 0),
    "calm": (-0.5, 1.0, 0.92, -1, 0, 0),
    "calmly": (-0.5, 1.0, 0.92, -1, 0, 0),
    "fast": (0, 1.0, 1.18, 0, 0, 0),
    "quick": (0, 1.0, 1.15, 0, 0, 0),
    "quickly": (0, 1.0, 1.15, 0, 0, 0),
    "excited": (1.5, 1.0, 1.10, 2, 0, 0.3),
    "sad": (-1.0, 1.0, 0.88, -2, 0.08, 0),
    "sadly": (-1.0, 1.0, 0.88, -2, 0.08, 0),
    "angry": (0.5, 1.0, 1.05, 4, 0, 0.6),
    "angrily": (0.5, 1.0, 1.05, 4, 0, 0.6),
    "soft": (0, 1.0, 0.96, -4, 0.15, 0),
    "softly": (0, 1.0, 0.96, -4, 0.15, 0),
    "quiet": (0, 1.0, 0.97, -5, 0.12, 0),
    "quietly": (0, 1.0, 0.97, -5, 0.12, 0),
    "breathy": (0, 1.0, 0.97, -2, 0.35, 0),
    "loud": (0.5, 1.0, 1.0, 4, 0, 0.4),
    "loudly": (0.5, 1.0, 1.0, 4, 0, 0.4),
    "whisper": (0, 1.0, 0.92, -8, 1.0, 0),
    "murmur": (-0.5, 1.0, 0.95, -6, 0.25, 0),
    "shout": (3.0, 1.02, 0.98, 6, 0, 1.0),
    "yell": (3.5, 1.02, 1.0, 6, 0, 1.0),
    "scream": (5.0, 1.04, 1.0, 7, 0, 1.0),
    "call": (2.0, 1.01, 0.97, 4, 0, 0.6),
    "cry": (2.0, 1.0, 0.95, 3, 0.1, 0.4),
}
_ENDINGS = ("", "s", "es", "ed", "ing")


def voice_for(description: str, name: str, words: str) -> Voice:
    """The voice of ``name``, deterministic, and different from others of the same kind.

    Args:
        description: what the person is and looks like (``"an old man in a coat"``).
        name: whose voice; varies pitch, throat and pace a little.
        words: words for the voice and the manner (``"deep, slow"``, ``"whispers"``).
    """
    description_words = _split(f"{description} {name}")
    own_words = _split(words)
    kinds = own_words if _names_a_kind(own_words) else description_words
    voice = _varied(_base(kinds, kinds | own_words | description_words), name)
    for word in sorted(own_words):
        voice = _coloured(voice, word)
    return replace(
        voice,
        pitch_semitones=min(max(voice.pitch_semitones, -14.0), 12.0),
        formant_ratio=min(max(voice.formant_ratio, 0.76), 1.26),
        pace=min(max(voice.pace, 0.6), 1.6),
        breath=min(voice.breath, 1.0),
        effort=min(voice.effort, 1.0),
    )


def _split(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text.lower()))


def _names_a_kind(words: frozenset[str]) -> bool:
    return bool(words & (_MALE | _FEMALE | _BOYS | _GIRLS | _CHILDREN | _MACHINES))


def _base(kinds: frozenset[str], everything: frozenset[str]) -> Voice:
    """The typical voice of a kind of person; a woman's when the words do not say."""
    aged = bool(everything & _AGED)
    young = bool(everything & _CHILDREN) or bool(kinds & (_BOYS | _GIRLS))
    male = bool(kinds & (_MALE | _BOYS)) and not kinds & (_FEMALE | _GIRLS)
    if kinds & _MACHINES:
        return _ROBOT
    if young and not aged:
        return _BOY if male else _GIRL
    if male:
        return _OLD_MAN if aged else _MAN
    return _OLD_WOMAN if aged else _WOMAN


def _varied(voice: Voice, name: str) -> Voice:
    """A person's own shade of a kind of voice."""
    digest = hashlib.sha256(name.strip().lower().encode()).digest()
    pitch, throat, pace = (byte / 127.5 - 1.0 for byte in digest[:3])
    return replace(
        voice,
        pitch_semitones=voice.pitch_semitones + 1.7 * pitch,
        formant_ratio=voice.formant_ratio * (1 + 0.028 * throat),
        pace=voice.pace * (1 + 0.04 * pace),
    )


def _coloured(voice: Voice, word: str) -> Voice:
    """``voice`` as one word of manner says; unknown words change nothing."""
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    known = [stem for stem in stems if stem in _WORDS] or [
        stem + "e" for stem in stems if stem + "e" in _WORDS
    ]
    if not known:
        return voice
    semitones, throat, pace, level_db, breath, effort = _WORDS[known[0]]
    return replace(
        voice,
        pitch_semitones=voice.pitch_semitones + semitones,
        formant_ratio=voice.formant_ratio * throat,
        pace=voice.pace * pace,
        level_db=voice.level_db + level_db,
        breath=voice.breath + breath,
        effort=voice.effort + effort,
    )
