"""The bird's rig: it flies along way points with flapping wings, banks, lands, hops and looks."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.blocking import Measures, block
from engine.world.figures.faces import MouthTrack, Speaking
from engine.world.figures.joints import Array, Skeleton, about_x, about_y, about_z, pose
from engine.world.figures.steps import TABLE_HZ, Gait, Track, smooth

_HOP_S = 0.32
_HEIGHT_M = 2.2
_FLAPS_HZ = 5.0


class Bird:
    """Poses a bird; see ``acting.Rig``.  ``walk`` hops on the ground, ``run`` and ``fly`` fly."""

    def __init__(
        self, skeleton: Skeleton, acts: Sequence[Act], start: tuple[float, float], yaw: float,
        mouth: MouthTrack, seed: int,
    ) -> None:  # fmt: skip
        self.skeleton, self.acts = skeleton, tuple(acts)
        self.stand = float(skeleton.joints["pelvis"][1])
        measures = Measures(0.09, 0.0, 0.0, 0.0, 0.25, gaits=((0.0, Gait((), 0.5)),), run_from=1e9)
        self.stage = block([a for a in acts if a.kind != "sit"], start, yaw, measures)
        end_s = max([1.0, *(act.end_s for act in acts)]) + 2.0
        self.track = Track(start, yaw, self.stage.travels, end_s, 0.09)
        self.flights = tuple(a for a in acts if a.kind in ("fly", "run"))
        self.speaking = Speaking(mouth)
        self.phase = float(np.random.default_rng(seed).uniform(0.0, 6.28))
        self.turning = np.gradient(self.track.yaw) * TABLE_HZ

    def face_shapes(self, time_s: float) -> dict[str, float]:  # noqa: ARG002
        """None: its face does not bend."""
        return {}

    def footsteps(self) -> tuple[tuple[float, tuple[float, float, float]], ...]:
        """Landings of its hops."""
        steps = []
        for travel in self.stage.travels:
            if self._height(travel.start_s + 0.5 * (travel.end_s - travel.start_s)) > 0.3:
                continue
            count = int((travel.end_s - travel.start_s) / _HOP_S)
            for k in range(1, count + 1):
                t = travel.start_s + k * _HOP_S
                x, z, _, _ = self.track.at(t)
                steps.append((t, (x, 0.0, z)))
        return tuple(steps)

    def hand(self, time_s: float, side: str) -> Array:
        """The beak, (3,) metres."""
        head = self.bones(time_s)["head"]
        return np.asarray(head[:3, 3] + head[:3, 2] * 0.5 * self.stand)

    def _height(self, t: float) -> float:
        """Height above the ground; flights next to each other do not touch down between."""
        most = 0.0
        for act in self.flights:
            top = act.target[1] if act.target is not None else _HEIGHT_M
            ramp = min(1.1, 0.35 * act.length_s)
            before = any(abs(o.end_s - act.start_s) < 0.1 for o in self.flights if o is not act)
            after = any(abs(o.start_s - act.end_s) < 0.1 for o in self.flights if o is not act)
            rise = 1.0 if before and t >= act.start_s else smooth((t - act.start_s) / ramp)
            fall = 1.0 if after and t <= act.end_s else smooth((act.end_s - t) / ramp)
            most = max(most, top * rise * fall)
        return most

    def _hop(self, t: float) -> float:
        for travel in self.stage.travels:
            if travel.start_s < t < travel.end_s:
                count = max(int((travel.end_s - travel.start_s) / _HOP_S), 1)
                u = (t - travel.start_s) / _HOP_S
                return math.sin(math.pi * (u % 1.0)) if u < count else 0.0
        return 0.0

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4) for every bone."""
        t, joints = time_s, self.skeleton.joints
        x, z, yaw, speed = self.track.at(t)
        height = self._height(t)
        flying = smooth(height / 0.25)
        climb = (self._height(t + 0.05) - self._height(t - 0.05)) / 0.1
        place = min(int(max(t, 0.0) * TABLE_HZ), len(self.turning) - 1)
        bank = min(max(-0.5 * float(self.turning[place]) * flying, -0.7), 0.7)
        beat = self._beat(t)
        hop = self._hop(t) * (1 - flying)
        pitch = flying * (0.05 - 0.30 * math.tanh(climb / max(speed, 1.0))) - 0.35 * (1 - flying)
        turn = about_y(yaw) @ about_x(pitch) @ about_z(bank)
        lift = self.stand + height + hop * 0.4 * self.stand - 0.02 * flying * math.sin(beat)
        body = np.array((x, lift, z))
        bones = {"pelvis": pose(turn, body)}
        self._place_wings(bones, turn, body, flying, beat, climb)
        self._place_head(bones, turn, body, t, yaw, flying)
        tail = turn @ about_x(0.25 * (1 - flying) + 0.1 * math.sin(t * 3.0))
        bones["tail"] = pose(tail, body + turn @ (joints["tail"] - joints["pelvis"]))
        for side in ("L", "R"):
            at = body + turn @ (joints[f"leg_{side}"] - joints["pelvis"])
            stand = about_y(yaw) @ about_x(-0.5 * hop)
            leg = stand if flying < 0.01 else turn @ about_x(1.2 * flying)
            if flying < 0.01 and hop == 0.0:
                at[1] = float(joints[f"leg_{side}"][1])
            bones[f"leg_{side}"] = pose(leg, at)
        return {name: bones[name] for name in self.skeleton.bones}

    def _beat(self, t: float) -> float:
        return 2 * math.pi * _FLAPS_HZ * t + self.phase

    def _place_wings(
        self, bones: dict[str, Array], turn: Array, body: Array, flying: float, beat: float,
        climb: float,
    ) -> None:  # fmt: skip
        joints = self.skeleton.joints
        work = 0.55 + 0.35 * smooth((climb + 0.5) / 1.5)
        flap = work * math.sin(beat)
        bend = 0.45 * work * math.sin(beat - 1.1)
        for side, sign in (("L", 1.0), ("R", -1.0)):
            at = body + turn @ (joints[f"wing_{side}"] - joints["pelvis"])
            folded = about_z(-1.15 * sign) @ about_y(1.25 * sign)
            spread = about_z(sign * (0.12 + flap)) @ about_y(-0.10 * sign)
            inner = _between(folded, spread, flying)
            outer = inner @ about_z(sign * bend * flying) @ about_y(sign * (0.9 - 0.75 * flying))
            bones[f"wing_{side}"] = pose(turn @ inner, at)
            reach = joints[f"wing_tip_{side}"] - joints[f"wing_{side}"]
            bones[f"wing_tip_{side}"] = pose(turn @ outer, at + turn @ inner @ reach)

    def _place_head(
        self, bones: dict[str, Array], turn: Array, body: Array, t: float, yaw: float, flying: float
    ) -> None:
        joints = self.skeleton.joints
        at = body + turn @ (joints["head"] - joints["pelvis"])
        step = math.floor(t / 0.7)
        jerk = math.sin(step * 12.9 + self.phase) * (1 - flying)
        last = math.sin((step - 1) * 12.9 + self.phase) * (1 - flying)
        look = last + (jerk - last) * smooth((t / 0.7 - step) / 0.15)
        head = about_y(yaw + 0.7 * look) @ about_x(0.12 * look)
        bones["head"] = pose(head, at)
        jaw_at = at + head @ (joints["jaw"] - joints["head"])
        bones["jaw"] = pose(head @ about_x(0.5 * self.speaking.opening(t)), jaw_at)


def _between(first: Array, second: Array, share: float) -> Array:
    """A rotation part way from one to another (mixed and squared up again)."""
    mixed = first + (second - first) * share
    u, _, v = np.linalg.svd(mixed)
    return np.asarray(u @ v)
