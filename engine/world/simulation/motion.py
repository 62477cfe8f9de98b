"""What happened in a played scene: values for picture, sound and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.generation import ContactEvent
from engine.sound.score import ContinuousCue, EffectCue, FootstepCue, ImpactCue
from engine.world.model import Matrix
from engine.world.scene import Prop, Vector


@dataclass(frozen=True)
class Splash:
    """Something fell into water.

    Attributes:
        position_m: where it went through the surface.
        speed_mps: downwards.
        size_m: of what fell.
    """

    prop: str
    time_s: float
    position_m: Vector
    speed_mps: float
    size_m: float


@dataclass(frozen=True)
class Break:
    """Something went to pieces on meeting ``other``, on ``frame``, by this impulse."""

    prop: str
    other: str
    time_s: float
    frame: int
    position_m: Vector
    impulse_ns: float


@dataclass(frozen=True, eq=False)
class Motion:
    """What happened.

    Attributes:
        poses: prop label -> (frames, 4, 4) model-to-world, one per video frame; float32 for what
            moves, one pose seen from every frame for what does not.
        contacts: for people and files; ``impacts`` the same for the sound stage.
        pieces: props that came to be: what broken things fell into.
        spans: label -> (first frame, frame after the last) in which it is there; props that are
            not named here are there all the time.
        effects: sounds of what happened beside impacts: splashes, breaking.
    """

    poses: dict[str, Matrix]
    contacts: tuple[ContactEvent, ...]
    impacts: tuple[ImpactCue, ...]
    continuous: tuple[ContinuousCue, ...]
    footsteps: tuple[FootstepCue, ...]
    pieces: tuple[Prop, ...] = ()
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    breaks: tuple[Break, ...] = ()
    splashes: tuple[Splash, ...] = ()
    effects: tuple[EffectCue, ...] = ()

    def is_there(self, label: str, frame: int) -> bool:
        """Is a prop seen in that frame: not broken yet, or come to be already?"""
        first, end = self.spans.get(label, (0, frame + 1))
        return first <= frame < end
