"""The creeper's rig: every joint follows where the head has been, along a winding curve."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.blocking import Measures, block
from engine.world.figures.creepers import JOINTS, bone_at, spine_lengths
from engine.world.figures.faces import MouthTrack, Speaking
from engine.world.figures.joints import Array, Skeleton, about_x, cross, pose, unit
from engine.world.figures.small_life import Creeper
from engine.world.figures.steps import Gait, Track, smooth

_GAITS = ((0.0, Gait((), 0.5)),)
_MOVES = frozenset({"walk", "run", "crawl", "swim", "fly"})


class Trail:
    """Poses what creeps; see ``acting.Rig``.  It goes along its curve and never slides aside."""

    def __init__(
        self, skeleton: Skeleton, acts: Sequence[Act], start: tuple[float, float], yaw: float,
        mouth: MouthTrack, seed: int, kind: Creeper,
    ) -> None:  # fmt: skip
        self.skeleton, self.acts, self.kind = skeleton, tuple(acts), kind
        joints = skeleton.joints
        self.size = float(joints["pelvis"][1]) / kind.thick
        self.behind = spine_lengths(joints)
        leg = 0.25 * self.behind[-1]
        measures = Measures(leg, 0.0, 0.0, 0.0, 1.0, gaits=_GAITS, run_from=1e9)
        ways = [replace(a, kind="walk") for a in acts if a.kind in _MOVES and a.points]
        self.stage = block(ways, start, yaw, measures)
        end_s = max([1.0, *(a.end_s for a in acts),
                     *(one.end_s for one in self.stage.travels)]) + 2.0  # fmt: skip
        self.track = Track(start, yaw, self.stage.travels, end_s, leg)
        self.phase = float(np.random.default_rng(seed).uniform(0.0, 6.28))
        self._lay_trail(start, yaw)
        self.speaking = Speaking(mouth)

    def _lay_trail(self, start: tuple[float, float], yaw: float) -> None:
        """The way of the head by its length, begun behind where it starts."""
        x, z = self.track.x, self.track.z
        gone = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(z)))])
        self.gone = gone
        back = 2.0 * self.behind[-1]
        keep = np.concatenate([[True], np.diff(gone) > 1e-7])
        self.along = np.concatenate([[-back], gone[keep]])
        first = (start[0] - back * math.sin(yaw), start[1] - back * math.cos(yaw))
        self.way = np.column_stack([np.concatenate([[first[0]], x[keep]]),
                                    np.concatenate([[first[1]], z[keep]])])  # fmt: skip
        self.offset = 0.42 * self.behind[-1]

    def face_shapes(self, time_s: float) -> dict[str, float]:
        """None: its face does not bend."""
        return {}

    def footsteps(self) -> tuple[tuple[float, tuple[float, float, float]], ...]:
        """None: it has no feet."""
        return ()

    def hand(self, time_s: float, side: str) -> Array:
        """The mouth, (3,) metres."""
        head = self.bones(time_s)["head"]
        return np.asarray(head[:3, 3] + head[:3, 2] * self.kind.thick * self.size)

    def _spot(self, s: float) -> Array:
        """(3,) on the winding curve at a length of the way."""
        kind = self.kind
        way = np.array([np.interp(s, self.along, self.way[:, k]) for k in (0, 1)])
        last = float(self.along[-1])
        ahead = np.array([np.interp(min(s, last) + d, self.along, self.way[:, k])
                          for d in (-0.02 * self.size, 0.0) for k in (0, 1)])  # fmt: skip
        tangent = ahead[2:] - ahead[:2]
        tangent = tangent / max(float(np.hypot(*tangent)), 1e-9)
        if s > last:
            way = way + tangent * (s - last)
        winding = kind.sway * self.size * math.sin(
            2.0 * math.pi * s / (kind.period * self.size) + self.phase)  # fmt: skip
        return np.array((way[0] + tangent[1] * winding, 0.0, way[1] - tangent[0] * winding))

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4) for every bone."""
        t, kind = time_s, self.kind
        gone = float(np.interp(t, self.track.times, self.gone)) + self.offset
        _, _, _, speed = self.track.at(t)
        moving = smooth(speed / max(0.15 * self.behind[-1], 1e-6))
        rest = kind.thick * self.size
        shrink = self._shrink()
        spots = []
        for k, back in enumerate(self.behind):
            spot = self._spot(gone - back * shrink)
            hump = math.sin(2.0 * math.pi * (back / (kind.period * self.size)) - 7.0 * t)
            arch = kind.arch * self.size * max(hump, 0.0) * (0.15 + 0.85 * moving)
            spot[1] = rest + arch + self._reared(k, t)
            spots.append(spot)
        bones = {}
        for k in range(JOINTS):
            ahead = spots[k - 1] - spots[k] if k else spots[0] - spots[1]
            forward = unit(ahead)
            if k == 0 and kind.rears > 2.0 * kind.thick:
                forward = unit(ahead * (1.0, 0.15, 1.0))
            side = unit(cross(np.array((0.0, 1.0, 0.0)), forward))
            turn = np.column_stack([side, cross(forward, side), forward])
            bones[bone_at(k)] = pose(turn, spots[k])
        head = bones["head"]
        joints = self.skeleton.joints
        flick = smooth(math.sin(2.4 * t + self.phase) * 4.0 - 2.6) if kind.sway else 0.0
        jaw = head[:3, :3] @ about_x(0.12 * math.sin(40.0 * t) * flick)
        place = head[:3, 3] + head[:3, :3] @ (joints["jaw"] - joints["head"])
        out = (0.25 + 0.75 * flick) if kind.sway else 1.0
        bones["jaw"] = pose(jaw * out, place)
        return {name: bones[name] for name in self.skeleton.bones}

    def _shrink(self) -> float:
        """A winding body reaches less far along its way than it is long."""
        steep = 2.0 * math.pi * self.kind.sway / self.kind.period
        return 1.0 / math.sqrt(1.0 + 0.5 * steep * steep)

    def _reared(self, k: int, t: float) -> float:
        kind = self.kind
        share = 1.0 - k / (0.30 * JOINTS)
        if share <= 0.0:
            return 0.0
        breath = 1.0 + 0.10 * math.sin(1.4 * t + self.phase)
        return kind.rears * self.size * smooth(share) * breath
