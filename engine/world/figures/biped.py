"""The two-legged rig: hips over planted feet, spine, arms, head, face, at any time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.world.figures.acts import Act
from engine.world.figures.arms import Arms, Moment
from engine.world.figures.blocking import block, leg_measures, perch_height
from engine.world.figures.faces import Face, MouthTrack, Speaking
from engine.world.figures.gestures import gesture_of, share_of, value_at
from engine.world.figures.joints import (
    Array,
    Skeleton,
    about_x,
    about_y,
    about_z,
    halfway,
    pose,
    reach,
    unit,
)
from engine.world.figures.legs import Foot, FootPose, foot_pose, kicked
from engine.world.figures.limbs import Limbs
from engine.world.figures.postures import Pose, pose_of
from engine.world.figures.steps import Track, plan_feet, smooth
from engine.world.figures.styles import USUAL, Manner, manner_at
from engine.world.model import Skin

_LEAVES_SEAT = frozenset("walk run jump kick turn dance pick_up stand_up crawl kneel lie".split())
_SIT_S, _RISE_S = 0.9, 0.8
_SIDES = ("L", "R")
_SPINE = (
    ("spine_1", 0.18),
    ("spine_2", 0.42),
    ("spine_3", 0.68),
    ("spine_4", 0.90),
    ("chest", 1.0),
)
"""How much of the trunk's bend each bone has taken."""


@dataclass(frozen=True, eq=False)
class _Gait:
    """How the feet carry the body at a moment."""

    x: float
    z: float
    yaw: float
    pace: float
    running: float
    hop: float
    crouch: float
    airborne: float
    feet: dict[str, FootPose]
    ahead: Array
    left: Array
    stride: float

    @property
    def walking(self) -> float:
        """How much it walks: 0 when it stands or runs."""
        return smooth(self.pace / 0.35) * (1 - self.running)

    @property
    def twist(self) -> float:
        """How far the hips turn with the stride, radians."""
        return -0.30 * self.stride * min(1.0, 3 * self.pace)


@dataclass(frozen=True, eq=False)
class _Stance:
    """The body at a moment, before arms and head."""

    time_s: float
    yaw: float
    pace: float
    running: float
    walking: float
    stride: float
    sitting: float
    bend: float
    airborne: float
    lifts: dict[str, float]
    feet: dict[str, FootPose]
    pelvis: Array
    turn: Array
    level: float
    manner: Manner


