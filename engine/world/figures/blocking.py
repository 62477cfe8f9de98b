"""From acts to travels: where a two-legged figure has to go so that its acts can be done."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.steps import Gait, Spot, Travel

WALK = Gait(offsets=(0.0, 0.5), duty=0.62)
RUN = Gait(offsets=(0.0, 0.5), duty=0.36, stretch=1.10)
_TURN_LIMIT = math.radians(50)
_STILL = frozenset(
    "stand wave point talk throw nod shake_head drink eat open close push pull catch drop hug bow "
    "clap shrug phone read type guitar swing hammer feel".split()
)


@dataclass(frozen=True)
class Hop:
    """A jump: from one height to another, ``apex`` metres above the straight line between."""

    lift_s: float
    land_s: float
    apex: float
    start: float = 0.0
    end: float = 0.0

    def height(self, time_s: float) -> float:
        """How high the feet are during the jump, metres."""
        u = min(max((time_s - self.lift_s) / (self.land_s - self.lift_s), 0.0), 1.0)
        return self.start + (self.end - self.start) * u + self.apex * 4 * u * (1 - u)


def perch_height(hops: Sequence[Hop], time_s: float) -> float:
    """Height of the feet: in the air, or on what the last jump landed on."""
    begun = [hop for hop in hops if hop.lift_s < time_s]
    return begun[-1].height(time_s) if begun else 0.0


@dataclass
class Blocking:
    """Where acts lead.

    Attributes:
        travels: in order of time.
        hops: jumps.
        seats: sitting acts with the middle of their seats, metres.
    """

    travels: list[Travel] = field(default_factory=list)
    hops: list[Hop] = field(default_factory=list)
    seats: list[tuple[Act, tuple[float, float, float]]] = field(default_factory=list)


@dataclass(frozen=True)
class Measures:
    """Lengths that decide where to stand, metres."""

    leg: float
    hip_x: float
    foot: float
    seat_back: float
    stature: float
    gaits: tuple[tuple[float, Gait], ...] = ((0.0, WALK), (0.75, RUN))
    run_from: float = 0.45

    def gait(self, natural: float, hurried: bool) -> Gait:
        """The gait for a speed in units of the leg's natural speed."""
        if hurried and natural > self.run_from:
            natural = max(natural, self.gaits[1][0])
        return [gait for least, gait in self.gaits if natural >= least][-1]


def block(acts: Sequence[Act], start: Spot, yaw: float, body: Measures) -> Blocking:
    """Plans travels for acts that are sorted by their start."""
    planner = _Planner(start, yaw, body)
    for act in acts:
        planner.add(act)
    return planner.blocking


