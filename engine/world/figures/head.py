"""A person's head: skull, eyes with lids, brows, nose, ears, and a mouth that opens.

Drawn for a head 0.25 m high with the chin at y = 0, then scaled.  The mouth is made of several
lip shapes, of which one is shown at a time (see ``face``): rigid parts cannot bend.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.world.figures.faces import MOUTH_OPENINGS
from engine.world.figures.forms import (
    Array,
    ball,
    bent,
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
from engine.world.figures.looks import Look, linear
from engine.world.model import Color, Mesh, Surface

DRAWN_HEIGHT_M = 0.25
JOINT = np.array((0.0, 0.040, -0.022))
"""Where the skull sits on the neck, in drawing coordinates."""

EYE = np.array((0.0325, 0.112, 0.0))
EYE_RADIUS_M = 0.0185
MOUTH_Y_M = 0.044
Piece = tuple[str, Mesh, Surface, NDArray[np.float64]]
"""Part name, mesh about its own origin, surface, origin in the head's space."""

_ROWS = np.array(
    [  # y, half width, front z, back z
        (0.003, 0.020, 0.079, 0.034),
        (0.014, 0.040, 0.087, 0.004),
        (0.034, 0.056, 0.089, -0.036),
        (0.060, 0.0685, 0.0885, -0.064),
        (0.090, 0.0765, 0.0905, -0.084),
        (0.125, 0.0815, 0.0925, -0.096),
        (0.160, 0.0830, 0.0925, -0.099),
        (0.195, 0.0775, 0.0830, -0.092),
        (0.222, 0.0630, 0.0640, -0.074),
        (0.240, 0.0400, 0.0380, -0.048),
        (0.249, 0.0140, 0.0120, -0.020),
    ]
)
_POWER = 2.25


class Skull:
    """The bare head's surface: where the face lies, and shells that follow it (hair, beard)."""

    def __init__(self, look: Look) -> None:
        rows = _ROWS.copy()
        low = rows[:, 0] < 0.1
        fat = 1.0 + 0.22 * max(look.girth - 1.05, 0.0)
        rows[low, 1] *= look.jaw * fat
        rows[:, 1] *= 1.0 + 0.06 * (look.girth - 1.0)
        if look.child:
            rows[low, 1] *= 1.07
        rows[:, 1] *= 1.06
        self.rows = smooth_rows(rows, 4)

    def face_z(self, x: float, y: float) -> float:
        """How far forward the face is at (x, y)."""
        half, front, back = (np.interp(y, self.rows[:, 0], self.rows[:, k]) for k in (1, 2, 3))
        middle, depth = (front + back) / 2, (front - back) / 2
        inside = max(1.0 - float(abs(x) / half) ** _POWER, 0.0)
        return float(middle + depth * inside ** (1 / _POWER))

    def grid(self, segments: int) -> Array:
        """Rings (n, segments, 3) of the bare skull."""
        return ring_grid(self.rows, segments, _POWER)

    def shell(self, line: Array, thickness_m: float, above: bool, blend_m: float = 0.016) -> Mesh:
        """A shell over the skull above (or below) a line; elsewhere it lies inside the head.

        Args:
            line: heights of the line at angles 0 (front) to 180 degrees, evenly spaced.
        """
        grid = self.grid(44)
        center = np.array((0.0, 0.13, -0.004))
        angle = np.abs(np.degrees(np.arctan2(grid[..., 0], grid[..., 2])))
        edge = np.interp(angle, np.linspace(0.0, 180.0, len(line)), line)
        over = (grid[..., 1] - edge) if above else (edge - grid[..., 1])
        share = np.clip(over / blend_m, -1.0, 1.0)
        share = share * (1.5 - 0.5 * share**2)
        outward = grid - center
        outward /= np.linalg.norm(outward, axis=2, keepdims=True)
        return rings(grid + outward * (share * thickness_m)[..., None])


