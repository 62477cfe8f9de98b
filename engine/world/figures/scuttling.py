"""The rigs of small animals: six and eight legs over planted feet, fluttering wings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.blocking import Measures, block
from engine.world.figures.faces import MouthTrack
from engine.world.figures.insects import leg_names
from engine.world.figures.joints import (
    Array,
    Skeleton,
    about_x,
    about_y,
    about_z,
    pose,
    reach,
    swing,
    unit,
)
from engine.world.figures.small_life import Flutterer, Scuttler
from engine.world.figures.steps import FootPlan, Gait, Track, plan_feet, smooth

_HEIGHT_M = 1.1
_NEXT_S = 0.12


class Scuttle:
    """Poses what goes on many legs; see ``acting.Rig``.  Neighbouring legs take turns."""

    def __init__(
        self, skeleton: Skeleton, acts: Sequence[Act], start: tuple[float, float], yaw: float,
        mouth: MouthTrack, seed: int, kind: Scuttler,
    ) -> None:  # fmt: skip
        del mouth
        self.skeleton, self.kind = skeleton, kind
        joints = skeleton.joints
        self.legs = leg_names(kind)
        spots = [joints[f"foot_{name}"] for name in self.legs]
        self.leg = 0.6 * float(max(abs(spot[0]) for spot in spots))
        offsets = tuple(0.5 * ((k // 2 + k % 2) % 2) + 0.04 * (k // 2) % 1.0
                        for k in range(len(self.legs)))  # fmt: skip
        gaits = ((0.0, Gait(offsets, 0.58, 0.5)),)
        measures = Measures(self.leg, 0.0, 0.0, 0.0, 1.0, gaits=gaits, run_from=1e9)
        ways = [replace(a, kind="walk") if a.kind in ("crawl", "swim", "fly", "climb") else a
                for a in acts if a.kind not in ("sit", "dance", "jump")]  # fmt: skip
        self.stage = block(ways, start, yaw, measures)
        end_s = max([1.0, *(a.end_s for a in acts),
                     *(one.end_s for one in self.stage.travels)]) + 2.0  # fmt: skip
        self.track = Track(start, yaw, self.stage.travels, end_s, self.leg)
        rests = tuple((float(spot[0]), float(spot[2])) for spot in spots)
        plans = plan_feet(self.track, rests, (), back_share=0.0)
        self.plans: dict[str, FootPlan] = dict(zip(self.legs, plans, strict=True))
        self.phase = float(np.random.default_rng(seed).uniform(0.0, 6.28))

    def face_shapes(self, time_s: float) -> dict[str, float]:
        """None: its face does not bend."""
        return {}

    def footsteps(self) -> tuple[tuple[float, tuple[float, float, float]], ...]:
        """None that are heard."""
        return ()

    def hand(self, time_s: float, side: str) -> Array:
        """The mouth, (3,) metres."""
        head = self.bones(time_s)["head"]
        return np.asarray(head[:3, 3] + head[:3, 2] * 0.3 * self.leg)

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4) for every bone."""
        t, joints = time_s, self.skeleton.joints
        x, z, yaw, speed = self.track.at(t)
        pace = min(speed / math.sqrt(9.81 * self.leg), 1.0)
        beat = 0.02 * self.leg * math.sin(2.2 * t + self.phase) + (
            0.035 * self.leg * pace * math.sin(31.0 * t))  # fmt: skip
        turn = about_y(yaw) @ about_z(0.03 * pace * math.sin(17.0 * t))
        body = np.array((x, float(joints["pelvis"][1]) + beat, z))
        bones = {"pelvis": pose(turn, body)}
        for name, nod in (("head", 0.10), ("rear", -0.05)):
            at = body + turn @ (joints[name] - joints["pelvis"])
            look = about_y(0.12 * math.sin(1.1 * t + self.phase)) if name == "head" else np.eye(3)
            bones[name] = pose(turn @ look @ about_x(nod * math.sin(2.7 * t + self.phase)), at)
        for name in self.legs:
            self._place_leg(bones, name, t, turn, body)
        return {name: bones[name] for name in self.skeleton.bones}

    def _foot(self, name: str, t: float) -> Array:
        low = float(self.skeleton.joints[f"foot_{name}"][1])
        plant, following = self.plans[name].at(t)
        if following is None or t < plant.lift_s:
            return np.array((plant.x, low, plant.z))
        u = (t - plant.lift_s) / (following.land_s - plant.lift_s)
        e = smooth(u)
        clear = 0.22 * self.leg * math.sin(math.pi * u)
        return np.array((plant.x + (following.x - plant.x) * e, low + clear,
                         plant.z + (following.z - plant.z) * e))  # fmt: skip

    def _place_leg(
        self, bones: dict[str, Array], name: str, t: float, turn: Array, body: Array
    ) -> None:
        joints = self.skeleton.joints
        root, knee, foot = (joints[f"{part}_{name}"] for part in ("upper", "lower", "foot"))
        hip = body + turn @ (root - joints["pelvis"])
        lengths = (float(np.linalg.norm(knee - root)), float(np.linalg.norm(foot - knee)))
        target = self._foot(name, t)
        out = turn @ unit((foot - root) * (1.0, 0.0, 1.0))
        pole = np.array((0.0, 1.0, 0.0)) + 0.25 * out
        first, middle, second, tip = reach(hip, target, lengths, pole, knee=True)
        upper = swing(turn @ unit(knee - root), -first[:, 1]) @ turn
        lower = swing(turn @ unit(foot - knee), -second[:, 1]) @ turn
        bones[f"upper_{name}"], bones[f"lower_{name}"] = pose(upper, hip), pose(lower, middle)
        bones[f"foot_{name}"] = pose(turn, tip)