class _Planner:
    def __init__(self, start: Spot, yaw: float, body: Measures) -> None:
        self.at, self.yaw, self.body = start, yaw, body
        self.blocking = Blocking()
        self.busy_until = -1.0

    def add(self, act: Act) -> None:
        match act.kind:
            case "walk" | "run" | "fly":
                self._walk(act)
            case "crawl" | "swim" | "ride" if act.points:
                self._glide(act)
            case "climb":
                self._climb(act)
            case "drive":
                self._sit(act)
            case "turn":
                self._turn(act)
            case "sit":
                self._sit(act)
            case "kick":
                self._kick(act)
            case "pick_up" | "put_down":
                self._pick_up(act)
            case "jump":
                self._jump(act)
            case "dance":
                beats = max(round(act.length_s * 2.0), 2)
                self._go(act.start_s, act.end_s, (self.at,), None, steps=beats)
            case _ if act.kind in _STILL and act.target is not None:
                self._face(act)

    def _go(
        self, start_s: float, end_s: float, points: tuple[Spot, ...], heading: float | None,
        gait: Gait | None = None, steps: int = 0, fixed: bool = False,
    ) -> None:  # fmt: skip
        gait = gait or self.body.gaits[0][1]
        start_s = max(start_s, self.busy_until)
        if end_s - start_s < 0.12:
            return
        self.blocking.travels.append(Travel(start_s, end_s, points, gait, heading, fixed, steps))
        self.busy_until = end_s
        if len(points) > 1 and not fixed:
            before = next(
                (p for p in reversed(points[:-1]) if math.dist(p, points[-1]) > 1e-6), None
            )
            if before is not None:
                self.yaw = math.atan2(points[-1][0] - before[0], points[-1][1] - before[1])
        self.at = points[-1]
        if heading is not None:
            self.yaw = heading

    def _walk(self, act: Act) -> None:
        points = act.points
        if not points and act.target is not None:
            points = ((act.target[0], act.target[2]),)
        if not points or all(math.dist(self.at, point) < 0.05 for point in points):
            return
        way = (self.at, *points)
        length = sum(math.dist(a, b) for a, b in pairwise(way))
        start_s = max(act.start_s, self.busy_until)
        speed = length / max(act.end_s - start_s, 0.2)
        slowest = 0.45 * math.sqrt(self.body.leg)
        end_s = act.end_s if speed >= slowest else start_s + length / slowest
        natural = speed / math.sqrt(9.81 * self.body.leg)
        self._go(start_s, end_s, way, None, self.body.gait(natural, act.kind == "run"))

    def _glide(self, act: Act) -> None:
        """Moves without steps; turns to the way first where it has to."""
        way = (self.at, *act.points)
        heading = self._heading(*act.points[0])
        start_s = max(act.start_s, self.busy_until)
        turn = abs((heading - self.yaw + math.pi) % (2 * math.pi) - math.pi)
        if turn > 0.3:
            ready = min(start_s + 0.5, act.end_s)
            self._turn_to(start_s, ready, heading)
            start_s = ready
        self._go(start_s, act.end_s, way, heading, Gait((), 0.5), fixed=True)

    def _climb(self, act: Act) -> None:
        here = self.blocking.hops[-1].end if self.blocking.hops else 0.0
        top = act.target[1] if act.target is not None else here + 0.8 * self.body.stature
        self.blocking.hops.append(Hop(act.start_s, act.end_s, 0.0, here, top))
        if act.points:
            self._go(act.end_s - 0.2, act.end_s + 0.4, (self.at, act.points[-1]), None,
                     Gait((), 0.5), fixed=True)  # fmt: skip
        self.busy_until = max(self.busy_until, act.end_s)

    def _heading(self, x: float, z: float) -> float:
        return math.atan2(x - self.at[0], z - self.at[1])

    def _turn_to(self, start_s: float, end_s: float, heading: float) -> None:
        away = abs((heading - self.yaw + math.pi) % (2 * math.pi) - math.pi)
        if away > 0.06:
            steps = max(2, math.ceil(away / 0.7))
            self._go(start_s, end_s, (self.at,), heading, steps=steps)

    def _turn(self, act: Act) -> None:
        heading = self.yaw + math.pi
        if act.target is not None:
            heading = self._heading(act.target[0], act.target[2])
        elif act.points:
            heading = self._heading(*act.points[0])
        self._turn_to(act.start_s, act.end_s, heading)

    def _face(self, act: Act) -> None:
        """Turns the body when the head alone cannot look there."""
        if act.target is None or act.start_s < self.busy_until - 0.05 or self.blocking.seats:
            return
        if math.dist(self.at, (act.target[0], act.target[2])) < 0.2:
            return
        heading = self._heading(act.target[0], act.target[2])
        away = (heading - self.yaw + math.pi) % (2 * math.pi) - math.pi
        if abs(away) > _TURN_LIMIT:
            need = 0.45 + 0.25 * abs(away)
            self._turn_to(act.start_s, act.start_s + need, heading - math.copysign(0.2, away))

    def _sit(self, act: Act) -> None:
        facing = self._heading(*act.points[0]) if act.points else self.yaw
        back = self.body.seat_back
        if act.target is None:
            seat = (
                self.at[0] - back * math.sin(facing), 0.52 * self.body.leg,
                self.at[1] - back * math.cos(facing),
            )  # fmt: skip
        else:
            seat = act.target
            if act.points:
                facing = math.atan2(act.points[0][0] - seat[0], act.points[0][1] - seat[2])
        stand = (seat[0] + back * math.sin(facing), seat[2] + back * math.cos(facing))
        away = math.dist(stand, self.at)
        turn = abs((facing - self.yaw + math.pi) % (2 * math.pi) - math.pi)
        begins = act.start_s
        if away > 0.1 or turn > 0.2:
            begins += min(0.5 + away / 1.1, 0.5 * act.length_s)
            self._go(act.start_s, begins, (self.at, stand), facing, fixed=away < 0.4)
            self.at, self.yaw = stand, facing
        self.blocking.seats.append((Act("sit", begins, max(act.end_s, begins)), seat))

    def _approach(self, act: Act, stand: Spot, heading: float, ready_s: float) -> None:
        away = math.dist(stand, self.at)
        turn = abs((heading - self.yaw + math.pi) % (2 * math.pi) - math.pi)
        if away < 0.06 and turn < 0.25:
            return
        start_s = max(act.start_s, self.busy_until)
        if away < 0.06:
            self._turn_to(start_s, ready_s, heading)
            return
        points = (self.at, stand)
        natural = away / max(ready_s - start_s, 0.2) / math.sqrt(9.81 * self.body.leg)
        gait = self.body.gait(natural, False)
        self._go(start_s, ready_s, points, heading, gait, fixed=away < 0.35)

    def _kick(self, act: Act) -> None:
        if act.target is None:
            return
        heading = self._heading(act.target[0], act.target[2])
        before = self.body.foot + 0.30 * self.body.leg
        aside = self.body.hip_x
        stand = (
            act.target[0] - before * math.sin(heading) + aside * math.cos(heading),
            act.target[2] - before * math.cos(heading) - aside * math.sin(heading),
        )
        self._approach(act, stand, heading, act.moment_s - min(0.40, 0.35 * act.length_s))

    def _pick_up(self, act: Act) -> None:
        if act.target is None:
            return
        away = math.dist(self.at, (act.target[0], act.target[2]))
        heading = self._heading(act.target[0], act.target[2]) if away > 0.05 else self.yaw
        before = 0.22 * self.body.stature
        stand = (
            act.target[0] - before * math.sin(heading) + 0.06 * math.cos(heading),
            act.target[2] - before * math.cos(heading) - 0.06 * math.sin(heading),
        )
        if away > before + 0.12:
            self._approach(act, stand, heading, act.start_s + 0.45 * (act.moment_s - act.start_s))
        else:
            self._approach(act, self.at, heading, act.start_s + 0.4 * (act.moment_s - act.start_s))

    def _jump(self, act: Act) -> None:
        length = act.length_s
        here = self.blocking.hops[-1].end if self.blocking.hops else 0.0
        height, there = 0.20 * self.body.stature, 0.0
        if act.target is not None and act.points:
            x, top, z = act.target
            onto = math.dist(act.points[-1], (x, z)) < 0.3
            there = top if onto else 0.0
            height = max(height, 0.12 * self.body.stature + (0.6 if onto else 1.0) * top)
        flight = min(2 * math.sqrt(2 * height / 9.81), 0.8 * length)
        if there == here == 0.0 and act.target is None:
            flight = min(flight, 0.6 * length)
            height = 9.81 * flight**2 / 8
        lift = act.moment_s - flight / 2
        self.blocking.hops.append(Hop(lift, lift + flight, height, here, there))
        if act.points:
            line = (self.at, act.points[-1])
            self.blocking.travels.append(
                Travel(lift - 0.1, lift + flight, line, Gait((), 0.5), None, True)
            )
            self.at = act.points[-1]
        self.busy_until = max(self.busy_until, act.end_s)


def leg_measures(joints: dict[str, np.ndarray]) -> Measures:
    """The lengths of a two-legged figure's rest pose."""
    hip, ankle, ball = joints["thigh_L"], joints["foot_L"], joints["toe_L"]
    thigh = float(hip[1] - joints["shin_L"][1])
    return Measures(
        leg=float(hip[1] - ankle[1]),
        hip_x=float(hip[0]),
        foot=float(ball[2]) * 1.75,
        seat_back=0.85 * thigh,
        stature=float(joints["head"][1]) * 1.12,
    )