def _with_features(points: Array, look: Look) -> Array:
    """Eye sockets, cheeks, brow ridge and the nose's bridge pushed into the skull."""
    x, y, z = points.T
    front = np.clip(z / 0.05, 0.0, 1.0)

    def bump(cx: float, cy: float, sx: float, sy: float) -> Array:
        result: Array = np.exp(-(((np.abs(x) - cx) / sx) ** 2) - ((y - cy) / sy) ** 2) * front
        return result

    depth = -0.0075 * bump(0.032, 0.114, 0.018, 0.015)
    depth += 0.0035 * look.brow * bump(0.030, 0.143, 0.024, 0.010)
    depth += 0.0040 * bump(0.042, 0.080, 0.020, 0.018)
    depth += 0.0110 * bump(0.0, 0.098, 0.0085, 0.022) * look.nose
    depth += 0.0030 * bump(0.0, 0.012, 0.020, 0.012)
    depth += 0.0030 * bump(0.0, MOUTH_Y_M, 0.026, 0.014)
    return np.column_stack([x, y, z + depth])


def _skull_mesh(skull: Skull, look: Look) -> Mesh:
    angle = np.linspace(0.0, 2 * np.pi, 56, endpoint=False)
    angle = angle - 0.45 * np.sin(angle)  # more vertices where the face is
    sine, cosine = np.sin(angle), np.cos(angle)
    x = np.sign(sine) * np.abs(sine) ** (2 / _POWER)
    z = np.sign(cosine) * np.abs(cosine) ** (2 / _POWER)
    y, half, front, back = (skull.rows[:, k : k + 1] for k in range(4))
    grid = np.stack([half * x, y + 0 * x, (front + back) / 2 + (front - back) / 2 * z], axis=2)
    bare = bent(rings(grid), lambda points: _with_features(points, look))
    size = look.nose
    tip = skull.face_z(0.0, 0.078) + 0.0095 * size
    nose = merged(
        ball((0.0, 0.0775, tip - 0.002), (0.0125 * size, 0.0115 * size, 0.0150 * size)),
        ball((0.0105 * size, 0.0735, tip - 0.009), (0.008 * size, 0.0075 * size, 0.010), 12),
        ball((-0.0105 * size, 0.0735, tip - 0.009), (0.008 * size, 0.0075 * size, 0.010), 12),
    )
    ear = moved(
        merged(
            ball((0, 0, 0), (0.010, 0.029, 0.019)),
            ball((0.004, -0.020, 0.004), (0.008, 0.012, 0.010), 12),
        ),
        (np.interp(0.102, skull.rows[:, 0], skull.rows[:, 1]) - 0.001, 0.102, -0.006),
        turned(x=-8, y=24, z=-6),
    )
    return merged(bare, nose, ear, mirrored(ear))


def _lid(radius: float, upper: bool) -> Mesh:
    """Half a sphere about the eye: its edge turns about X to open and close."""
    polar = np.radians(np.linspace(0.0, 88.0, 7))[::-1]
    angle = np.linspace(0.0, 2 * np.pi, 18, endpoint=False)
    grid = radius * np.stack(
        [
            np.cos(polar * 0 + np.pi / 2 - polar)[:, None] * np.sin(angle),
            np.cos(polar)[:, None] + 0 * angle,
            np.sin(polar)[:, None] * np.cos(angle),
        ],
        axis=2,
    )
    mesh = rings(grid)
    return mesh if upper else moved(mesh, rotation=turned(z=180))


def _lashes(radius: float, thick: float) -> Mesh:
    angle = np.radians(np.linspace(-78, 78, 9))
    path = np.stack([np.sin(angle), 0.02 + 0 * angle, np.cos(angle)], axis=1) * radius
    return tube(path, thick * np.array((0.35, 0.8, 1, 1, 1, 1, 1, 0.8, 0.35)), 6, 2)


def _iris(radius: float, eye: float) -> Mesh:
    """A shallow dome on the eyeball, looking along +Z."""
    polar = np.linspace(0.02, np.arcsin(radius / eye), 5)[::-1]
    angle = np.linspace(0.0, 2 * np.pi, 20, endpoint=False)
    lift = eye * 1.012
    grid = lift * np.stack(
        [
            np.sin(polar)[:, None] * np.sin(angle),
            -np.sin(polar)[:, None] * np.cos(angle),
            np.cos(polar)[:, None] + 0 * angle,
        ],
        axis=2,
    )
    return rings(grid)


