"""The four-legged rig: walk, trot and gallop over planted feet, head, jaw and tail."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.blocking import Measures, block, perch_height
from engine.world.figures.breeds import GAITS, Breed
from engine.world.figures.faces import MouthTrack, Speaking
from engine.world.figures.joints import Array, Skeleton, about_x, about_y, about_z, pose, reach
from engine.world.figures.steps import FootPlan, Track, plan_feet, smooth

_FEET = ("front_L", "front_R", "hind_L", "hind_R")


class Quadruped:
    """Poses animals on four legs; see ``acting.Rig``."""

    def __init__(
        self, skeleton: Skeleton, acts: Sequence[Act], start: tuple[float, float], yaw: float,
        mouth: MouthTrack, seed: int, breed: Breed,
    ) -> None:  # fmt: skip
        self.breed, gaits = breed, GAITS[breed.gait]
        self.skeleton, self.acts = skeleton, tuple(acts)
        joints = skeleton.joints
        self.leg = float(joints["front_upper_L"][1])
        self.half = float(joints["front_upper_L"][2])
        self.side = float(joints["front_upper_L"][0])
        self.ankle = float(joints["front_paw_L"][1])
        self.lengths = {
            end: (
                skeleton.distance(f"{end}_upper_L", f"{end}_lower_L"),
                skeleton.distance(f"{end}_lower_L", f"{end}_paw_L"),
            )
            for end in ("front", "hind")
        }
        measures = Measures(
            self.leg, 0.0, self.half, 0.0, 2.0 * self.leg, gaits=gaits, run_from=0.5
        )
        self.stage = block(
            [a for a in acts if a.kind not in ("sit", "dance")], start, yaw, measures
        )
        ends = [act.end_s for act in acts] + [line[0] + len(line[1]) / 100 for line in mouth]
        end_s = max([1.0, *ends, *(travel.end_s for travel in self.stage.travels)]) + 2.0
        self.track = Track(start, yaw, self.stage.travels, end_s, self.leg)
        rests = tuple(
            (
                self.side * (1 if foot.endswith("L") else -1),
                self.half * (1 if "front" in foot else -1),
            )
            for foot in _FEET
        )
        hops = tuple((hop.lift_s, hop.land_s) for hop in self.stage.hops)
        plans = plan_feet(self.track, rests, hops, back_share=0.0)
        self.plans: dict[str, FootPlan] = dict(zip(_FEET, plans, strict=True))
        self.speaking = Speaking(mouth)
        self.phase = float(np.random.default_rng(seed).uniform(0.0, 6.28))

    def face_shapes(self, time_s: float) -> dict[str, float]:
        """None: its face does not bend."""
        return {}

    def footsteps(self) -> tuple[tuple[float, tuple[float, float, float]], ...]:
        """When and where feet come down, in order of time."""
        return tuple(sorted(
            (plant.land_s, (plant.x, 0.0, plant.z))
            for plan in self.plans.values() for plant in plan.plants[1:]
        ))  # fmt: skip

    def hand(self, time_s: float, side: str) -> Array:
        """The mouth, (3,) metres."""
        jaw = self.bones(time_s)["jaw"]
        ahead = self.skeleton.distance("jaw", "head") * 1.6
        return np.asarray(jaw[:3, 3] + jaw[:3, 2] * ahead)

    def _foot(self, plan: FootPlan, t: float) -> tuple[Array, float, float]:
        """Ankle (3,), how far it is lifted, its pitch."""
        plant, following = plan.at(t)
        if following is None or t < plant.lift_s:
            left = max(1 - (plant.lift_s - t) / 0.12, 0.0)
            pitch = 0.35 * left * min(plant.pace / math.sqrt(9.81 * self.leg), 1.0)
            rolled = self.ankle * (1.0 + 1.6 * math.sin(pitch))
            return np.array((plant.x, rolled, plant.z)), 0.0, pitch
        u = (t - plant.lift_s) / (following.land_s - plant.lift_s)
        pace = max(plant.pace, following.pace) / math.sqrt(9.81 * self.leg)
        step = math.hypot(following.x - plant.x, following.z - plant.z)
        clear = (
            0.05 * self.leg + 0.10 * min(step, 1.5 * self.leg) + 0.10 * self.leg * min(pace, 1.0)
        )
        e = smooth(u)
        ankle = np.array(
            (plant.x + (following.x - plant.x) * e,
             self.ankle + clear * math.sin(math.pi * u) ** 2,
             plant.z + (following.z - plant.z) * e)
        )  # fmt: skip
        start = 0.35 * min(plant.pace / math.sqrt(9.81 * self.leg), 1.0)
        pitch = start * (1 - smooth(u / 0.4)) + 0.9 * math.sin(math.pi * u) ** 2 * min(
            0.4 + pace, 1.0
        )
        ankle[1] += 1.6 * self.ankle * math.sin(pitch)
        return ankle, math.sin(math.pi * u), pitch

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4) for every bone."""
        t, joints = time_s, self.skeleton.joints
        x, z, yaw, speed = self.track.at(t)
        pace = speed / math.sqrt(9.81 * self.leg)
        feet = {foot: self._foot(plan, t) for foot, plan in self.plans.items()}
        hop = self._hop(t)
        for ankle, _, _ in feet.values():
            ankle[1] += hop
        front = (feet["front_L"][1] + feet["front_R"][1]) / 2
        hind = (feet["hind_L"][1] + feet["hind_R"][1]) / 2
        left = (feet["front_L"][1] + feet["hind_L"][1]) / 2
        right = (feet["front_R"][1] + feet["hind_R"][1]) / 2
        fast = smooth((pace - 0.9) / 0.8)
        sitting = max((a.weight(t, 0.7, 0.6) for a in self.acts if a.kind == "sit"), default=0.0)
        breath = math.sin(t * 2.3 + self.phase)
        pitch = -0.16 * fast * (front - hind) - 0.62 * sitting
        roll = 0.03 * (right - left) * (1 - fast)
        turn = about_y(yaw) @ about_x(pitch) @ about_z(roll)
        drop = self.half * math.sin(0.62 * sitting)
        body = np.array((x, 0.0, z))
        body[1] = self._height(feet, body, turn, breath, fast, hop, drop)
        bones = {"pelvis": pose(turn, body)}
        for foot in _FEET:
            self._place_leg(bones, foot, feet[foot], turn, body, sitting)
        self._place_head(bones, turn, body, t, pace, front - hind, sitting)
        self._place_tail(bones, turn, body, t, pace)
        return {name: bones[name] for name in self.skeleton.bones if name in joints}

    def _hop(self, t: float) -> float:
        return perch_height(self.stage.hops, t)

    def _height(
        self, feet: dict[str, tuple[Array, float, float]], body: Array, turn: Array, breath: float,
        fast: float, hop: float, drop: float,
    ) -> float:  # fmt: skip
        joints = self.skeleton.joints
        nominal = float(joints["pelvis"][1]) - self.leg * (0.045 + 0.05 * fast - 0.004 * breath)
        limits = [nominal + hop - 0.9 * drop]
        for foot, (ankle, lift, _) in feet.items():
            end, side = foot.split("_")
            span = 0.995 * sum(self.lengths[end])
            hip = turn @ (joints[f"{end}_upper_{side}"] - joints["pelvis"])
            away = ankle - body - hip
            flat = float(away[0] ** 2 + away[2] ** 2)
            up = math.sqrt(max(span**2 - flat, (0.6 * span) ** 2))
            limits.append(float(ankle[1] - hip[1]) + up + 0.25 * self.leg * lift)
        lowest, soft = min(limits), 0.012 * self.leg
        return lowest - soft * math.log(sum(math.exp(-(v - lowest) / soft) for v in limits))

    def _place_leg(
        self, bones: dict[str, Array], foot: str, state: tuple[Array, float, float], turn: Array,
        body: Array, sitting: float,
    ) -> None:  # fmt: skip
        joints = self.skeleton.joints
        end, side = foot.split("_")
        ankle, _, pitch = state
        hip = body + turn @ (joints[f"{end}_upper_{side}"] - joints["pelvis"])
        pole = turn[:, 2] if end == "front" or sitting > 0.5 else -turn[:, 2]
        pole = pole + turn[:, 0] * (0.05 if side == "L" else -0.05)
        upper, knee, lower, tip = reach(hip, ankle, self.lengths[end], pole, knee=True)
        if float(pole @ turn[:, 2]) < 0.0:  # bent backwards: keep the bones' left on the left
            flip = np.diag((-1.0, 1.0, -1.0))
            upper, lower = upper @ flip, lower @ flip
        bones[f"{end}_upper_{side}"] = pose(upper, hip)
        bones[f"{end}_lower_{side}"] = pose(lower, knee)
        heading = math.atan2(turn[0, 2], turn[2, 2])
        bones[f"{end}_paw_{side}"] = pose(about_y(heading) @ about_x(pitch), tip)

    def _place_head(
        self, bones: dict[str, Array], turn: Array, body: Array, t: float, pace: float,
        rock: float, sitting: float,
    ) -> None:  # fmt: skip
        joints = self.skeleton.joints
        at = body + turn @ (joints["neck"] - joints["pelvis"])
        bob = 0.05 * min(pace, 1.0) * rock + 0.02 * math.sin(t * 0.9 + self.phase)
        yaw, pitch = self._gaze(t, at, turn)
        stretch = 0.30 * smooth((pace - 0.7) / 0.8)
        idle = 0.18 * math.sin(t * 0.47 + 2 * self.phase) * (1 - min(pace * 3, 1.0))
        neck = (
            turn
            @ about_y(0.5 * yaw + 0.4 * idle)
            @ about_x(0.4 * pitch + bob + stretch + 0.5 * sitting)
        )
        bones["neck"] = pose(neck, at)
        head_at = at + neck @ (joints["head"] - joints["neck"])
        nod = sum(
            0.22 * a.weight(t) * math.sin((t - a.start_s) * 9.0)
            for a in self.acts
            if a.kind == "nod"
        )
        head = (
            neck
            @ about_y(0.5 * yaw + 0.6 * idle)
            @ about_x(0.5 * pitch - 0.8 * bob - 0.8 * stretch + nod)
        )
        opening = self.speaking.opening(t)
        head = head @ about_x(-0.22 * opening)
        bones["head"] = pose(head, head_at)
        jaw_at = head_at + head @ (joints["jaw"] - joints["head"])
        bones["jaw"] = pose(head @ about_x(0.55 * opening), jaw_at)

    def _gaze(self, t: float, at: Array, turn: Array) -> tuple[float, float]:
        yaw = pitch = total = 0.0
        for act in self.acts:
            weight = act.weight(t, 0.35, 0.4) if act.target is not None else 0.0
            if weight <= 0.0 or act.kind in ("sit", "fly"):
                continue
            aim = turn.T @ (np.asarray(act.target) - at)
            around = math.atan2(aim[0], aim[2])
            if abs(around) < 2.2:
                yaw += weight * min(max(around, -1.2), 1.2)
                rise = math.atan2(aim[1], math.hypot(aim[0], aim[2]))
                pitch -= weight * min(max(rise, -0.9), 0.6)
                total += weight
        return yaw / max(total, 1.0), pitch / max(total, 1.0)

    def _place_tail(
        self, bones: dict[str, Array], turn: Array, body: Array, t: float, pace: float
    ) -> None:
        joints = self.skeleton.joints
        at = body + turn @ (joints["tail"] - joints["pelvis"])
        small = self.leg < 0.6
        wag = (0.40 if small else 0.12) * math.sin(t * (7.0 if small else 2.1) + self.phase)
        lift = self.breed.raised + 0.35 * min(pace, 1.0) * (1.0 if self.breed.raised < 1.3 else 0.2)
        root = turn @ about_y(wag) @ about_x(lift)
        tip = root @ about_x(0.35 if 0.6 < self.breed.raised < 1.3 else -0.10) @ about_z(0.5 * wag)
        bones["tail"] = pose(root, at)
        bones["tail_tip"] = pose(tip, at + root @ (joints["tail_tip"] - joints["tail"]))
