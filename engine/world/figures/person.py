"""Builds a person: body, clothes and head as rigid parts about their joints.

A part named ``forearm_L`` sits on the bone of that name; ``chest.collar`` rides on ``chest``.
In the rest pose every bone's axes are the model's own and the arms hang straight down, so a bone's
place is simply the offset of the part that bears its name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.world.figures.forms import (
    Array,
    ball,
    limb,
    loft,
    merged,
    mirrored,
    moved,
    ring_grid,
    rings,
    scaled,
    smooth_rows,
    tube,
    turned,
)
from engine.world.figures.head import DRAWN_HEIGHT_M, JOINT, head_pieces
from engine.world.figures.looks import Look, linear, look_of
from engine.world.model import Collider, Color, Mesh, Model, Part, Surface


@dataclass(frozen=True)
class Frame:
    """The rest pose's joints in metres (model space, left side)."""

    pelvis: Array
    waist: Array
    chest: Array
    neck: Array
    head: Array
    shoulder: Array
    elbow: Array
    wrist: Array
    hip: Array
    knee: Array
    ankle: Array
    ball: Array


def frame_of(look: Look) -> Frame:
    """Where a person's joints are."""
    h = look.height_m
    chin = h - look.head_m
    hip_y = h * (0.455 if look.child else 0.495)
    ankle_y = 0.047 * h
    neck = chin - 0.012 * h
    chest = hip_y + 0.44 * (neck - hip_y)
    shoulder_y = neck - 0.056 * h
    reach = (0.172 if look.child else 0.168) * h
    arm_x = look.shoulder_m
    ball_z = 0.072 * h
    hip_x = 0.80 * look.hip_m
    knee_y = ankle_y + 0.485 * (hip_y - ankle_y)
    head_y = chin + JOINT[1] * look.head_m / DRAWN_HEIGHT_M
    points = {
        "pelvis": (0.0, hip_y + 0.02 * h, 0.0),
        "waist": (0.0, hip_y + 0.5 * (chest - hip_y), 0.0),
        "chest": (0.0, chest, 0.0),
        "neck": (0.0, neck, -0.012 * h),
        "head": (0.0, head_y, -0.006 * h),
        "shoulder": (arm_x, shoulder_y, -0.006 * h),
        "elbow": (arm_x, shoulder_y - reach, -0.006 * h),
        "wrist": (arm_x, shoulder_y - reach - 0.148 * h, -0.006 * h),
        "hip": (hip_x, hip_y, 0.0),
        "knee": (hip_x, knee_y, 0.0),
        "ankle": (hip_x, ankle_y, 0.0),
        "ball": (hip_x, 0.014 * h, ball_z),
    }
    return Frame(**{name: np.array(point) for name, point in points.items()})