def _both(mesh: Mesh, x: float) -> Mesh:
    return merged(moved(mesh, (x, 0, 0)), moved(mesh, (-x, 0, 0)))


def eye_center(skull: Skull, look: Look) -> Array:
    """The left eye's centre in drawing coordinates."""
    size = 1.12 if look.child else 1.0
    z = skull.face_z(EYE[0], EYE[1]) - EYE_RADIUS_M * size * 0.62
    return np.array((EYE[0], EYE[1] - (0.008 if look.child else 0.0), z))


def _eyes(skull: Skull, look: Look) -> list[Piece]:
    center = eye_center(skull, look)
    radius = EYE_RADIUS_M * (1.20 if look.child else 1.05 if look.feminine else 1.0)
    axis = np.array((0.0, center[1], center[2]))
    white = Surface(linear("f4f1ea"), roughness=0.25)
    dark = tuple(0.25 * c for c in look.eyes)
    lid = Surface(_shade(look.skin, 0.90), roughness=0.6)
    lash = Surface(linear("1d1613"), roughness=0.7)
    spark = _both(
        ball((radius * 0.22, radius * 0.34, radius * 0.955), radius * 0.105, 8), center[0]
    )
    pieces: list[Piece] = [
        ("head.whites", _both(ball((0, 0, 0), radius, 14), center[0]), white, axis),
        ("head.sparks", spark, Surface((1.0, 1.0, 1.0), emission=0.8), axis),
        ("lid_upper", _both(_lid(radius * 1.09, True), center[0]), lid, axis),
        ("lid_upper.lashes", _both(_lashes(radius * 1.11, 0.0021 if look.feminine else 0.0012),
                                   center[0]), lash, axis),
        ("lid_lower", _both(_lid(radius * 1.045, False), center[0]), lid, axis),
    ]  # fmt: skip
    for side, sign in (("L", 1.0), ("R", -1.0)):
        origin = center * (sign, 1, 1)
        iris = Surface(look.eyes, color2=(dark[0], dark[1], dark[2]), roughness=0.25)
        pupil = Surface(linear("0b0a0c"), roughness=0.2)
        pieces.append((f"iris_{side}", _iris(radius * 0.58, radius), iris, origin))
        pieces.append((f"iris_{side}.pupil", _iris(radius * 0.31, radius * 1.012), pupil, origin))
    return pieces


def _brows(skull: Skull, look: Look) -> Piece:
    y = 0.1435 + (0.003 if look.feminine else 0.0) - (0.004 if look.child else 0.0)
    xs = np.array((0.0125, 0.023, 0.035, 0.046, 0.054))
    lift = np.array((-0.0015, 0.0015, 0.003, 0.0005, -0.005))
    path = [(x, y + dy, skull.face_z(x, y) + 0.0030) for x, dy in zip(xs, lift, strict=True)]
    radii = 0.0040 * look.brow * np.array((0.75, 1.0, 0.95, 0.75, 0.35))
    brow = tube(path, radii, 8, 3)
    surface = Surface(_shade(look.hair_color, 0.72), roughness=0.9)
    return ("brows", merged(brow, mirrored(brow)), surface, np.zeros(3))


def mouth_half_width(look: Look, opening: float) -> float:
    """Half the mouth's width in drawing metres; an open mouth is rounder."""
    return (0.0255 if not look.child else 0.022) * (1.0 - 0.16 * opening)


def mouth_half_height(opening: float) -> float:
    """Half the height of the mouth's opening in drawing metres."""
    return 0.0155 * opening


