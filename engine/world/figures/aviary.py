"""The bird's rig: legs over planted feet, a neck that leads the head, wings and tail."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.blocking import Measures, block, perch_height
from engine.world.figures.faces import MouthTrack, Speaking
from engine.world.figures.flight import Flight
from engine.world.figures.fowl import Fowl, sized
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
from engine.world.figures.steps import TABLE_HZ, FootPlan, Gait, Track, plan_feet, smooth

_GAITS: dict[str, tuple[tuple[float, Gait], ...]] = {
    "hop": ((0.0, Gait((0.0, 0.0), 0.46, 2.4)),),
    "walk": ((0.0, Gait((0.0, 0.5), 0.60, 1.25)), (0.9, Gait((0.0, 0.5), 0.40, 1.5))),
    "waddle": ((0.0, Gait((0.0, 0.5), 0.60, 1.15)), (1.0, Gait((0.0, 0.5), 0.48, 1.3))),
    "stride": ((0.0, Gait((0.0, 0.5), 0.62, 1.0)), (0.6, Gait((0.0, 0.5), 0.38, 1.25))),
}
_SIDES = (("L", 1.0), ("R", -1.0))
_PECKS = frozenset({"eat", "drink", "pick_up", "feel"})
_PECK_S = 0.85
_FLOATS = 0.42
_BLINK_S = 3.1


class Bird:
    """Poses a bird; see ``acting.Rig``.  ``walk`` and ``run`` go on foot, ``swim`` floats."""

    def __init__(
        self, skeleton: Skeleton, acts: Sequence[Act], start: tuple[float, float], yaw: float,
        mouth: MouthTrack, seed: int, fowl: Fowl,
    ) -> None:  # fmt: skip
        joints = skeleton.joints
        fowl = sized(fowl, float(joints["leg_upper_L"][1]) / fowl.leg)
        self.skeleton, self.acts, self.fowl = skeleton, tuple(acts), fowl
        self.leg = float(joints["leg_upper_L"][1])
        self.side = float(joints["leg_upper_L"][0])
        self.ankle = float(joints["foot_L"][1])
        self.lengths = (
            skeleton.distance("leg_upper_L", "leg_lower_L"),
            skeleton.distance("leg_lower_L", "foot_L"),
        )
        self.phase = float(np.random.default_rng(seed).uniform(0.0, 6.28))
        self.flight = Flight(acts, fowl, self.phase)
        measures = Measures(self.leg, 0.0, 0.0, 0.0, 2.0 * self.leg, gaits=_GAITS[fowl.gait])
        doing = [a for a in acts if a.kind not in ("sit", "dance")]
        self.stage = block([_afloat(a) for a in doing], start, yaw, measures)
        spans = [*self.flight.times(),
                 *((a.start_s, a.end_s) for a in acts if a.kind == "swim")]  # fmt: skip
        travels = [
            replace(one, gait=Gait((), 0.5))
            if any(a - 0.05 <= 0.5 * (one.start_s + one.end_s) <= b + 0.05 for a, b in spans)
            else one
            for one in self.stage.travels
        ]
        end_s = max([1.0, *(act.end_s for act in acts), *(one.end_s for one in travels)]) + 2.0
        self.track = Track(start, yaw, travels, end_s, self.leg)
        rests = ((self.side, 0.0), (-self.side, 0.0))
        hops = [(hop.lift_s, hop.land_s) for hop in self.stage.hops]
        hops += [(a + 0.05, max(b - 0.05, a + 0.1)) for a, b in spans]
        plans = plan_feet(self.track, rests, sorted(hops), back_share=0.0)
        self.plans: dict[str, FootPlan] = dict(zip(("L", "R"), plans, strict=True))
        self.lands = sorted(p.land_s for plan in plans for p in plan.plants[1:])
        self.speaking = Speaking(mouth)
        self.turning = np.gradient(self.track.yaw) * TABLE_HZ

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
        """The beak's tip, (3,) metres."""
        head = self.bones(time_s)["head"]
        return np.asarray(head[:3, 3] + head[:3, 2] * (self.fowl.head + 0.8 * self.fowl.beak))

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4) for every bone."""
        t, fowl = time_s, self.fowl
        x, z, yaw, speed = self.track.at(t)
        height, spread = self.flight.height(t), self.flight.spread(t)
        flying = smooth(height / (0.2 + 0.5 * self.leg))
        afloat, level = self._afloat(t)
        feet = {side: self._foot(self.plans[side], t) for side in ("L", "R")}
        perch = perch_height(self.stage.hops, t)
        body, turn = self._trunk((x, z, yaw, speed), t, flying, feet, perch)
        body[1] += height
        if afloat > 0.0:
            rest = level + _FLOATS * fowl.thick + 0.006 * math.sin(1.9 * t + self.phase)
            body[1] += (rest - body[1]) * afloat
        bones = {"pelvis": pose(turn, body)}
        for side, sign in _SIDES:
            tucked = self._tucked(turn, body, sign, max(flying, 1e-9), afloat, t)
            share = max(flying, afloat)
            ankle = feet[side][0] + (0.0, perch, 0.0)
            ankle = ankle + (tucked - ankle) * share
            self._place_leg(bones, side, ankle, feet[side][2] * (1 - share) + 0.9 * flying, turn,
                            body)  # fmt: skip
        self._place_wings(bones, turn, body, spread, t)
        self._place_head(bones, turn, body, (yaw, flying, afloat), t)
        swish = 0.07 * math.sin(2.3 * t + self.phase)
        lift = self._cleared(turn, body) * (1 - flying) - 0.25 * self.flight.flare(t)
        tail = turn @ about_y(swish) @ about_x(lift + 1.2 * flying * (fowl.rudder in
                                               ("wheel", "train", "sickles", "up")))  # fmt: skip
        joints = self.skeleton.joints
        bones["tail"] = pose(tail, body + turn @ (joints["tail"] - joints["pelvis"]))
        return {name: bones[name] for name in self.skeleton.bones}

    def _afloat(self, t: float) -> tuple[float, float]:
        """How far it swims, 0 to 1, and the water's height."""
        share, level = 0.0, -0.1
        for act in self.acts:
            if act.kind == "swim":
                weight = smooth((t - act.start_s) / 0.5 + 1.0) * smooth((act.end_s - t) / 0.5 + 1.0)
                if weight > share:
                    share, level = weight, act.target[1] if act.target is not None else -0.1
        return share, level

    def _cleared(self, turn: Array, body: Array) -> float:
        """How far the tail must be raised so that it does not go into the ground, radians."""
        joints, fowl = self.skeleton.joints, self.fowl
        if fowl.rudder in ("wheel", "train", "sickles", "up"):
            return 0.0
        root = float((body + turn @ (joints["tail"] - joints["pelvis"]))[1])
        hangs = math.asin(min(max(float(-(turn @ about_x(-fowl.tilt))[1, 2]), -1.0), 1.0))
        most = math.asin(min(max(root / (1.1 * fowl.tail), 0.0), 1.0))
        return max(-hangs - most, 0.0)

    def _pecking(self, t: float) -> float:
        """How deep the head is down at the ground."""
        deep = 0.0
        for act in self.acts:
            if act.kind in _PECKS:
                cycle = ((t - act.start_s) / _PECK_S + 0.1 * self.phase) % 1.0
                dip = smooth(cycle / 0.22) * smooth((0.62 - cycle) / 0.2)
                again = 0.16 * math.sin(cycle * 44.0) * smooth((0.5 - abs(cycle - 0.35)) / 0.5)
                deep = max(deep, act.weight(t, 0.2, 0.3) * (0.35 + 0.65 * (dip - again * dip)))
        return min(deep, 1.0)

    def _foot(self, plan: FootPlan, t: float) -> tuple[Array, float, float]:
        """Ankle (3,), how far it is lifted, its pitch."""
        plant, following = plan.at(t)
        if following is None or t < plant.lift_s:
            return np.array((plant.x, self.ankle, plant.z)), 0.0, 0.0
        u = (t - plant.lift_s) / (following.land_s - plant.lift_s)
        step = math.hypot(following.x - plant.x, following.z - plant.z)
        clear = 0.10 * self.leg + 0.18 * min(step, 1.2 * self.leg)
        e = smooth(u)
        ankle = np.array((
            plant.x + (following.x - plant.x) * e, self.ankle + clear * math.sin(math.pi * u) ** 2,
            plant.z + (following.z - plant.z) * e,
        ))  # fmt: skip
        return ankle, math.sin(math.pi * u), 0.9 * math.sin(math.pi * u) * (1 - 0.6 * u)

    def _trunk(
        self, at: tuple[float, float, float, float], t: float, flying: float,
        feet: dict[str, tuple[Array, float, float]], perch: float,
    ) -> tuple[Array, Array]:  # fmt: skip
        """Middle of the trunk (3,) without flight, and how it is turned."""
        fowl, joints = self.fowl, self.skeleton.joints
        x, z, yaw, speed = at
        climb = self.flight.climb(t)
        place = min(int(max(t, 0.0) * TABLE_HZ), len(self.turning) - 1)
        bank = min(max(-0.5 * float(self.turning[place]) * flying, -0.8), 0.8)
        ground = 1.0 - flying
        waddle = {"waddle": 0.16, "walk": 0.03, "stride": 0.02, "hop": 0.0}[fowl.gait]
        sway = (feet["R"][1] - feet["L"][1]) * ground
        level = fowl.tilt - 0.12 - 0.30 * math.tanh(climb / max(speed, 1.2))
        level -= 0.85 * self.flight.flare(t)
        run = min(speed / math.sqrt(9.81 * self.leg), 1.2) * 0.10 * ground
        down = self._pecking(t) * self._stoop() * ground
        pitch = flying * level + ground * run + down + 0.02 * math.sin(2.0 * t + self.phase)
        turn = about_y(yaw) @ about_x(pitch) @ about_z(bank - waddle * sway)
        body = np.array((x, 0.0, z))
        body += about_y(yaw)[:, 0] * (0.35 * self.side * sway)
        both = min(feet["L"][1], feet["R"][1]) if fowl.gait == "hop" else 0.0
        rest = float(joints["pelvis"][1]) - 0.07 * self.leg + perch
        limits = [rest + 0.45 * self.leg * both * ground]
        for side, _ in _SIDES:
            hip = turn @ (joints[f"leg_upper_{side}"] - joints["pelvis"])
            away = feet[side][0] - body - hip
            span = 0.992 * sum(self.lengths)
            up = math.sqrt(max(span**2 - float(away[0] ** 2 + away[2] ** 2), (0.6 * span) ** 2))
            slack = (0.25 + (1.0 if fowl.gait == "hop" else 0.0)) * self.leg * feet[side][1]
            limits.append(float(feet[side][0][1] + perch - hip[1]) + up + slack + 9.0 * flying)
        body[1] = min(limits)
        body[1] -= 0.03 * fowl.span * flying * self.flight.work(t) * math.sin(self.flight.beat(t))
        return body, turn

    def _stoop(self) -> float:
        """How far the trunk must tip so that the neck reaches the ground, radians."""
        joints = self.skeleton.joints
        neck = self._neck_m() + self.fowl.head + self.fowl.beak
        lack = float(joints["neck"][1]) - 0.85 * neck
        ahead = max(float(joints["neck"][2]), 0.25 * self.fowl.length)
        return min(max(lack / max(1.3 * ahead, 1e-6), 0.15), 1.05)

    def _neck_m(self) -> float:
        return self.skeleton.distance("neck", "neck_top") + self.skeleton.distance(
            "neck_top", "head")  # fmt: skip

    def _tucked(
        self, turn: Array, body: Array, sign: float, flying: float, afloat: float, t: float
    ) -> Array:
        """Where an ankle is in flight (trailing; reaching out to land) or paddling."""
        fowl, leg = self.fowl, self.leg
        flare = self.flight.flare(t)
        trail = np.array((sign * self.side, -0.30 * leg, -0.95 * leg))
        if leg < 0.5:
            trail = np.array((sign * 0.8 * self.side, -0.15 * leg - 0.3 * fowl.thick, -0.75 * leg))
        ready = np.array((sign * self.side, -0.75 * leg - 0.3 * fowl.thick, 0.35 * leg))
        spot = trail + (ready - trail) * flare
        if afloat > flying:
            stroke = 0.45 * leg * math.sin(5.0 * t + (0.0 if sign > 0 else math.pi))
            spot = np.array((sign * self.side, -0.55 * leg - 0.4 * fowl.thick, stroke - 0.3 * leg))
        level = turn @ about_x(-fowl.tilt) if flying < 0.5 else turn @ about_x(-0.9 * fowl.tilt)
        hip = turn @ (self.skeleton.joints["leg_upper_L"] * (0, 1, 1)
                      - self.skeleton.joints["pelvis"] * (0, 1, 1))  # fmt: skip
        return np.asarray(body + hip + level @ spot)

    def _place_leg(
        self, bones: dict[str, Array], side: str, ankle: Array, pitch: float, turn: Array,
        body: Array,
    ) -> None:  # fmt: skip
        joints = self.skeleton.joints
        hip = body + turn @ (joints[f"leg_upper_{side}"] - joints["pelvis"])
        heading = math.atan2(turn[0, 2], turn[2, 2])
        pole = -about_y(heading)[:, 2] + 0.2 * turn[:, 1]
        upper, knee, lower, tip = reach(hip, ankle, self.lengths, pole, knee=True)
        flip = np.diag((-1.0, 1.0, -1.0))
        bones[f"leg_upper_{side}"] = pose(upper @ flip, hip)
        bones[f"leg_lower_{side}"] = pose(lower @ flip, knee)
        bones[f"foot_{side}"] = pose(about_y(heading) @ about_x(pitch), tip)

    def _place_wings(
        self, bones: dict[str, Array], turn: Array, body: Array, spread: float, t: float
    ) -> None:
        joints, fowl = self.skeleton.joints, self.fowl
        work, beat = self.flight.work(t), self.flight.beat(t)
        big = 0.55 + 0.25 * (fowl.flaps_hz < 6.0)
        flap = big * work * math.sin(beat)
        bend = 0.55 * work * math.sin(beat - 1.15)
        sweep = 0.30 * work * max(math.cos(beat), 0.0)
        flipper = fowl.tips == "flipper"
        level = about_x(-fowl.tilt) if not flipper else np.eye(3)  # the back's plane
        for side, sign in _SIDES:
            at = body + turn @ (joints[f"wing_{side}"] - joints["pelvis"])
            arm = about_z(sign * (0.10 + flap)) @ about_y(-0.10 * sign)
            inner = arm @ about_y(sign * 1.15 * (1 - spread)) if not flipper else _hung(
                sign, spread, flap, t, self.phase)  # fmt: skip
            outer = inner @ about_z(sign * bend) @ about_y(sign * (sweep + 1.0 * (1 - spread)))
            size = 1.0 if flipper else max(spread, 1e-3)
            axis = level @ inner @ level.T
            bones[f"wing_{side}"] = pose(turn @ axis * size, at)
            span = joints[f"wing_tip_{side}"] - joints[f"wing_{side}"]
            tip_at = at + turn @ axis @ span * size
            bones[f"wing_tip_{side}"] = pose(
                turn @ level @ outer @ level.T * size, tip_at)  # fmt: skip
            fold_at = body + turn @ (joints[f"fold_{side}"] - joints["pelvis"])
            closed = 1e-3 if flipper else max(1.0 - 1.4 * spread, 1e-3)
            lift = about_z(0.03 * sign * math.sin(1.3 * t + self.phase))
            bones[f"fold_{side}"] = pose(turn @ lift * closed, fold_at)

    def _place_head(
        self, bones: dict[str, Array], turn: Array, body: Array,
        state: tuple[float, float, float], t: float,
    ) -> None:  # fmt: skip
        joints, fowl = self.skeleton.joints, self.fowl
        yaw, flying, _ = state
        base = body + turn @ (joints["neck"] - joints["pelvis"])
        upper, lower = joints["neck_top"] - joints["neck"], joints["head"] - joints["neck_top"]
        lengths = (float(np.linalg.norm(upper)), float(np.linalg.norm(lower)))
        facing = about_y(yaw)
        rest = base + facing @ (joints["head"] - joints["neck"])
        target = rest + facing[:, 2] * self._bob(t, yaw)
        stretched = base + turn @ about_x(-fowl.tilt * 0.8) @ np.array(
            (0.0, 0.22, 0.975)) * sum(lengths) * 0.985  # fmt: skip
        target = target + (stretched - target) * flying
        peck = self._pecking(t) * (1 - flying)
        tip = fowl.head + 0.75 * fowl.beak
        food = base * (1, 0, 1) + facing[:, 2] * (0.35 * self._neck_m() + 0.2 * fowl.length)
        food = food + np.array((0.0, 0.72 * tip, 0.0)) - facing[:, 2] * 0.5 * tip
        target = target + (food - target) * peck
        sag = unit(
            turn
            @ (
                joints["neck_top"]
                - (joints["neck"] + joints["head"]) / 2
                + np.array((0.0, 0.0, math.copysign(1e-4, fowl.bulge or -1.0)))
            )
        )
        first, elbow, second, top = reach(base, target, lengths, sag, knee=True)
        neck = swing(turn @ unit(upper), -first[:, 1]) @ turn
        crop = swing(turn @ unit(lower), -second[:, 1]) @ turn
        bones["neck"], bones["neck_top"] = pose(neck, base), pose(crop, elbow)
        look, tip_down = self._gaze(t, top, yaw, flying)
        head = about_y(yaw + look) @ about_x(tip_down + 1.05 * peck - 0.05 * flying)
        bones["head"] = pose(head, top)
        jaw = top + head @ (joints["jaw"] - joints["head"])
        bones["jaw"] = pose(head @ about_x(0.5 * self.speaking.opening(t)), jaw)
        eyes = head.copy()
        eyes[:, 1] *= 1.0 - 0.92 * self._blink(t)
        bones["eyes"] = pose(eyes, top + head @ (joints["eyes"] - joints["head"]))

    def _bob(self, t: float, yaw: float) -> float:
        """The head stays where it is while the body passes under it, then shoots forward."""
        k = bisect_right(self.lands, t)
        if not self.fowl.bob or k == 0 or k >= len(self.lands):
            return 0.0
        start, end = self.lands[k - 1], self.lands[k]
        if not 0.02 < end - start < 1.2:
            return 0.0
        (ax, az, _, _), (bx, bz, _, _) = self.track.at(start), self.track.at(end)
        way = (bx - ax) * math.sin(yaw) + (bz - az) * math.cos(yaw)
        way = min(way, 0.7 * self._neck_m() + 0.3 * self.fowl.head)
        u = (t - start) / (end - start)
        held = 0.35 - 0.7 * u / 0.62 if u < 0.62 else -0.35 + 0.7 * smooth((u - 0.62) / 0.38)
        return self.fowl.bob * way * held

    def _gaze(self, t: float, at: Array, yaw: float, flying: float) -> tuple[float, float]:
        """Turn of the head about the upright axis, and how far it tips down, radians."""
        beat = 0.55 if self.fowl.mass < 1.0 else 1.3
        step = math.floor(t / beat)
        calm = (1.0 - flying) * (1.0 - self._pecking(t))
        now, last = (math.sin(k * 12.9 + self.phase) for k in (step, step - 1))
        idle = (last + (now - last) * smooth((t / beat - step) / 0.14)) * calm
        look, tip = 0.45 * idle, 0.10 * idle
        for act in self.acts:
            weight = act.weight(t, 0.3, 0.3) if act.target is not None else 0.0
            if weight > 0.0 and act.kind not in ("fly", "swim", "sit", *_PECKS):
                aim = np.asarray(act.target) - at
                around = (math.atan2(aim[0], aim[2]) - yaw + math.pi) % (2 * math.pi) - math.pi
                look += weight * (min(max(around, -1.4), 1.4) - look)
        nod = sum(0.25 * a.weight(t) * math.sin((t - a.start_s) * 9.0)
                  for a in self.acts if a.kind == "nod")  # fmt: skip
        return look, tip + nod

    def _blink(self, t: float) -> float:
        u = (t + 0.7 * self.phase) % _BLINK_S
        return smooth(u / 0.07) * smooth((0.18 - u) / 0.09) if u < 0.18 else 0.0


def _afloat(act: Act) -> Act:
    """Swimming leads along a way like walking does."""
    return replace(act, kind="walk", target=None) if act.kind == "swim" else act


def _hung(sign: float, spread: float, flap: float, t: float, phase: float) -> Array:
    """A flipper hangs at the side and swings a little, or rows."""
    hang = about_z(-sign * (1.28 + 0.06 * math.sin(2.1 * t + phase)))
    rows = about_z(sign * (flap - 0.2))
    mixed = hang + (rows - hang) * spread
    u, _, v = np.linalg.svd(mixed)
    return np.asarray(u @ v)