class Flutter:
    """Poses winged insects; see ``acting.Rig``.  A ``fly`` ends where and as high as it is told.

    A ``fly`` whose target lies at its last way point lands on it; others come down to the ground.
    """

    def __init__(
        self, skeleton: Skeleton, acts: Sequence[Act], start: tuple[float, float], yaw: float,
        mouth: MouthTrack, seed: int, kind: Flutterer,
    ) -> None:  # fmt: skip
        del mouth
        self.skeleton, self.kind = skeleton, kind
        self.size = skeleton.distance("pelvis", "head") / (0.30 * kind.length)
        measures = Measures(0.05, 0.0, 0.0, 0.0, 1.0, gaits=((0.0, Gait((), 0.5)),), run_from=1e9)
        self.flights = tuple(replace(a, kind="fly") for a in acts
                             if a.kind in ("fly", "walk", "run", "jump", "swim"))  # fmt: skip
        ways = [replace(a, kind="walk") if a.points else a for a in self.flights if a.points]
        self.stage = block(ways, start, yaw, measures)
        end_s = max([1.0, *(a.end_s for a in acts),
                     *(one.end_s for one in self.stage.travels)]) + 2.0  # fmt: skip
        self.track = Track(start, yaw, self.stage.travels, end_s, 0.05)
        self.phase = float(np.random.default_rng(seed).uniform(0.0, 6.28))

    def face_shapes(self, time_s: float) -> dict[str, float]:
        """None: its face does not bend."""
        return {}

    def footsteps(self) -> tuple[tuple[float, tuple[float, float, float]], ...]:
        """None: it is too light to be heard."""
        return ()

    def hand(self, time_s: float, side: str) -> Array:
        """The mouth, (3,) metres."""
        head = self.bones(time_s)["head"]
        return np.asarray(head[:3, 3] + head[:3, 2] * 0.3 * self.kind.length * self.size)

    def _lands_on(self, act: Act) -> bool:
        if act.target is None or not act.points:
            return False
        x, _, z = act.target
        return math.dist(act.points[-1], (x, z)) < 0.05

    def _height(self, t: float) -> tuple[float, float]:
        """Height of its feet, and how far it flies, 0 to 1."""
        high, flying, floor = 0.0, 0.0, 0.0
        for act in self.flights:
            top = act.target[1] if act.target is not None else _HEIGHT_M
            lands = self._lands_on(act)
            cruise = top + 0.35 if lands else top
            near = [o for o in self.flights if o is not act]
            before = any(abs(o.end_s - act.start_s) < _NEXT_S for o in near)
            after = any(abs(o.start_s - act.end_s) < _NEXT_S for o in near)
            ramp = min(1.0, 0.4 * act.length_s)
            rise = 1.0 if before else smooth((t - act.start_s) / ramp)
            fall = 1.0 if after else smooth((act.end_s - t) / ramp)
            if act.start_s <= t < act.end_s:
                end = top if lands else 0.0
                high = floor + (cruise - floor) * rise if fall >= 1.0 else end + (
                    cruise - end) * fall  # fmt: skip
                flying = smooth((t - act.start_s) / 0.2 + before) * smooth(
                    (act.end_s - t) / 0.2 + after)  # fmt: skip
            elif t >= act.end_s:
                floor = high = top if lands else 0.0
        return high, flying

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4) for every bone."""
        t, kind, joints = time_s, self.kind, self.skeleton.joints
        x, z, yaw, speed = self.track.at(t)
        high, flying = self._height(t)
        p = self.phase
        throw = kind.flutter * self.size * flying
        drift = throw * np.array((
            math.sin(3.1 * t + p) + 0.5 * math.sin(7.3 * t), 0.9 * math.sin(4.7 * t + 2 * p)
            + 0.5 * math.sin(9.1 * t), math.sin(2.3 * t + 3 * p)))  # fmt: skip
        drift[1] = max(drift[1], -0.8 * high)
        around = yaw + flying * (0.25 * math.sin(2.1 * t + p) * (kind.flutter > 0.05))
        pitch = -0.30 * flying * (1.0 if kind.upright else 0.4) + 0.2 * flying * min(speed, 1.0)
        turn = about_y(around) @ about_x(pitch) @ about_z(0.15 * flying * math.sin(3.1 * t + p))
        body = np.array((x, float(joints["pelvis"][1]) + high, z)) + drift
        bones = {"pelvis": pose(turn, body)}
        head_at = body + turn @ (joints["head"] - joints["pelvis"])
        head = turn @ about_y(0.12 * math.sin(1.7 * t + p))
        bones["head"] = pose(head, head_at)
        bones["jaw"] = pose(head, head_at + head @ (joints["jaw"] - joints["head"]))
        beat = 2.0 * math.pi * kind.beats_hz * t + p
        slow = 0.5 + 0.5 * math.sin(1.6 * t + p)
        for side, sign in (("L", 1.0), ("R", -1.0)):
            for bone, lag in (("wing", 0.0), ("hind", 0.35)):
                beating = 0.25 + 0.95 * math.sin(beat - lag)
                resting = 1.36 - 0.75 * slow if kind.upright else 0.22
                swept = 0.0 if kind.upright else 0.85 - 0.2 * lag
                if "long tail" in kind.extras:
                    resting, swept = 0.04, 0.0
                lift = resting + (beating - resting) * flying
                wing = about_z(sign * lift) @ about_y(sign * swept * (1.0 - flying))
                at = body + turn @ (joints[f"{bone}_{side}"] - joints["pelvis"])
                bones[f"{bone}_{side}"] = pose(turn @ wing, at)
        return {name: bones[name] for name in self.skeleton.bones}