class Biped:
    """Poses people; see ``acting.Rig``."""

    def __init__(
        self, skeleton: Skeleton, skin: Skin, acts: Sequence[Act], start: tuple[float, float],
        yaw: float, mouth: MouthTrack, seed: int, old: bool,
    ) -> None:  # fmt: skip
        self.skeleton, self.acts, self.old = skeleton, tuple(acts), old
        joints = skeleton.joints
        self.measures = leg_measures(joints)
        self.leg = (skeleton.distance("thigh_L", "shin_L"), skeleton.distance("shin_L", "foot_L"))
        self.arm = (
            skeleton.distance("upper_arm_L", "forearm_L"), skeleton.distance("forearm_L", "hand_L")
        )  # fmt: skip
        ball = joints["toe_L"] - joints["foot_L"]
        self.foot = Foot(
            float(joints["foot_L"][1]),
            float(ball[2]),
            float(joints["toe_L"][1]),
            0.42 * float(ball[2]),
        )
        self.stage = block(self.acts, start, yaw, self.measures)
        ends = [act.end_s for act in self.acts] + [line[0] + len(line[1]) / 100 for line in mouth]
        end_s = max([1.0, *ends, *(travel.end_s for travel in self.stage.travels)]) + 2.0
        self.track = Track(start, yaw, self.stage.travels, end_s, self.measures.leg)
        rests = tuple((sign * self.measures.hip_x * 1.02, 0.0) for sign in (1.0, -1.0))
        hops = tuple((hop.lift_s, hop.land_s) for hop in self.stage.hops)
        self.plans = dict(zip(_SIDES, plan_feet(self.track, rests, hops), strict=True))
        self.speaking = Speaking(mouth)
        self.limbs = Limbs(skin, joints, self.arm)
        self.arms = Arms(self.acts, self.speaking, seed, 0.0)
        self.face = Face(self.acts, self.speaking, seed)
        self.phase = float(np.random.default_rng(seed).uniform(0.0, 6.28))

    def footsteps(self) -> tuple[tuple[float, tuple[float, float, float]], ...]:
        """When and where feet come down, in order of time."""
        steps = [
            (plant.land_s, (plant.x, 0.0, plant.z))
            for plan in self.plans.values()
            for plant in plan.plants[1:]
        ]
        return tuple(sorted(steps))

    def hand(self, time_s: float, side: str) -> Array:
        """The palm of a hand, (3,) metres."""
        hand = self.bones(time_s)[f"hand_{side}"]
        inward = -0.03 if side == "L" else 0.03
        local = np.array((inward, -0.075, 0.0)) * self.measures.stature / 1.7
        return np.asarray(hand[:3, 3] + hand[:3, :3] @ local)

    def bones(self, time_s: float) -> dict[str, Array]:
        """A pose (4, 4) for every bone."""
        now = self._stance(time_s)
        bones: dict[str, Array] = {"pelvis": pose(now.turn, now.pelvis)}
        self._place_legs(bones, now)
        chest = self._place_spine(bones, now)
        self._place_arms(bones, now, chest)
        self._place_head(bones, now, chest)
        return bones

    def _stance(self, t: float) -> _Stance:
        gait = self._gait(t)
        lifts = {side: gait.feet[side].lift * (1 - gait.airborne) for side in _SIDES}
        sitting, seat = self._seat(t)
        bend = self._picking(t)
        kick = self._kick(t, gait.feet, gait.x, gait.z)
        lifts["R"] = max(lifts["R"], 0.8 * kick)
        sway, roll = self._sway(t, lifts, kick, gait.pace, sitting)
        pelvis = np.array((gait.x, 0.0, gait.z)) + gait.left * sway * self.measures.leg / 0.8
        pelvis = pelvis - gait.ahead * (0.10 * bend + 0.05 * gait.crouch) * self.measures.leg
        pitch = (
            0.06 * gait.running + 0.10 * gait.crouch - 0.16 * sitting + 0.42 * bend - 0.12 * kick
        )
        turn = about_y(gait.yaw + gait.twist) @ about_x(pitch) @ about_z(roll)
        pelvis[1] = self._height(t, gait, pelvis, turn, bend)
        if sitting > 0.0:
            pelvis += self._way_to_seat(pelvis, seat, sitting)
        manner, felt = manner_at(self.acts, t)
        pelvis[1] -= felt * manner.crouch * self.measures.leg
        posture = pose_of(self.acts, t)
        level = 0.0
        if posture is not None:
            turn, level = self._laid(posture, gait, pelvis, turn)
            sitting *= 1.0 - posture.weight
        return _Stance(
            t,
            gait.yaw,
            gait.pace,
            gait.running,
            gait.walking,
            gait.stride,
            sitting,
            bend,
            gait.airborne,
            lifts,
            gait.feet,
            pelvis,
            turn,
            level,
            manner if felt > 0.0 else USUAL,
        )

    def _gait(self, t: float) -> _Gait:
        x, z, yaw, speed = self.track.at(t)
        pace = speed / math.sqrt(9.81 * self.measures.leg)
        hop, crouch, airborne = self._hop(t)
        feet = self._feet(t, hop)
        ahead = np.array((math.sin(yaw), 0.0, math.cos(yaw)))
        return _Gait(
            x=x,
            z=z,
            yaw=yaw,
            pace=pace,
            running=smooth((pace - 0.62) / 0.35),
            hop=hop,
            crouch=crouch,
            airborne=airborne,
            feet=feet,
            ahead=ahead,
            left=np.array((math.cos(yaw), 0.0, -math.sin(yaw))),
            stride=float(ahead @ (feet["L"].ankle - feet["R"].ankle)) / self.measures.leg,
        )

    def _way_to_seat(
        self, pelvis: Array, seat: tuple[float, float, float], sitting: float
    ) -> Array:
        """How far the pelvis has moved, (3,), when it sits by ``sitting``."""
        seated = np.array((seat[0], seat[1] + 0.115 * self.measures.leg, seat[2]))
        path = smooth(min(sitting * 1.15, 1.0))
        return np.asarray((seated - pelvis) * np.array((path, sitting, path)))

    def _laid(self, posture: Pose, gait: _Gait, pelvis: Array, turn: Array) -> tuple[Array, float]:
        """Moves hips and feet into a posture; returns the hips' turn and the head's level."""
        leg, share = self.measures.leg, posture.weight
        feet = gait.feet
        below = float(feet["L"].ankle[1]) - self.foot.ankle if posture.feet is None else 0.0
        goal = np.array((gait.x, 0.0, gait.z)) + gait.ahead * posture.ahead * leg
        goal[1] = posture.height if posture.floats else posture.height * leg + below
        if posture.feet is not None and not posture.floats:
            goal[1] += gait.hop
        pelvis += (goal - pelvis) * share
        if posture.feet is not None:
            for side, sign, (front, up, pitch) in zip(
                _SIDES, (1.0, -1.0), posture.feet, strict=True
            ):
                rest = feet[side]
                low = goal[1] if posture.floats else goal[1] - posture.height * leg
                aside = gait.left * sign * self.measures.hip_x * 1.05
                spot = goal + gait.ahead * front * leg + aside
                spot[1] = low + up * leg
                ankle = rest.ankle + (spot - rest.ankle) * share
                tipped = about_y(gait.yaw) @ about_x(pitch * share)
                rotation = halfway(rest.rotation, tipped, share)
                feet[side] = FootPose(ankle, rotation, rotation, rest.lift * (1 - share), 0.0)
        tipped = about_y(gait.yaw) @ about_x(posture.pitch)
        return halfway(turn, tipped, share), posture.level * share

    def _feet(self, t: float, hop: float) -> dict[str, FootPose]:
        """Where the feet stand or swing; ``hop`` is the height in the air."""
        feet = {
            side: foot_pose(self.foot, plan, t, self.measures.leg)
            for side, plan in self.plans.items()
        }
        for foot in feet.values():
            foot.ankle[1] += hop
        return feet

    def _sway(
        self, t: float, lifts: dict[str, float], kick: float, pace: float, sitting: float
    ) -> tuple[float, float]:
        """(how far the hips go to the left, how far they tilt) by weight, rest and dance."""
        dancing = max((a.weight(t, 0.4, 0.4) for a in self.acts if a.kind == "dance"), default=0.0)
        idle = math.sin(t * 0.62 + self.phase) * (1 - min(pace * 4, 1.0)) * (1 - sitting)
        sway = 0.020 * (lifts["R"] - lifts["L"]) * (1 + 1.2 * kick) + 0.014 * idle
        sway += 0.045 * dancing * math.sin(math.pi * 2 * t)
        roll = 0.055 * (lifts["R"] - lifts["L"]) * (1 - kick) + 0.030 * idle
        roll += 0.10 * dancing * math.sin(math.pi * 2 * t)
        return sway, roll

    def _hop(self, t: float) -> tuple[float, float, float]:
        """(height in the air, crouch 0 to 1, airborne 0 to 1)."""
        perch = perch_height(self.stage.hops, t)
        for hop in self.stage.hops:
            lift, land = hop.lift_s, hop.land_s
            if lift - 0.5 < t < land + 0.6:
                u = min(max((t - lift) / (land - lift), 0.0), 1.0)
                before = smooth((t - lift + 0.5) / 0.3) * (1 - smooth((t - lift + 0.16) / 0.18))
                after = smooth((t - land + 0.04) / 0.14) * (1 - smooth((t - land - 0.12) / 0.40))
                air = 4 * u * (1 - u)
                if hop.apex == 0.0:
                    continue
                return perch, max(before, 0.8 * after), air**0.5
        return perch, 0.0, 0.0

    def _seat(self, t: float) -> tuple[float, tuple[float, float, float]]:
        for act, seat in self.stage.seats:
            later = any(other.start_s >= act.end_s - 0.05 and other.kind in _LEAVES_SEAT
                        for other in self.acts)  # fmt: skip
            weight = smooth((t - act.start_s) / _SIT_S)
            if later:
                weight *= smooth((act.end_s - t) / _RISE_S)
            if weight > 0.0:
                return weight, seat
        return 0.0, (0.0, 0.0, 0.0)

    def _picking(self, t: float) -> float:
        """How far the body bends down to take something, 0 to 1."""
        most = 0.0
        for act in self.acts:
            if act.kind not in ("pick_up", "put_down") or act.target is None:
                continue
            low = min(max(1.0 - act.target[1] / (0.62 * self.measures.stature), 0.0), 1.0)
            down = smooth((t - act.start_s) / max(0.9 * (act.moment_s - act.start_s), 0.1))
            up = 1 - smooth((t - act.moment_s - 0.1) / max(act.end_s - act.moment_s - 0.1, 0.2))
            most = max(most, low * down * up)
        return most

    def _kick(self, t: float, feet: dict[str, FootPose], x: float, z: float) -> float:
        """Replaces the right foot while it kicks; returns how far the kick is on."""
        for act in self.acts:
            if act.kind != "kick" or act.target is None:
                continue
            half = min(0.34, 0.32 * max(act.length_s, 0.3))
            phase = (t - act.moment_s) / half
            if -1.0 < phase < 1.5:
                yaw = self.track.at(act.moment_s)[2]
                hip = np.array((x, self.measures.leg + self.foot.ankle, z))
                hip[0] -= self.measures.hip_x * math.cos(yaw)
                hip[2] += self.measures.hip_x * math.sin(yaw)
                target = np.asarray(act.target)
                feet["R"] = kicked(feet["R"], self.foot, hip, target, yaw, phase, self.measures.leg)
                return feet["R"].lift
        return 0.0

    def _height(self, t: float, gait: _Gait, pelvis: Array, turn: Array, bend: float) -> float:
        """The hips' height: as high as both legs allow, lower when running, bending, crouching."""
        joints, leg, feet = self.skeleton.joints, self.measures.leg, gait.feet
        rest = float(joints["pelvis"][1])
        press = max(
            math.sin(math.pi * foot.stance) if foot.stance else 0.0 for foot in feet.values()
        )
        nominal = rest - leg * (0.005 + 0.035 * gait.running + 0.055 * gait.running * press)
        breath, lowered = 0.003 * math.sin(t * 1.65 + self.phase), 0.54 * bend + 0.26 * gait.crouch
        nominal += breath - leg * lowered + gait.hop
        limits = [nominal]
        span = 0.997 * sum(self.leg)
        for side in _SIDES:
            hip = turn @ (joints[f"thigh_{side}"] - joints["pelvis"])
            away = feet[side].ankle - pelvis - hip
            flat = float(away[0] ** 2 + away[2] ** 2)
            up = math.sqrt(max(span * span - flat, (0.6 * span) ** 2))
            ease = 0.05 * leg * feet[side].lift
            limits.append(float(feet[side].ankle[1]) - float(hip[1]) + up + ease)
        lowest, soft = min(limits), 0.010 * leg
        return lowest - soft * math.log(sum(math.exp(-(v - lowest) / soft) for v in limits))

    def _place_legs(self, bones: dict[str, Array], now: _Stance) -> None:
        joints = self.skeleton.joints
        for side in _SIDES:
            foot = now.feet[side]
            hip = now.pelvis + now.turn @ (joints[f"thigh_{side}"] - joints["pelvis"])
            out = now.turn[:, 0] * (0.10 if side == "L" else -0.10)
            pole = unit(now.turn[:, 2]) + foot.rotation[:, 2] * 0.6 + out * (1 + 2 * now.bend)
            pole[1] = max(pole[1], 0.0) + 0.2 * now.sitting
            upper, knee, lower, ankle = reach(hip, foot.ankle, self.leg, pole, knee=True)
            bones |= self.limbs.leg(now.turn, side, (upper, hip), (lower, knee))
            bones[f"foot_{side}"] = pose(foot.rotation, ankle)
            ball = joints[f"toe_{side}"] - joints[f"foot_{side}"]
            bones[f"toe_{side}"] = pose(foot.toe_rotation, ankle + foot.rotation @ ball)

    def _place_spine(self, bones: dict[str, Array], now: _Stance) -> Array:
        t = now.time_s
        breath = math.sin(t * 1.65 + self.phase)
        stoop = 0.16 if self.old else 0.0
        lean = 0.03 * now.walking + 0.16 * now.running + 1.15 * now.bend + stoop - 0.010 * breath
        lean += 0.14 * now.sitting + 0.55 * math.sin(math.pi * now.sitting) ** 2
        lean -= 0.10 * now.airborne
        twist = 0.34 * now.stride * min(1.0, 3 * now.pace)
        roll = -0.05 * (now.lifts["R"] - now.lifts["L"])
        for act in self.acts:
            if act.kind == "throw":
                u = (t - act.start_s) / max(act.length_s, 1e-6)
                twist += 0.45 * (smooth((1 - u) / 0.2) * smooth(u / 0.2)) * math.tanh((u - 0.5) * 9)
                lean += 0.10 * smooth((u - 0.4) / 0.2) * smooth((1 - u) / 0.3)
            elif act.kind == "kick":
                near = math.exp(-(((t - act.moment_s) / 0.25) ** 2))
                lean += 0.10 * near
                twist -= 0.22 * near
            elif act.kind == "dance":
                twist += 0.20 * act.weight(t, 0.4, 0.4) * math.sin(2 * math.pi * t)
        for act in self.acts:
            gesture = gesture_of(act.kind, act.style)
            weight = act.weight(t, 0.3, 0.4) if gesture is not None else 0.0
            if gesture is not None and weight > 0.0:
                u = share_of(gesture, t - act.start_s, act.length_s)
                lean += weight * value_at(gesture.lean, u)
                twist += weight * value_at(gesture.twist, u)
        lean += now.manner.lean * now.walking
        roll -= 0.06 * now.manner.limp * now.lifts["L"]
        return self._bent_spine(bones, now, (twist, lean, roll), breath)

    def _bent_spine(
        self, bones: dict[str, Array], now: _Stance, bend: tuple[float, float, float], breath: float
    ) -> Array:
        """Five bones share what the trunk turns, leans and tilts; returns the chest's pose."""
        joints, (twist, lean, roll) = self.skeleton.joints, bend
        at, turn, before = now.pelvis, now.turn, "pelvis"
        placed = pose(turn, at)
        for name, share in _SPINE:
            at = at + turn @ (joints[name] - joints[before])
            turn = now.turn @ about_y(share * twist) @ about_x(share * lean) @ about_z(share * roll)
            placed = pose(turn, at)
            bones[name] = placed.copy()
            bones[name][:3, 2] *= 1.0 + 0.012 * breath * share
            before = name
        return placed

    def _place_arms(self, bones: dict[str, Array], now: _Stance, chest: Array) -> None:
        joints, turn = self.skeleton.joints, chest[:3, :3]
        shoulders = {
            side: chest[:3, 3] + turn @ (joints[f"upper_arm_{side}"] - joints["chest"])
            for side in _SIDES
        }
        arm_m = sum(self.arm)
        moment = Moment(
            now.time_s, now.stride, now.walking, now.running, now.sitting, now.airborne,
            turn.T, shoulders, arm_m, now.manner.arms, now.manner.bend * now.walking,
        )  # fmt: skip
        for side in _SIDES:
            flip = np.array((1.0 if side == "L" else -1.0, 1.0, 1.0))
            goal = self.arms.goal(side, moment)
            target = shoulders[side] + turn @ (goal.wrist * flip) * arm_m
            bones |= self.limbs.arm(chest, side, target, turn @ (goal.pole * flip), goal)

    def _place_head(self, bones: dict[str, Array], now: _Stance, chest: Array) -> None:
        joints, t = self.skeleton.joints, now.time_s
        neck_at = chest[:3, 3] + chest[:3, :3] @ (joints["neck"] - joints["chest"])
        # the head stays level: most of what hips and chest do is taken back
        ahead = unit(now.turn[:, 2] * (1, 0, 1) + chest[:3, 2] * (1, 0, 1))
        level = math.atan2(ahead[0], ahead[2])
        upright = about_y(now.yaw + 0.4 * _wrapped(level - now.yaw)) @ about_x(0.35 * now.bend)
        yaw, pitch = self._gaze(t, neck_at, upright)
        head_yaw = min(max(yaw * 0.8, -1.15), 1.15)
        head_pitch = min(max(pitch * 0.7, -0.55), 0.55)
        nod, shake, tilt, _ = self._expression(t)
        nod += now.manner.nod * now.walking
        if now.level > 0.0:
            upright = halfway(upright, chest[:3, :3], now.level)
        turned = upright @ about_y(head_yaw + shake) @ about_x(head_pitch + nod) @ about_z(tilt)
        turn, at = chest[:3, :3], neck_at
        for name, after, share in (("neck", "throat", 0.34), ("throat", "head", 0.70)):
            turn = halfway(chest[:3, :3], turned, share)
            bones[name] = pose(turn, at)
            at = at + turn @ (joints[after] - joints[name])
        head = pose(turned, at)
        bones["head"] = head
        looking = self._eyes(t)
        for side in _SIDES:
            eye = joints[f"eye_{side}"] - joints["head"]
            bones[f"eye_{side}"] = head @ pose(about_y(looking[0]) @ about_x(looking[1]), eye)

    def _eyes(self, t: float) -> tuple[float, float]:
        """Yaw (to the left) and pitch (down) of the eyes in the head."""
        x, z, heading, _ = self.track.at(t)
        neck = np.array((x, self.skeleton.joints["neck"][1], z))
        yaw, pitch = self._gaze(t, neck, about_y(heading))
        wander = self.face.wander(t)
        across = yaw - min(max(yaw * 0.8, -1.15), 1.15) + wander[0]
        down = pitch - min(max(pitch * 0.7, -0.55), 0.55) + wander[1]
        return min(max(across, -0.5), 0.5), min(max(down, -0.35), 0.35)

    def face_shapes(self, time_s: float) -> dict[str, float]:
        """Strengths of the face's shapes by name (see ``countenance``)."""
        return self.face.shapes(time_s, self._eyes(time_s), self._expression(time_s)[3])

    def _gaze(self, t: float, neck: Array, upright: Array) -> tuple[float, float]:
        """Yaw (to the left) and pitch (down) from straight ahead to what is looked at."""
        yaw = pitch = total = 0.0
        eye = neck + np.array((0.0, 0.10, 0.0)) * self.measures.stature / 1.7
        for act in self.acts:
            if act.target is None or act.kind in ("sit", "fly"):
                continue
            weight = act.weight(t, 0.35, 0.45)
            if weight <= 0.0:
                continue
            aim = upright.T @ (np.asarray(act.target) - eye)
            around = math.atan2(aim[0], aim[2])
            if abs(around) > 2.0:
                continue
            yaw += weight * min(max(around, -1.5), 1.5)
            pitch += weight * min(max(-math.atan2(aim[1], math.hypot(aim[0], aim[2])), -0.8), 0.9)
            total += weight
        share = 1.0 / max(total, 1.0)
        return yaw * share, pitch * share

    def _expression(self, t: float) -> tuple[float, float, float, float]:
        """(nod, shake, tilt of the head in radians, lift of the brows)."""
        nod = shake = lift = 0.0
        tilt = 0.035 * math.sin(t * 0.83 + self.phase)
        nod += 0.02 * math.sin(t * 0.57 + 2 * self.phase)
        for k, (moment, strength) in enumerate(self.speaking.stresses):
            away = t - moment
            if abs(away) < 0.7:
                bump = math.exp(-((away / 0.13) ** 2))
                nod += 0.085 * strength * bump
                lift += 0.8 * strength * math.exp(-((away / 0.20) ** 2)) * (k % 2)
                tilt += 0.05 * (-1) ** k * math.exp(-((away / 0.35) ** 2))
        for act in self.acts:
            weight = act.weight(t) if act.kind in ("nod", "shake_head") else 0.0
            if weight and act.kind == "nod":
                nod += 0.20 * weight * math.sin((t - act.start_s) * 2 * math.pi * 1.5)
            elif weight:
                shake += 0.32 * weight * math.sin((t - act.start_s) * 2 * math.pi * 1.4)
            gesture = gesture_of(act.kind, act.style)
            if gesture is not None and gesture.nod:
                nod += gesture.nod * act.weight(t, 0.4, 0.4)
        return nod, shake, tilt, min(lift, 1.0)


def _wrapped(angle: float) -> float:
    return (angle + math.pi) % (2 * math.pi) - math.pi
