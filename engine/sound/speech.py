"""A line of dialogue spoken by the draft voice: a small network that runs anywhere, in any voice.

The network (hibari-tts, Apache-2.0, its model inside the package, nothing is fetched) speaks as
one woman; ``engine.sound.vocoder`` makes other people of her.
"""

from __future__ import annotations

import importlib
import re
import threading
import unicodedata
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import CannotHere
from engine.sound import noise
from engine.sound.mouth import mouth_opening
from engine.sound.pronunciation import pronouncing
from engine.sound.score import Mono, Speech, SpokenSentence, Voice
from engine.sound.vocoder import VoiceFrames, resynthesised
from engine.sound.voices import voice_for
from engine.timing import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import hibari

__all__ = ["DraftVoice", "voice_for"]

_ACTIVE_RMS = 0.08
_SILENT_SAMPLES = SAMPLE_RATE_HZ * 3 // 10
_PAUSE_SAMPLES = SAMPLE_RATE_HZ * 26 // 100
_MAX_CHARACTERS = 2000


class DraftVoice:
    """Speaks lines; loads its network (0.2 s) at the first one and keeps it.

    Use from one thread at a time; calls from several wait for each other.
    """

    def __init__(self) -> None:
        self._network: hibari.Hibari | None = None
        self._lock = threading.Lock()

    def speak(self, text: str, voice: Voice) -> Speech:
        """The line as sound and as the movement of a mouth.

        Equal text and voice give equal samples.  What cannot be spoken (no letters or digits in
        it, or a script that the voice does not know) gives 0.3 s of silence.

        Raises:
            CannotHere: the speech network cannot be loaded on this machine.
        """
        spoken = speakable(text)
        if not spoken:
            return _silence()
        rng = np.random.default_rng(zlib.crc32(repr((spoken, voice)).encode()))
        with self._lock:
            sentences = self._frames(spoken, voice.pace)
        pieces: list[Mono] = []
        said: list[SpokenSentence] = []
        count = 0
        for sounds, frames in sentences:
            if pieces:
                pieces.append(np.zeros(_PAUSE_SAMPLES, np.float32))
                count += _PAUSE_SAMPLES
            pieces.append(_trimmed(resynthesised(frames, voice, rng)))
            end = count + len(pieces[-1])
            said.append(SpokenSentence(sounds, count / SAMPLE_RATE_HZ, end / SAMPLE_RATE_HZ))
            count = end
        if not pieces:
            return _silence()
        samples = _levelled(np.concatenate(pieces), voice.level_db)
        return Speech(samples=samples, mouth=mouth_opening(samples), sentences=tuple(said))

    def load(self, check: Callable[[], None]) -> None:
        """Loads the network ahead of the first line.

        Args:
            check: called between the steps; raises to stop.

        Raises:
            CannotHere: the speech network cannot be loaded on this machine.
        """
        with self._lock:
            self._loaded(check)

    def _frames(self, text: str, pace: float) -> list[tuple[tuple[str, ...], VoiceFrames]]:
        """Sounds and the network's frames of each sentence; a pace is a speed of the network."""
        network = self._loaded()
        speed = np.asarray([min(max(pace, 0.5), 2.0)], np.float32)
        sentences: list[tuple[tuple[str, ...], VoiceFrames]] = []
        for phonemes in network.phonemize(text):
            ids = network.ids(phonemes)
            if len(ids) < 3:
                continue
            feed = {"ids": np.asarray([ids], np.int64), "speed": speed}
            voiced_log, _, _, hiss_log, hiss_phase, pitch = network.sess.run(None, feed)
            frames = VoiceFrames(voiced_log[0], hiss_log[0], hiss_phase[0], pitch[0])
            sentences.append((_sounds(phonemes), frames))
        return sentences

    def _loaded(self, check: Callable[[], None] = lambda: None) -> hibari.Hibari:
        if self._network is None:
            try:
                importlib.import_module("onnxruntime")
                check()
                import hibari  # noqa: PLC0415 - only when somebody speaks

                check()
                words = pronouncing()
                check()
                self._network = hibari.Hibari(voice="heart", threads=1, g2p=words)
            except (ImportError, OSError, RuntimeError) as error:
                raise CannotHere(
                    "The draft voice could not be loaded; install hibari-tts again "
                    f"(it said: {error})."
                ) from error
        return self._network


_SHORTHAND = {
    "A": "EY", "I": "AY", "O": "OW", "W": "AW", "Y": "OY", "ʤ": "JH", "ʧ": "CH", "T": "DX",
    "ᵊ": "AX", "ᵻ": "IH",
}  # fmt: skip
"""What the network's own alphabet writes with one letter."""


def _sounds(phonemes: str) -> tuple[str, ...]:
    """The speech sounds in order, without stresses, pauses and marks."""
    letters = (_SHORTHAND.get(letter, letter) for letter in phonemes)
    return tuple(sound for sound in letters if sound[0].isalpha() and sound not in "ˈˌː")


def speakable(text: str) -> str:
    """``text`` with only what a Latin-script voice can say, or empty when nothing is left."""
    plain = unicodedata.normalize("NFKC", text)[:_MAX_CHARACTERS]
    plain = plain.translate(str.maketrans("‘’“”–", "''\"\"—"))
    kept = "".join(character if _is_sayable(character) else " " for character in plain)
    kept = re.sub(r"\s+", " ", kept).strip()
    return kept if any(character.isalnum() for character in kept) else ""


def _is_sayable(character: str) -> bool:
    if character.isascii():
        return character.isprintable()
    return character in "—…£€°" or "LATIN" in unicodedata.name(character, "")


def _silence() -> Speech:
    samples = np.zeros(_SILENT_SAMPLES, np.float32)
    return Speech(samples=samples, mouth=mouth_opening(samples))


def _trimmed(samples: Mono) -> Mono:
    """Without the silence before the first and after the last sound (30 ms are left)."""
    loud = np.flatnonzero(np.abs(samples) > 0.004 * np.max(np.abs(samples), initial=1e-9))
    if not len(loud):
        return samples
    margin = SAMPLE_RATE_HZ * 3 // 100
    return samples[max(loud[0] - margin, 0) : loud[-1] + margin]


def _levelled(samples: Mono, level_db: float) -> Mono:
    """At the usual loudness of speech, whoever speaks, plus ``level_db``."""
    power = np.convolve(samples.astype(np.float64) ** 2, np.full(480, 1 / 480), "same")[::480]
    active = power[power > 0.01 * np.max(power, initial=0.0)]
    if not len(active):
        return samples
    gain = _ACTIVE_RMS / np.sqrt(np.mean(active)) * noise.decibels(level_db)
    return noise.faded((samples * gain).astype(np.float32), 0.008, 0.015)
