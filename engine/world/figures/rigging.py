"""Bones of a person: where they lie in the body's rest pose, and as the pose engine counts them.

The pose engine (``biped``) thinks of a body whose arms and legs hang straight down and whose bones
all have the model's own axes; the mesh stands with its arms spread.  A bind frame has -Y along
its bone and X along its hinge, so the same frame means the same bone in both.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.world.figures.anatomy import Array
from engine.world.figures.joints import about_y, bone, cross, pose, unit

SIDES = ("L", "R")
SPINE = ("spine_1", "spine_2", "spine_3", "spine_4", "chest")
FINGERS = tuple(f"finger_{f}{k}" for f in range(1, 6) for k in range(1, 4))
LIMBS = (
    "clavicle", "upper_arm", "elbow", "forearm", "cuff", "hand", *FINGERS,
    "thigh", "knee", "shin", "calf", "foot", "toe", "eye",
)  # fmt: skip
BONES = (
    "pelvis", *SPINE, "neck", "throat", "head",
    *(f"{name}_{side}" for side in SIDES for name in LIMBS),
)  # fmt: skip
"""All bones, in the order of every stack of poses."""


@dataclass(frozen=True, eq=False)
class Rigging:
    """Bones of one body.

    Attributes:
        joints: where the pose engine's bones begin, hanging straight, by name (3,) metres.
        binds: (bones, 4, 4) each bone's frame in the mesh's rest pose.
        pronation: (2,) how the hands are turned about the forearms in the rest pose, radians.
        splay: how far a foot points outward, radians.
    """

    joints: dict[str, Array]
    binds: Array
    pronation: tuple[float, float]
    splay: float


def rigging_of(at: dict[str, Array]) -> Rigging:
    """The bones of a body with these joints (see ``Anatomy.shaped``)."""
    binds = _trunk(at)
    joints = {name: matrix[:3, 3].copy() for name, matrix in binds.items()}
    pronation = []
    for side in SIDES:
        arm, angle = _arm(at, side)
        binds |= arm | _leg(at, side)
        binds[f"eye_{side}"] = pose(np.eye(3), at[f"{side.lower()}-eye"])
        pronation.append(angle)
    lift = _straightened(joints, at)
    for joint in joints.values():
        joint[1] += lift
    for side in SIDES:
        joints |= _hanging(at, joints, side, lift)
        joints[f"eye_{side}"] = at[f"{side.lower()}-eye"] + (0.0, lift, 0.0)
    ahead = at["l-foot-2"] - at["l-ankle"]
    splay = float(np.arctan2(ahead[0], ahead[2]))
    stack = np.stack([binds[name] for name in BONES])
    return Rigging(joints, stack, (pronation[0], pronation[1]), splay)


def _trunk(at: dict[str, Array]) -> dict[str, Array]:
    heads = ("pelvis", "spine-4", "spine-3", "spine-2", "spine-1", "neck")
    places = dict(zip((*SPINE, "neck"), (at[name] for name in heads), strict=True))
    hips = (at["l-upper-leg"] + at["r-upper-leg"]) / 2
    middle = np.array((0.0, at["pelvis"][1], hips[2]))
    places |= {"pelvis": middle, "spine_1": middle, "head": at["head"]}
    places["throat"] = 0.55 * at["neck"] + 0.45 * at["head"]
    return {name: pose(np.eye(3), place) for name, place in places.items()}


def _arm(at: dict[str, Array], side: str) -> tuple[dict[str, Array], float]:
    s = side.lower()
    shoulder, elbow, wrist = (at[f"{s}-{name}"] for name in ("shoulder", "elbow", "hand"))
    along = wrist - shoulder
    direction = unit(along)
    bend = elbow - shoulder - direction * float((elbow - shoulder) @ direction)
    hinge = cross(direction, unit(bend))
    upper, lower = bone(elbow - shoulder, hinge), bone(wrist - elbow, hinge)
    knuckles = at[f"{s}-finger-3-1"] - wrist
    toward = at[f"{s}-finger-2-1"] - at[f"{s}-finger-5-1"]
    down = unit(knuckles)
    front = unit(toward - down * float(toward @ down))
    hand = np.column_stack([cross(-down, front), -down, front])
    turn = lower.T @ hand
    angle = float(np.arctan2(turn[0, 2], turn[2, 2]))
    binds = {
        f"clavicle_{side}": pose(np.eye(3), at[f"{s}-clavicle"]),
        f"upper_arm_{side}": pose(upper, shoulder),
        f"elbow_{side}": pose(upper, shoulder),
        f"forearm_{side}": pose(lower, elbow),
        f"cuff_{side}": pose(lower @ about_y(0.5 * angle), elbow),
        f"hand_{side}": pose(hand, wrist),
    }
    for finger in range(1, 6):
        for k in range(1, 4):
            start, end = at[f"{s}-finger-{finger}-{k}"], at[f"{s}-finger-{finger}-{k + 1}"]
            binds[f"finger_{finger}{k}_{side}"] = pose(_finger(end - start, hand, finger), start)
    return binds, angle


def _finger(way: Array, hand: Array, finger: int) -> Array:
    """-Y along the finger, Z as near the thumb's side (the thumb: the palm's side) as can be."""
    down = unit(way)
    toward = hand[:, 2] if finger > 1 else hand[:, 0]
    front = unit(toward - down * float(toward @ down))
    return np.column_stack([cross(-down, front), -down, front])


def _leg(at: dict[str, Array], side: str) -> dict[str, Array]:
    s = side.lower()
    hip, knee, ankle = (at[f"{s}-{name}"] for name in ("upper-leg", "knee", "ankle"))
    hinge = np.array((1.0, 0.0, 0.0))
    upper, lower = bone(knee - hip, hinge), bone(ankle - knee, hinge)
    ahead = at[f"{s}-foot-2"] - ankle
    heading = about_y(float(np.arctan2(ahead[0], ahead[2])))
    return {
        f"thigh_{side}": pose(upper, hip), f"knee_{side}": pose(upper, hip),
        f"shin_{side}": pose(lower, knee), f"calf_{side}": pose(lower, knee),
        f"foot_{side}": pose(heading, ankle), f"toe_{side}": pose(heading, at[f"{s}-foot-1"]),
    }  # fmt: skip


def _straightened(joints: dict[str, Array], at: dict[str, Array]) -> float:
    """How much higher the hips are when the legs stand straight."""
    hip, knee, ankle = (at[f"l-{name}"] for name in ("upper-leg", "knee", "ankle"))
    span = float(np.linalg.norm(hip - knee) + np.linalg.norm(knee - ankle))
    return span - float(hip[1] - ankle[1])


def _hanging(
    at: dict[str, Array], joints: dict[str, Array], side: str, lift: float
) -> dict[str, Array]:
    s = side.lower()
    up = np.array((0.0, lift, 0.0))
    shoulder, hip = at[f"{s}-shoulder"] + up, at[f"{s}-upper-leg"] + up
    hip[2] = joints["pelvis"][2]

    def below(start: Array, first: str, second: str) -> Array:
        length = float(np.linalg.norm(at[f"{s}-{first}"] - at[f"{s}-{second}"]))
        return np.asarray(start - np.array((0.0, length, 0.0)))

    elbow = below(shoulder, "shoulder", "elbow")
    wrist = below(elbow, "elbow", "hand")
    knee = below(hip, "upper-leg", "knee")
    ankle = below(knee, "knee", "ankle")
    ball = at[f"{s}-foot-1"] - at[f"{s}-ankle"]
    ahead = float(np.hypot(ball[0], ball[2]))
    toe = ankle + np.array((0.0, ball[1], ahead))
    return {
        f"clavicle_{side}": at[f"{s}-clavicle"] + up, f"upper_arm_{side}": shoulder,
        f"forearm_{side}": elbow, f"hand_{side}": wrist, f"thigh_{side}": hip,
        f"shin_{side}": knee, f"foot_{side}": ankle, f"toe_{side}": toe,
    }  # fmt: skip
