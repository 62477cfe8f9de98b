"""The swimmer's rig: waves along the spine, fins that steer, leaps; on dry land it flops."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.blocking import Measures, block
from engine.world.figures.faces import MouthTrack, Speaking
from engine.world.figures.joints import Array, Skeleton, about_x, about_y, about_z, pose
from engine.world.figures.sea_life import Swimmer
from engine.world.figures.steps import TABLE_HZ, Gait, Track, smooth

_GAITS = ((0.0, Gait((), 0.5)),)
_ALONG = frozenset({"swim", "fly", "jump"})
_DEPTH_M = -0.1
_TAIL = ("pelvis", "spine_1", "spine_2", "spine_3", "fin")
_SWINGS = (0.05, 0.13, 0.22, 0.32, 0.45)
_LAG = 0.85


class Fish:
    """Poses a swimmer; see ``acting.Rig``.  ``swim`` and ``fly`` swim, all else lies on land.

    The target of a ``swim`` is as high as the middle of its body.
    """

    def __init__(
        self, skeleton: Skeleton, acts: Sequence[Act], start: tuple[float, float], yaw: float,
        mouth: MouthTrack, seed: int, kind: Swimmer,
    ) -> None:  # fmt: skip
        factor = float(skeleton.joints["pelvis"][1]) / kind.high
        self.skeleton, self.acts = skeleton, tuple(acts)
        self.kind = replace(
            kind,
            length=kind.length * factor,
            high=kind.high * factor,
            leaps_m=kind.leaps_m * factor,
        )
        measures = Measures(0.3 * self.kind.length, 0.0, 0.0, 0.0, 1.0, gaits=_GAITS, run_from=1e9)
        ways = [replace(a, kind="walk") for a in acts if a.points and a.kind != "turn"]
        self.stage = block(ways, start, yaw, measures)
        travels = [replace(one, gait=Gait((), 0.5)) for one in self.stage.travels]
        end_s = max([1.0, *(a.end_s for a in acts), *(one.end_s for one in travels)]) + 2.0
        self.track = Track(start, yaw, travels, end_s, 0.3 * self.kind.length)
        self.turning = np.gradient(self.track.yaw) * TABLE_HZ
        self.speaking = Speaking(mouth)
        self.phase = float(np.random.default_rng(seed).uniform(0.0, 6.28))

    def face_shapes(self, time_s: float) -> dict[str, float]:
        """None: its face does not bend."""
        return {}

    def footsteps(self) -> tuple[tuple[float, tuple[float, float, float]], ...]:
        """None: it has no feet."""
        return ()

    def hand(self, time_s: float, side: str) -> Array:
        """The mouth, (3,) metres."""
        head = self.bones(time_s)["head"]
        return np.asarray(head[:3, 3] + head[:3, 2] * 0.24 * self.kind.length)

    def _wet(self, t: float) -> tuple[float, float]:
        """How far it is in the water, 0 to 1, and how high its middle is there."""
        wet, high = 0.0, _DEPTH_M - 0.4 * self.kind.high
        for act in self.acts:
            if act.kind in _ALONG:
                weight = smooth((t - act.start_s) / 0.4 + 1.0) * smooth((act.end_s - t) / 0.4 + 1.0)
                if weight > wet:
                    wet = weight
                    if act.target is not None and act.kind != "jump":
                        high = act.target[1]
        return wet, high

    def _leap(self, t: float) -> float:
        """Height above its swimming level: leaps as it goes along, or the one that it is told."""
        kind = self.kind
        for act in self.acts:
            if act.kind == "jump" and act.start_s < t < act.end_s:
                u = (t - act.start_s) / act.length_s
                return max(kind.leaps_m, 1.2 * kind.length) * math.sin(math.pi * u)
        if not kind.leaps_m:
            return 0.06 * kind.high * math.sin(1.3 * t + self.phase)
        _, _, _, speed = self.track.at(t)
        period = 2.4 * math.sqrt(kind.leaps_m)
        wave = math.sin(2.0 * math.pi * t / period + 1.4)
        share = smooth(speed / (0.5 * math.sqrt(9.81 * 0.3 * kind.length)))
        return share * (kind.leaps_m * wave if wave > 0 else 0.45 * kind.leaps_m * wave)

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4) for every bone."""
        t, kind = time_s, self.kind
        x, z, yaw, speed = self.track.at(t)
        wet, level = self._wet(t)
        place = min(int(max(t, 0.0) * TABLE_HZ), len(self.turning) - 1)
        around = float(self.turning[place])
        rate = (self._leap(t + 0.04) - self._leap(t - 0.04)) / 0.08
        pitch = -0.95 * math.atan2(rate, max(speed, 0.8 * kind.length)) * wet
        pace = min(speed / max(1.4 * kind.length, 1e-6), 1.0)
        hop, slap = self._flopping(t)
        dry = 1.0 - wet
        lying = 0.0 if kind.fluke else 1.5
        roll = wet * min(max(-0.35 * around, -0.5), 0.5) + dry * (lying + 0.08 * slap)
        turn = about_y(yaw + dry * 0.25 * slap) @ about_x(pitch) @ about_z(roll)
        thick = kind.high * (1.0 if kind.fluke else min(kind.wide, 1.0))
        high = wet * (level + self._leap(t)) + dry * (1.02 * thick + hop)
        body = np.array((x, high, z))
        bones = {"pelvis": pose(turn, body)}
        angles = self._wave(t, pace, wet, slap)
        self._place_spine(bones, turn, body, angles)
        joints = self.skeleton.joints
        head = turn @ self._bent(-0.55 * angles[1] - 0.35 * around * 0.1 * wet)
        head_at = body + turn @ (joints["head"] - joints["pelvis"])
        bones["head"] = pose(head, head_at)
        gape = 0.25 * self.speaking.opening(t) + 0.08 * max(math.sin(2.6 * t + self.phase), 0.0)
        bones["jaw"] = pose(head @ about_x(gape), head_at + head @ (joints["jaw"] - joints["head"]))
        for side, sign in (("L", 1.0), ("R", -1.0)):
            row = 0.35 * math.sin(2.2 * kind.beats_hz * t + self.phase) * (1.0 - 0.6 * pace)
            fin = turn @ about_z(sign * (row - 0.15)) @ about_y(sign * (0.25 * pace + 0.95 * dry))
            at = body + turn @ (joints[f"side_{side}"] - joints["pelvis"])
            bones[f"side_{side}"] = pose(fin, at)
        return {name: bones[name] for name in self.skeleton.bones}

    def _flopping(self, t: float) -> tuple[float, float]:
        """On land: how high it throws itself, and how far it is bent, -1 to 1."""
        period = 0.75 * math.sqrt(max(self.kind.length, 0.1) / 0.3)
        u = (t / period + self.phase) % 1.0
        calm = smooth(0.5 + 1.5 * math.sin(0.9 * t / period + self.phase))
        hop = 0.45 * self.kind.length * 4.0 * u * (1.0 - u) * calm * (0.5 if self.kind.length > 1
                                                                      else 1.0)  # fmt: skip
        return min(hop, 0.6), calm * math.sin(2.0 * math.pi * u * 2.0)

    def _wave(self, t: float, pace: float, wet: float, slap: float) -> tuple[float, ...]:
        """Bend at every joint from the trunk to the fin, radians."""
        kind = self.kind
        beat = 2.0 * math.pi * kind.beats_hz * t + self.phase
        strength = (0.45 + 0.75 * pace) * wet
        swims = [strength * a * math.sin(beat - _LAG * k) for k, a in enumerate(_SWINGS)]
        return tuple(s + (1.0 - wet) * 0.42 * slap for s in swims)

    def _bent(self, angle: float) -> Array:
        return about_x(angle) if self.kind.fluke else about_y(angle)

    def _place_spine(
        self, bones: dict[str, Array], turn: Array, body: Array, angles: Sequence[float]
    ) -> None:
        joints = self.skeleton.joints
        at, rotation = body, turn
        for before, name, angle in zip(_TAIL, _TAIL[1:], angles[1:], strict=False):
            at = at + rotation @ (joints[name] - joints[before])
            rotation = rotation @ self._bent(angle)
            bones[name] = pose(rotation, at)