class _Tailor:
    """Collects the parts of one person."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.frame = frame_of(look)
        self.parts: list[Part] = []
        cloth = {"roughness": 0.9, "pattern_scale_m": 0.004}
        top = look.coat or look.shirt
        self.top = _cloth(top, **cloth)
        self.shirt = _cloth(look.shirt, **cloth)
        self.trousers = _cloth(look.trousers, **cloth)
        self.skirt = _cloth(look.coat or look.skirt_color, **cloth)
        self.skin = Surface(look.skin, _shade(look.skin, 0.8), 0.55, pattern="skin")
        self.shoe = Surface(look.shoes, roughness=0.45)

    def add(self, name: str, mesh: Mesh, surface: Surface, at: NDArray[np.float64]) -> None:
        offset = np.eye(4)
        offset[:3, 3] = at
        self.parts.append(Part(name, mesh, surface, offset))

    def add_pair(self, name: str, mesh: Mesh, surface: Surface, at: Array) -> None:
        """The left part as given and its mirror image on the right."""
        self.add(_sided(name, "L"), mesh, surface, at)
        self.add(_sided(name, "R"), mirrored(mesh), surface, at * (-1.0, 1.0, 1.0))


def _sided(name: str, side: str) -> str:
    bone, dot, piece = name.partition(".")
    return f"{bone}_{side}{dot}{piece}"


def _cloth(color: Color, roughness: float, pattern_scale_m: float) -> Surface:
    return Surface(
        color, _shade(color, 0.86), roughness, pattern="fabric", pattern_scale_m=pattern_scale_m
    )


def _shade(color: Color, gain: float) -> Color:
    return (color[0] * gain, color[1] * gain, color[2] * gain)


@dataclass(frozen=True)
class _Girth:
    """Half widths and depths of a trunk in metres (``deep`` is a factor)."""

    size: float
    ribs: float
    waist: float
    hips: float
    belly: float
    back: float
    bust: float
    deep: float
    lean: float

    def rows(
        self, rows: list[tuple[float, float, float, float]]
    ) -> list[tuple[float, float, float, float]]:
        """Rows of a loft, a little wider under a coat."""
        return [(y, w * self.lean, f * self.lean, b * self.lean) for y, w, f, b in rows]


def _girth(look: Look, frame: Frame) -> _Girth:
    g, s = look.girth, look.shoulder_m
    size = look.height_m / 1.7
    return _Girth(
        size=size,
        ribs=s * (0.80 if look.feminine else 0.86) * (0.6 + 0.4 * g),
        waist=(0.108 if look.feminine else 0.138) * size * g * (1.12 if look.child else 1.0),
        hips=max(look.hip_m * size**0.5 + 0.034 * size, _outer_thigh(look, frame) * 0.97),
        belly=0.100 * size * g + 0.16 * size * max(g - 1.0, 0.0) + (0.012 if look.child else 0.0),
        back=-0.088 * size * (0.5 + 0.5 * g),
        bust=0.026 * size if look.feminine and not look.child else 0.0,
        deep=size * (0.7 + 0.3 * g),
        lean=1.0 if look.coat is None else 1.06,
    )


def _torso(tailor: _Tailor) -> None:
    girth = _girth(tailor.look, tailor.frame)
    _chest(tailor, girth)
    _middle(tailor, girth)
    _seat(tailor, girth)
    if tailor.look.skirt or tailor.look.coat is not None:
        lean = girth.lean
        _skirt(tailor, girth.hips * lean, girth.waist * lean, girth.belly * lean, girth.deep * lean)


def _chest(tailor: _Tailor, girth: _Girth) -> None:
    frame = tailor.frame
    rise = float(frame.neck[1] - frame.chest[1])
    chest = [
        (-0.20 * rise, girth.waist * 1.02, girth.belly, girth.back),
        (
            0.10 * rise,
            (girth.waist + girth.ribs) / 2 * 1.03,
            0.5 * girth.belly + 0.056 * girth.deep,
            girth.back * 1.05,
        ),
        (0.38 * rise, girth.ribs, 0.116 * girth.deep + girth.bust, -0.105 * girth.deep),
        (
            0.60 * rise,
            girth.ribs * 1.05,
            0.110 * girth.deep + 0.6 * girth.bust,
            -0.112 * girth.deep,
        ),
        (0.76 * rise, girth.ribs * 1.06, 0.090 * girth.deep, -0.108 * girth.deep),
        (0.87 * rise, girth.ribs * 0.88, 0.066 * girth.deep, -0.094 * girth.deep),
        (0.95 * rise, girth.ribs * 0.58, 0.048 * girth.deep, -0.078 * girth.deep),
        (1.00 * rise, 0.060 * girth.size, 0.038 * girth.size, -0.062 * girth.size),
    ]
    tailor.add("chest", loft(girth.rows(chest), 30, 2.3, 3), tailor.top, frame.chest)


def _middle(tailor: _Tailor, girth: _Girth) -> None:
    look, frame = tailor.look, tailor.frame
    top = float(frame.chest[1] - frame.waist[1])
    down = float(frame.pelvis[1] - frame.waist[1])
    middle = [
        (
            down - 0.006 * girth.size,
            girth.hips * 1.015,
            girth.belly * 0.98 + 0.010,
            girth.back * 1.12 - 0.006,
        ),
        (
            0.30 * down,
            (girth.hips + girth.waist) / 2 * 1.02,
            girth.belly * 1.03 + 0.004,
            girth.back * 1.02 - 0.004,
        ),
        (0.55 * top, girth.waist * 1.03, girth.belly * 1.02, girth.back),
        (1.00 * top, girth.waist * 1.05, girth.belly * 0.99, girth.back * 1.01),
    ]
    if look.skirt or look.coat is not None:  # tucked into the skirt's band
        middle[0] = (0.50 * down, girth.waist * 1.01, girth.belly * 0.96, girth.back * 0.97)
        middle[1] = (0.15 * down, girth.waist * 1.01, girth.belly * 0.98, girth.back * 0.98)
    tailor.add("waist", loft(girth.rows(middle), 28, 2.3, 3), tailor.top, frame.waist)


def _seat(tailor: _Tailor, girth: _Girth) -> None:
    look, frame = tailor.look, tailor.frame
    seat = [
        (-0.085 * girth.size, girth.hips * 0.62, 0.060 * girth.deep, -0.075 * girth.deep),
        (-0.040 * girth.size, girth.hips * 0.98, 0.088 * girth.deep, -0.108 * girth.deep),
        (0.010 * girth.size, girth.hips * 0.95, girth.belly * 0.90, -0.103 * girth.deep),
        (0.060 * girth.size, girth.waist * 0.92, girth.belly * 0.86, girth.back * 0.88),
    ]
    if look.skirt or look.coat is not None:  # all of it lies under the skirt
        seat[2] = (0.005 * girth.size, girth.hips * 0.88, girth.belly * 0.90, -0.100 * girth.deep)
        seat[3] = (0.035 * girth.size, girth.waist * 0.86, girth.belly * 0.80, girth.back * 0.80)
    below = tailor.skirt if look.skirt and look.coat is None else tailor.trousers
    tailor.add("pelvis", loft(seat, 28, 2.3, 3), below, frame.pelvis)


def _skirt(tailor: _Tailor, hips: float, waist: float, belly: float, deep: float) -> None:
    look, frame = tailor.look, tailor.frame
    hip_y = float(frame.pelvis[1])
    share = 0.48 if look.coat is not None else look.skirt
    drop = hip_y * share - hip_y
    up = float(frame.waist[1] - frame.pelvis[1])
    flare = 1.30 if look.coat is None else 1.16
    wide = max(hips * 1.06, _outer_thigh(look, frame) + 0.012 * look.height_m / 1.7)
    front, back = max(belly, 0.098 * deep) * 1.08, -0.122 * deep
    outer = smooth_rows(
        [
            (drop, wide * flare, front * flare * 1.12, back * flare * 1.10),
            (drop * 0.62, wide * (0.35 + 0.65 * flare), front * flare, back * flare),
            (drop * 0.22, wide * 1.07, front * 1.05, back * 1.06),
            (0.10 * up, wide, front * 0.98, back * 0.97),
            (0.55 * up, 0.45 * wide + 0.55 * waist, belly * 1.05, back * 0.88),
            (0.92 * up, waist * 1.035, belly * 1.03, back * 0.80),
        ],
        4,
    )
    inner = [
        (drop * 0.25, 0.3 * wide, 0.3 * front, 0.3 * back),
        (drop + 0.03, wide * flare * 0.93, front * flare, back * flare),
        (drop - 0.003, wide * flare * 0.985, front * flare * 1.10, back * flare * 1.08),
    ]
    mesh = rings(ring_grid(np.concatenate([inner, outer]), 36, 2.25))
    tailor.add("skirt", mesh, tailor.skirt, frame.pelvis)


def _neck_and_collar(tailor: _Tailor) -> None:
    look, frame = tailor.look, tailor.frame
    size = look.height_m / 1.7
    radius = (0.046 if look.feminine else 0.056) * size * (0.7 + 0.3 * look.girth)
    radius *= 1.08 if look.child else 1.0
    rise = float(frame.head[1] - frame.neck[1])
    neck = moved(limb(rise + 0.055, (radius * 0.95, radius, radius * 1.18)), (0, rise, 0.004))
    tailor.add("neck", neck, tailor.skin, frame.neck)
    at = frame.neck - frame.chest + (0.0, -0.002 * size, 0.004)
    angle = np.linspace(0.0, 2 * np.pi, 25)
    dip = 0.018 * np.cos(angle) * size
    ring = np.stack([np.sin(angle) * radius * 1.28, -dip, np.cos(angle) * radius * 1.16], 1)
    if look.scarf is not None:
        thick = tube(ring * (1.12, 0.4, 1.12) + (0, 0.012, 0), np.full(25, 0.026 * size), 12, 2)
        tail = tube(
            [
                (0.035, 0.0, radius * 1.2),
                (0.050, -0.10, 0.125 * size),
                (0.052, -0.22, 0.128 * size),
            ],
            (0.022, 0.030, 0.026),
            10,
        )
        surface = _cloth(look.scarf, 0.95, 0.006)
        tailor.add("chest.collar", moved(merged(thick, tail), at), surface, frame.chest)
        return
    collar = tube(ring, np.full(25, (0.013 if look.coat is not None else 0.0085) * size), 8, 2)
    surface = tailor.top if look.coat is None else _cloth(_shade(look.coat, 0.8), 0.9, 0.004)
    tailor.add("chest.collar", moved(collar, at), surface, frame.chest)
    if look.coat is not None:
        _buttons(tailor)


def _buttons(tailor: _Tailor) -> None:
    frame = tailor.frame
    mesh = next(part.mesh for part in tailor.parts if part.name == "chest")
    rise = float(frame.neck[1] - frame.chest[1])
    middle = mesh.positions[(np.abs(mesh.positions[:, 0]) < 0.01) & (mesh.positions[:, 2] > 0)]
    order = np.argsort(middle[:, 1])
    dots = []
    for share in (0.05, 0.32, 0.58):
        z = float(np.interp(share * rise, middle[order, 1], middle[order, 2]))
        dots.append(ball((0.0, share * rise, z), (0.010, 0.010, 0.006), 10))
    tailor.add(
        "chest.buttons", merged(*dots), Surface(linear("2a2320"), roughness=0.35), frame.chest
    )


def _arms(tailor: _Tailor) -> None:
    look, frame = tailor.look, tailor.frame
    size = look.height_m / 1.7 * (0.55 + 0.45 * look.girth)
    size *= 0.84 if look.feminine else 1.0
    size *= 1.10 if look.child else 1.0
    puff = 1.16 if look.coat is not None else 1.0
    upper = float(frame.shoulder[1] - frame.elbow[1])
    fore = float(frame.elbow[1] - frame.wrist[1])
    arm = limb(upper, tuple(puff * size * r for r in (0.055, 0.052, 0.049, 0.045, 0.042)))
    tailor.add_pair("upper_arm", arm, tailor.top, frame.shoulder)
    if look.sleeves:
        sleeve = limb(
            fore * 0.97, tuple(puff * size * r for r in (0.043, 0.044, 0.041, 0.037, 0.034))
        )
        tailor.add_pair("forearm", sleeve, tailor.top, frame.elbow)
    else:
        bare = limb(fore, tuple(size * r for r in (0.037, 0.040, 0.036, 0.030, 0.025)))
        tailor.add_pair("forearm", bare, tailor.skin, frame.elbow)
    hand = (
        1.06 * look.height_m / 1.7 * (0.90 if look.feminine else 1.0) * (1.1 if look.child else 1.0)
    )
    tailor.add_pair("hand", scaled(_hand(), hand), tailor.skin, frame.wrist)


def _hand() -> Mesh:
    """A relaxed left hand hanging down: thumb to the front, palm to the body."""
    palm = moved(
        loft(
            [(-0.088, 0.0125, 0.040, -0.036), (-0.060, 0.0155, 0.042, -0.037),
             (-0.025, 0.0165, 0.034, -0.030), (0.004, 0.0185, 0.023, -0.022)], 16, 2.3, 2,
        ), (0, 0, 0),
    )  # fmt: skip
    fingers = []
    for z, reach in ((0.0300, 0.066), (0.0105, 0.074), (-0.0095, 0.070), (-0.0280, 0.056)):
        fingers.append(
            tube(
                [(0.0, -0.078, z), (-0.002, -0.088 - 0.40 * reach, z * 1.04),
                 (-0.013, -0.086 - 0.78 * reach, z), (-0.027, -0.084 - reach, z * 0.95)],
                (0.0110, 0.0105, 0.0098, 0.0085), 8, 2,
            )
        )  # fmt: skip
    thumb = tube(
        [(-0.004, -0.022, 0.024), (-0.010, -0.048, 0.050), (-0.015, -0.076, 0.060),
         (-0.019, -0.096, 0.060)], (0.0150, 0.0140, 0.0118, 0.0095), 8, 2,
    )  # fmt: skip
    return merged(palm, *fingers, thumb)


def _leg_size(look: Look) -> float:
    return look.height_m / 1.7 * (0.5 + 0.5 * look.girth) * (1.08 if look.child else 1.0)


def _outer_thigh(look: Look, frame: Frame) -> float:
    """How far out the thigh reaches below the hip."""
    return float(frame.hip[0]) + 0.080 * (1.0 if look.legs_bare else 1.08) * _leg_size(look)


def _legs(tailor: _Tailor) -> None:
    look, frame = tailor.look, tailor.frame
    size = _leg_size(look)
    thigh = float(frame.hip[1] - frame.knee[1])
    shin = float(frame.knee[1] - frame.ankle[1])
    loose = 1.0 if look.legs_bare else 1.08
    legs = tailor.skin if look.skirt else tailor.trousers
    lower = tailor.skin if look.legs_bare else tailor.trousers
    top = (0.080, 0.079, 0.073, 0.065, 0.057)
    low = (
        (0.056, 0.057, 0.052, 0.044, 0.036)
        if look.legs_bare
        else (0.057, 0.056, 0.054, 0.052, 0.050)
    )
    tailor.add_pair("thigh", limb(thigh, tuple(loose * size * r for r in top)), legs, frame.hip)
    length = shin if look.legs_bare else shin * 0.96
    tailor.add_pair("shin", limb(length, tuple(loose * size * r for r in low)), lower, frame.knee)
    heel, toe = _shoe(look, float(frame.ankle[1]), float(frame.ball[2]))
    tailor.add_pair("foot", heel, tailor.shoe, frame.ankle)
    tailor.add_pair("toe", toe, tailor.shoe, frame.ball)


def _shoe(look: Look, ankle_y: float, ball_z: float) -> tuple[Mesh, Mesh]:
    """A left shoe: heel to ball about the ankle, and the toe cap about the ball of the foot."""
    wide = (
        0.046
        * look.height_m
        / 1.7
        * (0.90 if look.feminine else 1.0)
        * (1.12 if look.child else 1.0)
    )
    lie = turned(x=90)
    rows = [  # z, half width, sole, -top
        (-0.42 * ball_z, wide * 0.66, ankle_y, 0.010),
        (-0.15 * ball_z, wide * 0.82, ankle_y, -0.020),
        (0.15 * ball_z, wide * 0.86, ankle_y, -0.016),
        (0.60 * ball_z, wide * 0.96, ankle_y, 0.35 * ankle_y),
        (1.00 * ball_z, wide * 1.00, ankle_y, 0.48 * ankle_y),
    ]
    heel = moved(loft(rows, 20, 2.7, 2), rotation=lie)
    drop = 0.014 * look.height_m
    toes = [
        (-0.10 * ball_z, wide * 0.98, drop, -ankle_y * 0.52 + drop),
        (0.25 * ball_z, wide * 0.99, drop, -ankle_y * 0.48 + drop),
        (0.50 * ball_z, wide * 0.84, drop, -ankle_y * 0.36 + drop),
        (0.68 * ball_z, wide * 0.56, drop, -ankle_y * 0.24 + drop),
    ]
    return heel, moved(loft(toes, 20, 2.7, 2), rotation=lie)


def build_person(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A person as a model with figure rig ``"biped"``."""
    look = look_of(name, attributes, seed)
    tailor = _Tailor(look)
    _torso(tailor)
    _neck_and_collar(tailor)
    _arms(tailor)
    _legs(tailor)
    for piece, mesh, surface, origin in head_pieces(look):
        tailor.add(piece, mesh, surface, tailor.frame.head + origin)
    h = look.height_m
    width = 2 * (look.shoulder_m + 0.06 * h / 1.7)
    depth = 0.30 * h / 1.7 * look.girth
    return Model(
        name=name,
        parts=tuple(tailor.parts),
        colliders=_colliders(look, tailor.frame),
        size_m=(width, h, depth),
        mass_kg=(19.0 if look.child else 23.0) * h * h * look.girth**1.5,
        material="flesh",
        figure="biped",
    )


def _colliders(look: Look, frame: Frame) -> tuple[Collider, ...]:
    """Two capsules: legs up to the hips, and from the hips to the crown."""
    h, hip = look.height_m, float(frame.pelvis[1])
    wide = 0.14 * h / 1.7 * look.girth
    body = (hip + 0.96 * h - 0.12) / 2
    capsules = (
        (wide, hip / 2 + 0.04, hip / 2 - wide + 0.04),
        (wide * 1.1, body, (h - hip) / 2 - wide),
    )
    shapes = []
    for radius, middle, half in capsules:
        offset = np.eye(4)
        offset[1, 3] = middle
        shapes.append(Collider("capsule", (radius, max(half, 0.02), 0.0), offset))
    return tuple(shapes)