def _lips(skull: Skull, look: Look, opening: float) -> Mesh:
    """Upper and lower lip round an opening, about the mouth's middle on the face."""
    half, height = mouth_half_width(look, opening), mouth_half_height(opening)
    full = 1.25 if look.feminine else 0.80
    u = np.linspace(-1.0, 1.0, 11)
    smile = 0.0038 * u**2 * (1 - 0.5 * opening)
    arch = np.sqrt(np.maximum(1 - u**2, 0.0)) ** 0.9
    parts = []
    middle_z = skull.face_z(0.0, MOUTH_Y_M)
    for sign, thick in ((1.0, 0.0030), (-1.0, 0.0040)):
        radii = full * thick * (0.30 + 0.70 * arch) * (1 - 0.3 * opening)
        bow = 0.0010 * np.exp(-(((np.abs(u) - 0.3) / 0.25) ** 2)) if sign > 0 else 0.0
        y = smile + sign * arch * (height * (0.75 if sign > 0 else 1.25) + 0.75 * radii) + bow
        z = [skull.face_z(x, MOUTH_Y_M + dy) - middle_z + 0.0026
             for x, dy in zip(half * u, y, strict=True)]  # fmt: skip
        parts.append(tube(np.column_stack([half * u, y, z]), radii, 7, 2))
    return merged(*parts)


def _mouth(skull: Skull, look: Look) -> list[Piece]:
    origin = np.array((0.0, MOUTH_Y_M, skull.face_z(0.0, MOUTH_Y_M)))
    rosy = linear("a4483f") if look.feminine else linear("a2604f")
    mix = 0.55 if look.feminine else 0.30
    if look.child:
        mix *= 0.8
    lip = Surface(_blend(look.skin, rosy, mix), roughness=0.45)
    pieces: list[Piece] = []
    for index, opening in enumerate(MOUTH_OPENINGS):
        mesh = _lips(skull, look, opening)
        name = f"mouth_{index}"
        pieces.append((name, mesh, lip, origin))
    cavity = bent(
        ball((0, 0, 0), (1.0, 1.0, 0.006), 20),
        lambda p: np.column_stack([p[:, 0], p[:, 1], p[:, 2] - 0.0046 * p[:, 0] ** 2]),
    )
    line = Surface(linear("2a1012"), roughness=0.9)
    pieces.append(("mouth_dark", cavity, line, origin))
    teeth = bent(
        ball((0, 0.0, 0.0), (0.0150, 0.0048, 0.0045), 16),
        lambda p: np.column_stack([p[:, 0], p[:, 1], p[:, 2] - 9.0 * p[:, 0] ** 2]),
    )
    pieces.append(("teeth", teeth, Surface(linear("f3ede0"), roughness=0.3), origin))
    return pieces


def _shade(color: Color, gain: float) -> Color:
    return (color[0] * gain, color[1] * gain, color[2] * gain)


def _blend(first: Color, second: Color, share: float) -> Color:
    r, g, b = (a + (c - a) * share for a, c in zip(first, second, strict=True))
    return (r, g, b)


def _hair_line(look: Look) -> Array:
    """Heights of the hairline from the forehead (0 degrees) round to the nape (180)."""
    front = {"receding": 0.232, "side": 0.196, "bob": 0.178}.get(look.hair, 0.200)
    side = 0.112 if look.hair in ("short", "side", "receding") else 0.100
    temple = 0.200 if look.hair == "receding" else 0.178 if look.hair != "bob" else 0.160
    return np.array((front, front - 0.002, temple, 0.135, side, 0.085, 0.055, 0.030, 0.022, 0.020))


def _hair(skull: Skull, look: Look) -> Mesh | None:
    if look.hair == "bald":
        return None
    thick = {"short": 0.012, "receding": 0.006, "curly": 0.012}.get(look.hair, 0.016)
    cap = skull.shell(_hair_line(look), thick, above=True)
    if look.hair == "side":
        cap = bent(cap, _swept)
    extra = {
        "long": _long_hair, "bob": _bob, "ponytail": _ponytail, "bun": _bun, "curly": _curls,
    }.get(look.hair)  # fmt: skip
    return cap if extra is None else merged(cap, extra(skull))


def _swept(points: Array) -> Array:
    """A parting on one side and a quiff."""
    x, y, z = points.T
    high = np.clip((y - 0.17) / 0.08, 0.0, 1.0)
    front = np.clip((z + 0.02) / 0.09, 0.0, 1.0)
    lift = 0.016 * high * front * (0.55 + 0.45 * np.tanh((0.03 - x) / 0.03))
    return np.column_stack([x - 0.006 * high * front, y + lift, z + 0.010 * high * front])


