"""Where a wrist wants to be: hanging, swinging, waving, pointing, throwing, talking, taking.

Goals are in the chest's space from the shoulder joint, in arm's lengths, for the left arm: x is
outward.  ``Goal`` is blended, never switched, so a hand never jumps.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.faces import Speaking
from engine.world.figures.gestures import gesture_of, key_at, share_of
from engine.world.figures.joints import Array
from engine.world.figures.steps import smooth

Triple = tuple[float, float, float]

_THROW: tuple[tuple[float, Triple], ...] = (
    (0.00, (0.10, -0.90, 0.10)),
    (0.22, (0.25, -0.45, 0.30)),
    (0.42, (0.38, 0.42, -0.36)),
    (0.55, (0.16, 0.62, 0.60)),
    (0.70, (-0.12, -0.10, 0.92)),
    (0.84, (-0.20, -0.62, 0.42)),
    (1.00, (0.10, -0.92, 0.12)),
)
"""The throwing wrist: share of the act, place."""


_ARM_ACTS = (
    "wave",
    "point",
    "throw",
    "pick_up",
    "put_down",
    "dance",
    "jump",
    "kick",
    "hold",
    "open",
    "close",
)


_RELEASES = ("throw", "kick", "put_down", "drop")


@dataclass(frozen=True, eq=False)
class Moment:
    """What the arms need to know of the body at a time.

    Attributes:
        stride: how far the left foot is ahead of the right, in leg lengths.
        walking, running, sitting, airborne: 0 to 1.
        swing, bend: how far arms swing (1 usual) and elbows bend more than usual, radians.
        to_chest: rotation world to chest; ``shoulders``: world places of the two shoulders.
        arm_m: length of an arm to the wrist.
    """

    time_s: float
    stride: float
    walking: float
    running: float
    sitting: float
    airborne: float
    to_chest: Array
    shoulders: dict[str, Array]
    arm_m: float
    swing: float = 1.0
    bend: float = 0.0


@dataclass(frozen=True, eq=False)
class Goal:
    """What an arm does, in chest space for a left arm.

    Attributes:
        wrist, pole: the wrist's place and the elbow's direction.
        roll: turn of the hand about the forearm, radians: 0 thumb up, positive palm down.
        flex: bend of the wrist towards the palm, radians.
        fingers: shares of named shapes of the hand (see ``hands.HANDS``).
        spread: 0 fingers side by side to 1 fanned out.
        shrug: how far the shoulder is raised, 0 to 1.
    """

    wrist: Array
    pole: Array
    roll: float = 0.15
    flex: float = 0.0
    fingers: tuple[tuple[str, float], ...] = ()
    spread: float = 0.15
    shrug: float = 0.0

    def toward(
        self, wrist: Sequence[float] | Array, pole: Sequence[float], share: float,
        *, roll: float = 0.15, flex: float = 0.0, hand: str = "relaxed", spread: float = 0.15,
    ) -> Goal:  # fmt: skip
        """Blended with another goal."""
        if share <= 0.0:
            return self
        other, bend = np.asarray(wrist, float), np.asarray(pole, float)
        return Goal(
            self.wrist + (other - self.wrist) * share,
            self.pole + (bend - self.pole) * share,
            self.roll + (roll - self.roll) * share,
            self.flex + (flex - self.flex) * share,
            (*((name, part * (1 - share)) for name, part in self.fingers), (hand, share)),
            self.spread + (spread - self.spread) * share,
            self.shrug,
        )


class Arms:
    """Goals of both wrists through a performance."""

    def __init__(self, acts: Sequence[Act], speaking: Speaking, seed: int, spread: float) -> None:
        chance = np.random.default_rng(seed ^ 0xA2A2)
        self.acts = tuple(
            act for act in acts if act.kind in _ARM_ACTS or gesture_of(act.kind, act.style)
        )
        self.speaking = speaking
        self.spread = spread
        self.styles = [
            (float(chance.uniform(0.55, 1.0)), str(chance.choice(("L", "R", "both"))),
             chance.uniform(-1, 1, 3))
            for _ in speaking.stresses
        ]  # fmt: skip
        self.phase = float(chance.uniform(0, 6.28))

    def goal(self, side: str, now: Moment) -> Goal:
        """Where the wrist of ``side`` wants to be."""
        sign = 1.0 if side == "L" else -1.0
        goal = self._hanging(sign, now)
        goal = goal.toward((-0.02, -0.66, 0.40), (0.55, -0.3, -0.6), now.sitting)
        goal = self._talking(goal, side, now)
        for act in self.acts:
            goal = self._acted(goal, act, side, now)
        return goal

    def _hanging(self, sign: float, now: Moment) -> Goal:
        breath = 0.012 * math.sin(now.time_s * 1.65 + self.phase)
        swing = (
            -sign
            * now.swing
            * now.stride
            * (0.62 + 0.35 * now.running)
            * max(now.walking, now.running)
        )
        angle = swing * (1.25 - 0.35 * now.running) + 0.05 - 0.15 * now.running
        bend = 0.30 + 0.16 * now.walking + 0.30 * max(swing, 0.0) + 1.15 * now.running + now.bend
        reach = math.cos(bend / 2)
        out = 0.13 + self.spread + breath + 0.04 * now.running
        lean = angle + 0.35 * now.running
        wrist = np.array((reach * out, -reach * math.cos(lean), reach * math.sin(lean) + 0.02))
        return Goal(wrist, np.array((0.35, -0.1, -1.0)))

    def _talking(self, goal: Goal, side: str, now: Moment) -> Goal:
        share, beat = 0.0, np.zeros(3)
        for (moment, strength), (size, which, drift) in zip(
            self.speaking.stresses, self.styles, strict=True
        ):
            away = now.time_s - moment
            if which not in (side, "both") or not -0.9 < away < 1.0:
                continue
            near = smooth((away + 0.9) / 0.7) * smooth((1.0 - away) / 0.8)
            share = max(share, near * size)
            pulse = math.exp(-((away / 0.11) ** 2)) - 0.6 * math.exp(-(((away + 0.22) / 0.14) ** 2))
            beat += strength * size * (0.10 * pulse * np.array((0.25, -1.0, 0.45)))
            beat += near * size * 0.06 * drift
        if share <= 0.0:
            return goal
        held = np.array((-0.04, -0.34, 0.56)) + beat
        much = smooth(1.25 * share) * (1 - 0.5 * now.running)
        return goal.toward(held, (0.45, -0.9, -0.45), much, roll=-0.55, hand="flat", spread=0.4)

    def _acted(self, goal: Goal, act: Act, side: str, now: Moment) -> Goal:
        t = now.time_s
        match act.kind:
            case "wave" if side == "R":
                beat = math.sin((t - act.start_s) * 2 * math.pi * 2.1)
                lift = (0.42 + 0.17 * beat, 0.52 - 0.03 * abs(beat), 0.16)
                share = act.weight(t, 0.4, 0.45)
                return goal.toward(
                    lift, (0.9, -0.75, -0.15), share, roll=1.1, hand="flat", spread=0.8
                )
            case "point" if act.target is not None and side == _nearer(act, now):
                aim = self._toward(act.target, side, now)
                aim *= 0.97 / max(float(np.linalg.norm(aim)), 1e-6)
                share = act.weight(t, 0.4, 0.45)
                return goal.toward(
                    aim, (0.3, -1.0, -0.2), share, roll=0.9, hand="point", spread=0.0
                )
            case "throw":
                return self._thrown(goal, act, side, now)
            case "pick_up" | "put_down" if act.target is not None:
                return self._picked(goal, act, side, now)
            case "open" | "close" if act.target is not None and side == _nearer(act, now):
                return self._handled(goal, act, side, now)
            case "hold" if side == (act.style or "R") or act.points:
                held = (-0.10, -0.50, 0.52) if act.points else (0.10, -0.44, 0.46)
                share = act.weight(t, 0.4, 0.4)
                roll = -0.6 if act.points else 0.1
                return goal.toward(held, (0.5, -0.9, -0.5), share, roll=roll, hand="hold")
            case "dance":
                return self._danced(goal, act, side, now)
            case "jump":
                back = act.weight(t, 0.3, 0.3)
                high = (0.40, -0.35 + 0.85 * now.airborne, 0.45 * now.airborne - 0.35)
                return goal.toward(high, (0.6, -0.5, -0.6), 0.8 * back)
            case "kick":
                sign = 1.0 if side == "L" else -0.4
                near = smooth((t - act.start_s) / 0.3) * smooth((act.end_s - t) / 0.3)
                near *= math.exp(-(((t - act.moment_s) / 0.35) ** 2))
                return goal.toward((0.62, -0.58, 0.30 * sign), (0.4, -0.3, -0.8), 0.85 * near)
        return _gestured(goal, act, side, t)

    def _toward(self, target: Triple, side: str, now: Moment) -> Array:
        offset = now.to_chest @ (np.asarray(target) - now.shoulders[side])
        return np.asarray(offset * ((1.0 if side == "L" else -1.0), 1.0, 1.0) / now.arm_m)

    def _thrown(self, goal: Goal, act: Act, side: str, now: Moment) -> Goal:
        u = (now.time_s - act.start_s) / max(act.length_s, 1e-6)
        if side == "L":
            share = 0.7 * act.weight(now.time_s, 0.4, 0.4) * (1 - smooth((u - 0.5) / 0.3))
            return goal.toward((0.12, -0.20, 0.80), (0.6, -0.7, 0.0), share)
        share = smooth(u / 0.15) * smooth((1.0 - u) / 0.18)
        hand = "grip" if u < 0.55 else "spread"
        return goal.toward(_along(_THROW, u), (0.75, -0.45, -0.55), share, roll=0.5, hand=hand)

    def _picked(self, goal: Goal, act: Act, side: str, now: Moment) -> Goal:
        if side == "L" or act.target is None:
            return goal
        t, grip = now.time_s, act.moment_s
        reach_s = max(0.5 * (grip - act.start_s), 0.2)
        share = smooth((t - grip + reach_s) / reach_s)
        straight = self._toward(act.target, side, now)
        down = now.to_chest @ (0.0, -1.0, 0.0) * (-1.0, 1.0, 1.0)
        along = straight / max(float(np.linalg.norm(straight)), 1e-6) + 0.7 * down
        along /= max(float(np.linalg.norm(along)), 1e-6)
        place = straight - along * 0.16
        grips = smooth((t - grip + 0.12) / 0.2)
        taking = act.kind == "pick_up"
        hand = "hold" if grips > 0.5 or not taking else "spread"
        goal = goal.toward(place, (0.6, 0.1, -0.8), share, roll=0.7, hand=hand)
        if not taking:
            away = smooth((t - grip) / max(0.7 * (act.end_s - grip), 0.2))
            return goal.toward(self._hanging(-1.0, now).wrist, (0.35, -0.1, -1.0), away)
        rise = smooth((t - grip) / max(0.8 * (act.end_s - grip), 0.2))
        release = next(
            (a.start_s for a in self.acts if a.kind in _RELEASES and a.start_s > grip), 1e9
        )
        held = Goal(np.array((-0.02, -0.62, 0.50)), np.array((0.5, -0.4, -0.8)))
        goal = goal.toward(held.wrist, (0.5, -0.4, -0.8), rise, roll=0.3, hand="hold")
        let_go = smooth((t - release) / 0.3)
        return goal.toward(self._hanging(-1.0, now).wrist, (0.35, -0.1, -1.0), let_go)

    def _handled(self, goal: Goal, act: Act, side: str, now: Moment) -> Goal:
        """A hand takes a handle, draws it near (or pushes it away) and lets go."""
        if act.target is None:
            return goal
        u = (now.time_s - act.start_s) / max(act.length_s, 1e-6)
        share = smooth(u / 0.35) * smooth((1.0 - u) / 0.2)
        place = self._toward(act.target, side, now)
        place = place - 0.14 * place / max(float(np.linalg.norm(place)), 1e-6)
        drawn = smooth((u - 0.4) / 0.4) * (0.35 if act.kind == "open" else -0.15)
        hand = "fist" if 0.3 < u < 0.85 else "relaxed"
        return goal.toward(place - (0.0, 0.0, drawn), (0.5, -0.9, -0.4), share, roll=0.4, hand=hand)

    def _danced(self, goal: Goal, act: Act, side: str, now: Moment) -> Goal:
        t = now.time_s - act.start_s
        beat = 2 * math.pi * t + (0.0 if side == "L" else math.pi)
        wrist = (0.42 + 0.12 * math.sin(beat), -0.12 + 0.34 * math.sin(beat), 0.45)
        return goal.toward(wrist, (0.8, -0.7, -0.2), act.weight(now.time_s, 0.4, 0.4))


def _gestured(goal: Goal, act: Act, side: str, time_s: float) -> Goal:
    gesture = gesture_of(act.kind, act.style)
    if gesture is None or not (keys := gesture.keys(side)):
        return goal
    lag = gesture.lag * gesture.period_s if side == "R" else 0.0
    u = share_of(gesture, time_s - act.start_s + lag, act.length_s)
    wrist, pole, roll, flex, hand, shrug = key_at(keys, u)
    rise = min(0.4, 0.3 * max(act.length_s, 0.3)) if gesture.period_s or len(keys) == 1 else 0.2
    share = act.weight(time_s, rise, 0.4)
    if act.kind in ("lie", "fall"):
        share = smooth((time_s - act.start_s) / rise)
    moved = goal.toward(wrist, pole.tolist(), share, roll=roll, flex=flex, hand=hand)
    return replace(moved, shrug=moved.shrug + share * shrug)


def _nearer(act: Act, now: Moment) -> str:
    """The hand on the target's side."""
    target = np.asarray(act.target)
    middle = (now.shoulders["L"] + now.shoulders["R"]) / 2
    return "L" if float((now.to_chest @ (target - middle))[0]) > 0.15 else "R"


def _along(keys: tuple[tuple[float, Triple], ...], u: float) -> Array:
    """Catmull-Rom-like path through timed keys."""
    u = min(max(u, keys[0][0]), keys[-1][0])
    k = max(i for i in range(len(keys) - 1) if keys[i][0] <= u)
    p = [np.asarray(keys[min(max(k + d, 0), len(keys) - 1)][1]) for d in (-1, 0, 1, 2)]
    t = [keys[min(max(k + d, 0), len(keys) - 1)][0] for d in (-1, 0, 1, 2)]
    span = t[2] - t[1]
    v = (u - t[1]) / span
    m0 = (p[2] - p[0]) / max(t[2] - t[0], 1e-9) * span
    m1 = (p[3] - p[1]) / max(t[3] - t[1], 1e-9) * span
    return np.asarray(
        (2 * v**3 - 3 * v**2 + 1) * p[1] + (v**3 - 2 * v**2 + v) * m0
        + (3 * v**2 - 2 * v**3) * p[2] + (v**3 - v**2) * m1
    )  # fmt: skip
