"""The score of a take: every cue at its sample, as values.  ``perform`` turns it into stems.

Positions are world metres; the listener is the camera.  All times are 48 kHz samples from the
shot's start; cues outside the shot are legal and are cut at its ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Vector = tuple[float, float, float]
Mono = NDArray[np.float32]
Stereo = NDArray[np.float32]


@dataclass(frozen=True)
class ImpactCue:
    """Two things hit each other: the sound's onset is exactly on ``sample``.

    Attributes:
        materials: the two sound materials (see ``engine.materials``); first that of the
            smaller free body.
        impulse_ns: newton seconds.
        size_m: typical size of the smaller free body (sets the pitch).
        mass_kg: of the smaller free body.
    """

    sample: int
    materials: tuple[str, str]
    impulse_ns: float
    size_m: float
    mass_kg: float
    position_m: Vector


@dataclass(frozen=True)
class ContinuousCue:
    """Rolling or sliding contact: a noise that follows the speed.

    Attributes:
        kind: ``"roll"`` or ``"scrape"``.
        speed_mps: speed at evenly spaced moments from start to end.
    """

    kind: str
    start_sample: int
    end_sample: int
    materials: tuple[str, str]
    speed_mps: tuple[float, ...]
    size_m: float
    position_m: Vector


@dataclass(frozen=True)
class FootstepCue:
    """A foot comes down; ``weight_kg`` and ``hard`` (0 bare or paw to 1 heel or hoof) colour it."""

    sample: int
    ground: str
    weight_kg: float
    hard: float
    position_m: Vector


@dataclass(frozen=True)
class Voice:
    """A speaking voice.

    Attributes:
        pitch_semitones: relative to the draft voice (a woman's); about -9 is a man's.
        formant_ratio: vocal-tract scale, 1.0 the draft voice, 0.84 a man, 1.12 a child.
        pace: 1.0 normal; 0.8 slow.
        level_db: whispers -8, shouts +6.
        breath: 0 voiced to 1 whispered.
        effort: 0 normal to 1 shouted (brighter).
        tremor: 0 steady to 1 shaking with age.
    """

    pitch_semitones: float = 0.0
    formant_ratio: float = 1.0
    pace: float = 1.0
    level_db: float = 0.0
    breath: float = 0.0
    effort: float = 0.0
    tremor: float = 0.0


@dataclass(frozen=True)
class SpokenSentence:
    """The speech sounds of a sentence (IPA or ARPAbet, in order) and when it is heard, seconds."""

    sounds: tuple[str, ...]
    start_s: float
    end_s: float


@dataclass(frozen=True, eq=False)
class Speech:
    """A synthesised line.

    Attributes:
        samples: 48 kHz mono float32.
        mouth: how open the mouth is, 0 to 1, one value per 10 ms.
        sentences: what is said in which stretch of it.
    """

    samples: Mono
    mouth: NDArray[np.float32]
    sentences: tuple[SpokenSentence, ...] = ()


@dataclass(frozen=True, eq=False)
class SpeechCue:
    """A line at its place; ``position_m`` None is a narrator (no room, centre)."""

    sample: int
    speech: Speech
    position_m: Vector | None


@dataclass(frozen=True)
class EffectCue:
    """A named effect (``"phone"``, ``"thunder"``, ``"dog"``, ``"engine"`` ...).

    Attributes:
        end_sample: for lasting effects (an engine); None plays its natural length.
        path_m: positions at evenly spaced moments from start to end (one: it stays there).
    """

    name: str
    sample: int
    path_m: tuple[Vector, ...]
    end_sample: int | None = None
    level_db: float = 0.0


@dataclass(frozen=True)
class AmbienceCue:
    """The bed of a place: canonical names from the breakdown, ``rain`` and ``wind`` 0 to 1."""

    place: str
    time: str
    weather: str
    rain: float = 0.0
    wind: float = 0.0
    indoors: bool = False


@dataclass(frozen=True, eq=False)
class ListenerTrack:
    """The camera as ears: camera-to-world matrices at evenly spaced moments over the shot.

    Attributes:
        matrices: (moments, 4, 4) float64, OpenGL camera (right is +X).
    """

    matrices: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Score:
    """Everything that sounds in a shot of ``sample_count`` samples."""

    sample_count: int
    seed: int
    listener: ListenerTrack
    ambience: AmbienceCue
    impacts: tuple[ImpactCue, ...] = ()
    continuous: tuple[ContinuousCue, ...] = ()
    footsteps: tuple[FootstepCue, ...] = ()
    speech: tuple[SpeechCue, ...] = ()
    effects: tuple[EffectCue, ...] = ()


@dataclass(frozen=True, eq=False)
class Stems:
    """The performed score: (samples, 2) float32 each, not yet mixed."""

    dialogue: Stereo
    effects: Stereo
    ambience: Stereo
    notes: tuple[str, ...] = field(default=())