def _curtain(bottom: float, half: float, front: float, back: float, flare: float) -> Mesh:
    rows = np.array(
        [
            (bottom, half * flare * 0.92, front - 0.030, back + 0.012),
            (bottom + 0.035, half * flare, front - 0.024, back - 0.004),
            (0.045, half * 1.03, front - 0.016, back - 0.006),
            (0.110, half * 1.02, front, back - 0.006),
            (0.165, half * 0.98, front + 0.006, back - 0.002),
            (0.205, half * 0.84, front + 0.004, back + 0.010),
        ]
    )
    return loft(rows, 28, 2.6, 3)


def _long_hair(skull: Skull) -> Mesh:
    lock = tube(
        [
            (0.070, 0.168, 0.048),
            (0.088, 0.110, 0.040),
            (0.092, 0.045, 0.030),
            (0.090, -0.020, 0.032),
            (0.078, -0.085, 0.046),
        ],
        (0.016, 0.019, 0.021, 0.020, 0.007),
        12,
    )
    return merged(_curtain(-0.115, 0.092, -0.002, -0.108, 1.02), lock, mirrored(lock))


def _bob(skull: Skull) -> Mesh:
    lock = tube(
        [
            (0.066, 0.175, 0.054),
            (0.086, 0.115, 0.044),
            (0.090, 0.060, 0.036),
            (0.080, 0.022, 0.040),
        ],
        (0.016, 0.021, 0.022, 0.010),
        12,
    )
    return merged(_curtain(0.012, 0.092, 0.004, -0.108, 1.05), lock, mirrored(lock))


def _ponytail(skull: Skull) -> Mesh:
    tail = tube(
        [(0, 0.185, -0.085), (0, 0.192, -0.122), (0, 0.150, -0.152), (0, 0.070, -0.152),
         (0, 0.005, -0.132), (0, -0.035, -0.122)],
        (0.020, 0.026, 0.036, 0.036, 0.026, 0.008), 14,
    )  # fmt: skip
    return merged(tail, ball((0, 0.187, -0.104), (0.026, 0.026, 0.014)))


def _bun(skull: Skull) -> Mesh:
    return ball((0, 0.208, -0.098), (0.040, 0.038, 0.036), 20)


def _curls(skull: Skull) -> Mesh:
    chance = np.random.default_rng(7)
    curls = []
    golden = np.pi * (3 - np.sqrt(5))
    for k in range(90):
        y = 1 - 2 * (k + 0.5) / 90
        a = k * golden
        direction = np.array((np.sqrt(1 - y * y) * np.sin(a), y, np.sqrt(1 - y * y) * np.cos(a)))
        spot = np.array((0.0, 0.140, -0.008)) + direction * (0.086, 0.106, 0.098)
        if spot[1] < 0.075 or (spot[2] > 0.035 and spot[1] < 0.192):
            continue
        curls.append(ball(spot, float(chance.uniform(0.022, 0.028)), 8))
    return merged(*curls)


def _beard(skull: Skull, look: Look) -> Mesh:
    line = np.array((0.026, 0.030, 0.058, 0.085, 0.105, 0.0, -0.05, -0.05, -0.05))
    cover = skull.shell(line, 0.0105, above=False, blend_m=0.014)
    half = mouth_half_width(look, 0.0) * 1.25
    u = np.linspace(-1, 1, 9)
    y = 0.0575 - 0.010 * u**2 - 0.002 * np.exp(-((u / 0.15) ** 2))
    z = [skull.face_z(x, 0.055) + 0.0050 for x in half * u]
    radii = 0.0062 * np.array((0.35, 0.8, 1.0, 1.05, 0.7, 1.05, 1.0, 0.8, 0.35))
    return merged(cover, tube(np.column_stack([half * u, y, z]), radii, 8))


