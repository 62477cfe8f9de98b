"""From touches of single steps to what is heard: impacts at their instant, rolling and sliding.

An impact is a touch whose impulse stands out from what rest would need: the pair came together
with a speed above ``MIN_SPEED_MPS``.  Its time is inside the step: the gap at the step's start
divided by the speed of approach.  A body that keeps touching while it moves rolls or scrapes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.sound.score import ContinuousCue
from engine.timing import SAMPLE_RATE_HZ
from engine.world.physics import STEP_RATE_HZ, Touch

MIN_SPEED_MPS = 0.12
QUIET_STEPS = 14
_MIN_SLIDE_S = 0.12
_MIN_SLIDE_MPS = 0.12
_SLIDE_GAP_STEPS = 24


@dataclass(frozen=True)
class BodyFacts:
    """What the contact log needs to know of a body.

    Attributes:
        free: moved by physics.
        rolls: round, so that it rolls rather than scrapes.
    """

    material: str
    mass_kg: float
    size_m: float
    free: bool
    rolls: bool


@dataclass(frozen=True)
class Impact:
    """Two bodies came together."""

    time_s: float
    bodies: tuple[str, str]
    position_m: tuple[float, float, float]
    impulse_ns: float


@dataclass
class _Pair:
    last_step: int = -10_000
    resting_ns: float = 0.0
    last_impact_step: int = -10_000
    slide: _Slide | None = None


@dataclass
class _Slide:
    start_step: int
    last_step: int
    speeds: list[float] = field(default_factory=list)
    positions: list[tuple[float, float, float]] = field(default_factory=list)


class ContactLog:
    """Collects the touches of a run, step by step, and says what was heard.

    Args:
        bodies: facts by body name; names missing here are the ground's.
        gravity_mps2: tells resting impulses from blows.
    """

    def __init__(self, bodies: Mapping[str, BodyFacts], gravity_mps2: float) -> None:
        self._bodies = bodies
        self._gravity = gravity_mps2
        self._pairs: dict[tuple[str, str], _Pair] = {}
        self.impacts: list[Impact] = []
        self.slides: list[ContinuousCue] = []

    def add(self, step: int, touches: list[Touch], velocities: Mapping[str, np.ndarray]) -> None:
        """Takes in one step's touches and the free bodies' velocities *before* it (m/s)."""
        merged: dict[tuple[str, str], Touch] = {}
        for touch in touches:
            key = (min(touch.bodies), max(touch.bodies))
            other = merged.get(key)
            if other is None:
                merged[key] = touch
            else:
                strong = touch if touch.impulse_ns > other.impulse_ns else other
                merged[key] = Touch(
                    bodies=strong.bodies,
                    position_m=strong.position_m,
                    normal=strong.normal,
                    impulse_ns=touch.impulse_ns + other.impulse_ns,
                    separation_m=min(touch.separation_m, other.separation_m),
                )
        for key, touch in merged.items():
            self._take_in(step, key, touch, velocities)

    def rest(self, step: int, touches: list[Touch]) -> None:
        """Takes in what lies on what before the shot (``step`` below 0); none of it is heard."""
        for touch in touches:
            key = (min(touch.bodies), max(touch.bodies))
            pair = self._pairs.setdefault(key, _Pair())
            pair.resting_ns += 0.2 * (touch.impulse_ns - pair.resting_ns)
            pair.last_step = step

    def strike(
        self,
        time_s: float,
        bodies: tuple[str, str],
        position_m: tuple[float, float, float],
        impulse_ns: float,
    ) -> None:
        """Records a blow that an actor dealt (a kick, a slap)."""
        self.impacts.append(Impact(time_s, bodies, position_m, impulse_ns))

    def finish(self) -> None:
        """Closes what still rolls and sorts the impacts by time."""
        for key, pair in self._pairs.items():
            self._close_slide(key, pair)
        self.impacts.sort(key=lambda impact: (impact.time_s, impact.bodies))

    def _take_in(
        self,
        step: int,
        key: tuple[str, str],
        touch: Touch,
        velocities: Mapping[str, np.ndarray],
    ) -> None:
        pair = self._pairs.setdefault(key, _Pair())
        normal = np.asarray(touch.normal)
        relative = velocities.get(touch.bodies[0], 0.0) - velocities.get(touch.bodies[1], 0.0)
        closing = abs(float(np.dot(relative, normal))) if np.ndim(relative) else 0.0
        mass = self._moving_mass(key)
        rest_ns = mass * self._gravity / STEP_RATE_HZ
        blow_ns = touch.impulse_ns - max(2.0 * rest_ns, 1.6 * pair.resting_ns)
        apart = step - pair.last_step > 2
        settled = step - pair.last_impact_step > QUIET_STEPS
        stands_out = apart or blow_ns > 6.0 * max(rest_ns, pair.resting_ns)
        if blow_ns > mass * MIN_SPEED_MPS and settled and stands_out:
            gap = max(touch.separation_m, 0.0)
            inside = min(gap / closing, 1.0 / STEP_RATE_HZ) if closing > 1e-6 else 0.0
            self.impacts.append(
                Impact(step / STEP_RATE_HZ + inside, key, touch.position_m, touch.impulse_ns)
            )
            pair.last_impact_step = step
        else:
            share = 0.2
            pair.resting_ns += share * (touch.impulse_ns - pair.resting_ns)
        self._slide_on(step, key, pair, touch, relative)
        pair.last_step = step

    def _slide_on(
        self, step: int, key: tuple[str, str], pair: _Pair, touch: Touch, relative: object
    ) -> None:
        vector = np.asarray(relative, np.float64)
        if vector.ndim == 0:
            return
        normal = np.asarray(touch.normal)
        speed = float(np.linalg.norm(vector - normal * float(np.dot(vector, normal))))
        slide = pair.slide
        if slide is not None and step - slide.last_step > _SLIDE_GAP_STEPS:
            self._close_slide(key, pair)
            slide = None
        if speed < _MIN_SLIDE_MPS:
            return
        if slide is None:
            slide = pair.slide = _Slide(step, step)
        slide.last_step = step
        slide.speeds.append(speed)
        slide.positions.append(touch.position_m)

    def _close_slide(self, key: tuple[str, str], pair: _Pair) -> None:
        slide, pair.slide = pair.slide, None
        if slide is None or (slide.last_step - slide.start_step) / STEP_RATE_HZ < _MIN_SLIDE_S:
            return
        if len(slide.speeds) < 0.5 * (slide.last_step - slide.start_step):
            return  # bouncing along, not in touch
        free = self._lightest(key)
        facts = self._bodies[free]
        every = max(1, len(slide.speeds) // 50)
        scale = SAMPLE_RATE_HZ // STEP_RATE_HZ
        middle = slide.positions[len(slide.positions) // 2]
        self.slides.append(
            ContinuousCue(
                kind="roll" if facts.rolls else "scrape",
                start_sample=slide.start_step * scale,
                end_sample=(slide.last_step + 1) * scale,
                materials=self._sounding_first(key),
                speed_mps=tuple(slide.speeds[::every]),
                size_m=facts.size_m,
                position_m=middle,
            )
        )

    def materials(self, bodies: tuple[str, str]) -> tuple[str, str]:
        """Sound materials of a pair, in the order of its bodies."""
        return (self._bodies[bodies[0]].material, self._bodies[bodies[1]].material)

    def _sounding_first(self, bodies: tuple[str, str]) -> tuple[str, str]:
        free = self._lightest(bodies)
        other = bodies[1] if free == bodies[0] else bodies[0]
        return self.materials((free, other))

    def sounding(self, bodies: tuple[str, str]) -> BodyFacts:
        """Facts of the body that gives the impact its pitch: the lighter free one."""
        return self._bodies[self._lightest(bodies)]

    def _lightest(self, bodies: tuple[str, str]) -> str:
        return min(
            bodies, key=lambda name: (not self._bodies[name].free, self._bodies[name].mass_kg)
        )

    def _moving_mass(self, bodies: tuple[str, str]) -> float:
        inverse = sum(
            1.0 / self._bodies[name].mass_kg for name in bodies if self._bodies[name].free
        )
        return 1.0 / inverse if inverse else 1.0