def _glasses(skull: Skull, look: Look) -> Mesh:
    center = eye_center(skull, look)
    angle = np.linspace(0, 2 * np.pi, 17)
    z = skull.face_z(0.033, 0.112) + 0.016
    rim = tube(
        np.stack([center[0] + 0.0245 * np.sin(angle), center[1] + 0.0215 * np.cos(angle),
                  z - 0.006 * np.sin(angle)], axis=1),
        np.full(17, 0.0020), 6, 2,
    )  # fmt: skip
    temple = tube(
        [(0.0565, center[1] + 0.006, z - 0.007), (0.080, center[1] + 0.006, 0.04),
         (0.088, center[1] + 0.002, -0.012)], np.full(3, 0.0020), 6, 4,
    )  # fmt: skip
    bridge = tube(
        [(-0.009, center[1] + 0.004, z + 0.004), (0, center[1] + 0.007, z + 0.007),
         (0.009, center[1] + 0.004, z + 0.004)], np.full(3, 0.0020), 6,
    )  # fmt: skip
    return merged(rim, mirrored(rim), temple, mirrored(temple), bridge)


def _hat(skull: Skull, look: Look) -> Mesh:
    if look.hat == "cap":
        line = np.array((0.176, 0.172, 0.165, 0.155, 0.145, 0.138, 0.130, 0.128, 0.128))
        return skull.shell(line, 0.023, above=True, blend_m=0.008)
    brim_rows = np.array(
        [
            (0.187, 0.060, 0.060, -0.060),
            (0.184, 0.125, 0.138, -0.145),
            (0.187, 0.136, 0.150, -0.156),
            (0.191, 0.125, 0.138, -0.145),
            (0.194, 0.060, 0.060, -0.060),
        ]
    )
    crown = [
        (0.186, 0.101, 0.112, -0.118),
        (0.215, 0.099, 0.109, -0.116),
        (0.245, 0.093, 0.101, -0.108),
        (0.258, 0.086, 0.093, -0.100),
    ]
    brim = bent(
        rings(ring_grid(brim_rows, 40)),
        lambda p: np.column_stack(
            [p[:, 0], p[:, 1] + 1.1 * p[:, 0] ** 2 - 0.35 * p[:, 2] ** 2, p[:, 2]]
        ),
    )
    return merged(brim, loft(crown, 32, 2.2, 4))


def head_pieces(look: Look) -> list[Piece]:
    """All parts of the head, about the joint with the neck, in metres."""
    skull = Skull(look)
    skin = Surface(look.skin, color2=_shade(look.skin, 0.8), roughness=0.55, pattern="skin")
    hair_surface = Surface(look.hair_color, color2=_shade(look.hair_color, 0.6), roughness=0.55)
    pieces: list[Piece] = [("head", _skull_mesh(skull, look), skin, np.zeros(3))]
    pieces += _eyes(skull, look)
    pieces.append(_brows(skull, look))
    pieces += _mouth(skull, look)
    covered = (
        replace(look, hair="short") if look.hat and look.hair in ("curly", "bun", "side") else look
    )
    hair = _hair(skull, covered)
    if hair is not None:
        pieces.append(("head.hair", hair, hair_surface, np.zeros(3)))
    if look.beard:
        pieces.append(("head.beard", _beard(skull, look), hair_surface, np.zeros(3)))
    if look.glasses:
        frame = Surface(linear("1d1c20"), roughness=0.3)
        pieces.append(("head.glasses", _glasses(skull, look), frame, np.zeros(3)))
    if look.hat:
        felt = Surface(look.hat_color, roughness=0.9, pattern="fabric", pattern_scale_m=0.004)
        pieces.append(("head.hat", _hat(skull, look), felt, np.zeros(3)))
    size = look.head_m / DRAWN_HEIGHT_M
    return [_placed(piece, size) for piece in pieces]


def _placed(piece: Piece, size: float) -> Piece:
    name, mesh, surface, origin = piece
    if name == "mouth_dark":  # drawn at half width and height 1: its pose gives the size
        return (name, mesh, surface, (origin - JOINT) * size)
    about_joint = not origin.any()
    if about_joint:
        return (name, scaled(moved(mesh, -JOINT), size), surface, np.zeros(3))
    return (name, scaled(mesh, size), surface, (origin - JOINT) * size)
