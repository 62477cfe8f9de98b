"""What makes a head a face: eyes, lids' edges, lips, brows, the mouth's inside, beards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.world.figures.anatomy import Array, Rows
from engine.world.figures.bodies import Body
from engine.world.figures.colors import between, linear, shaded
from engine.world.figures.forms import ball
from engine.world.figures.garments import Piece
from engine.world.figures.looks import Look
from engine.world.figures.patches import Patch, clipped, compact, finer, smoothed, solid
from engine.world.model import Surface

_IRIS_SHARE = 0.50
_PUPIL_SHARE = 0.24


@dataclass(frozen=True, eq=False)
class Head:
    """Where things are on a head, metres.

    Attributes:
        top_m, chin_m: heights of crown and chin.
        eye: the left eye's middle; ``eye_radius_m`` of its ball.
        center: middle of the skull.
        patch: the skin of the head and upper neck.
        front: (vertices of the patch,) angle from straight ahead, 0 to pi.
        level: (vertices of the patch,) height above the eyes in head heights.
    """

    top_m: float
    chin_m: float
    eye: Array
    eye_radius_m: float
    center: Array
    patch: Patch
    front: Array
    level: Array

    @property
    def tall_m(self) -> float:
        """Chin to crown."""
        return self.top_m - self.chin_m


def head_of(body: Body) -> Head:
    """Measures a body's head."""
    skin = body.piece("body")
    share = skin.mixture @ body.shares(("head", "throat", "neck"))
    patch = compact(skin, skin.triangles[(share[skin.triangles] > 0.5).all(axis=1)])
    ball_rows = np.unique(body.triangles("helper-l-eye"))
    eye = body.points[ball_rows].mean(axis=0)
    reach = np.linalg.norm(body.points[ball_rows] - eye, axis=1)
    skin_rows = body.anatomy.skin_rows
    points = body.points[skin_rows[body.head_share[skin_rows] > 0.9]]
    top = float(points[:, 1].max())
    chin = float(points[np.abs(points[:, 0]) < 0.01][:, 1].min())
    chin = min(chin, float(eye[1] - 0.85 * (top - eye[1])))
    skull = points[points[:, 1] > eye[1] + 0.1 * (top - chin)]
    center = np.array((0.0, eye[1], (skull[:, 2].min() + skull[:, 2].max()) / 2))
    away = patch.positions - center
    return Head(
        top_m=top,
        chin_m=chin,
        eye=eye,
        eye_radius_m=float(np.median(reach)),
        center=center,
        patch=patch,
        front=np.arctan2(np.abs(away[:, 0]), away[:, 2]),
        level=away[:, 1] / (top - chin),
    )


def face_pieces(body: Body, head: Head, look: Look) -> list[Piece]:
    """Everything on the face but skin and hair."""
    pieces = _eyes(head, look)
    pieces += _teeth(body)
    lips = Surface(between(look.skin, look.lips, 0.62), roughness=0.42)
    pieces.append(("face.lips", _lips(body, head).pushed(0.0003), lips))
    brow = Surface(shaded(look.hair_color, 0.62), roughness=0.95)
    pieces.append(("face.brows", _brows(head, look), brow))
    lash = Surface(between(shaded(look.hair_color, 0.2), linear("17110f"), 0.7), roughness=0.8)
    pieces.append(("face.lashes", _lashes(body, head, look), lash))
    if look.beard or look.moustache:
        hair = Surface(shaded(look.hair_color, 0.8), roughness=0.95)
        pieces.append(("face.beard", _beard(body, head, look), hair))
    return [piece for piece in pieces if len(piece[1].triangles)]


def mouth_inside(body: Body, head: Head) -> Array:
    """(vertices of the head's patch,) True in the mouth's hollow."""
    tongue = body.points[np.unique(body.triangles("helper-tongue"))]
    middle = tongue.mean(axis=0)
    away = middle - head.patch.positions
    distance = np.linalg.norm(away, axis=1)
    facing = np.sum(away * head.patch.normals, axis=1) / np.maximum(distance, 1e-9)
    return np.asarray((facing > 0.15) & (distance < 0.22 * head.tall_m))


def _cap(
    radius: float, share: float, lift: float, rings: int = 4, sides: int = 20
) -> tuple[Array, Rows]:
    """A round cap on a ball, looking along +Z: vertices and triangles."""
    polar = np.linspace(0.0, np.arcsin(share), rings + 1)[1:]
    angle = np.linspace(0.0, 2 * np.pi, sides, endpoint=False)
    grid = np.stack(
        [
            np.sin(polar)[:, None] * np.cos(angle),
            np.sin(polar)[:, None] * np.sin(angle),
            np.cos(polar)[:, None] + 0.0 * angle,
        ],
        axis=2,
    ).reshape(-1, 3)
    points = np.concatenate([[(0.0, 0.0, 1.0)], grid]) * radius * lift
    ring = np.arange(sides)
    after = (ring + 1) % sides
    rows = [np.stack([0 * ring, 1 + ring, 1 + after], axis=1)]
    for k in range(rings - 1):
        a, b = 1 + k * sides, 1 + (k + 1) * sides
        rows.append(np.stack([a + ring, b + ring, b + after], axis=1))
        rows.append(np.stack([a + ring, b + after, a + after], axis=1))
    return points, np.concatenate(rows)


def _eyes(head: Head, look: Look) -> list[Piece]:
    white = Surface(linear("e9e4dc"), roughness=0.22)
    iris = Surface(look.eyes, roughness=0.2)
    ring = Surface(shaded(look.eyes, 0.35), roughness=0.25)
    pupil = Surface(linear("08070a"), roughness=0.12)
    spark = Surface((1.0, 1.0, 1.0), emission=1.2)
    radius = head.eye_radius_m
    pieces: list[Piece] = []
    for side, sign in (("L", 1.0), ("R", -1.0)):
        at = head.eye * (sign, 1.0, 1.0)
        globe = ball((0.0, 0.0, 0.0), radius, 16)
        parts = (
            ("white", globe.positions.astype(float), globe.indices.astype(np.intp), white),
            ("ring", *_cap(radius, _IRIS_SHARE, 1.006), ring),
            ("iris", *_cap(radius, _IRIS_SHARE * 0.86, 1.012), iris),
            ("pupil", *_cap(radius, _PUPIL_SHARE, 1.018), pupil),
        )
        for name, points, triangles, surface in parts:
            patch = solid(points + at, triangles, f"eye_{side}")
            pieces.append((f"eye_{side}.{name}", patch, surface))
        gleam, rows = _cap(radius, 0.075, 1.03, 1, 8)
        gleam = gleam + np.array((0.16, 0.2, -0.03)) * radius
        pieces.append((f"eye_{side}.spark", solid(gleam + at, rows, "head"), spark))
    return pieces


def _teeth(body: Body) -> list[Piece]:
    white = Surface(linear("e8e2d4"), roughness=0.3)
    rosy = Surface(linear("a8504c"), roughness=0.5)
    tongue = body.piece("helper-tongue")
    middle = tongue.positions.mean(axis=0)
    upper = body.piece("helper-upper-teeth")
    size = body.head_size
    back = np.array((0.0, -0.005, -0.012)) * size  # so that it stays behind the teeth
    tongue = tongue.moved(middle + (tongue.positions - middle) * (0.78, 0.7, 0.8) + back)
    return [
        ("mouth.upper", upper.moved(upper.positions - np.array((0.0, 0.0045 * size, 0.0))), white),
        ("mouth.lower", body.piece("helper-lower-teeth"), white),
        ("mouth.tongue", tongue, rosy),
    ]


def _strength(body: Body, patch: Patch, *names: str) -> Array:
    """(vertices,) how much some small shapes move a patch, 0 to 1."""
    total = np.zeros(len(patch.positions))
    for name in names:
        moves = np.linalg.norm(np.asarray(patch.mixture @ body.anatomy.move(name)), axis=1)
        total = np.maximum(total, moves / max(float(moves.max()), 1e-9))
    return total


def lip_field(body: Body, patch: Patch) -> Array:
    """(vertices,) positive on the lips."""
    volume = _strength(body, patch, "mouth-upperlip-volume-incr", "mouth-lowerlip-volume-incr")
    return np.asarray(volume - 0.22)


def _lips(body: Body, head: Head) -> Patch:
    return clipped(head.patch, lip_field(body, head.patch))


def _brows(head: Head, look: Look) -> Patch:
    size = head.tall_m / 0.225
    away = np.abs(head.patch.positions - head.eye * (0.0, 1.0, 1.0))
    near = (away[:, 0] < head.eye[0] + 0.045 * size) & (away[:, 1] < 0.05 * size)
    near &= head.patch.positions[:, 2] > head.center[2]
    chosen = head.patch.triangles[near[head.patch.triangles].all(axis=1)]
    skin = finer(finer(compact(head.patch, chosen)))
    across = (np.abs(skin.positions[:, 0]) - head.eye[0]) / (0.024 * size)
    up = skin.positions[:, 1] - head.eye[1]
    arc = (0.0222 + 0.0040 * (1 - (across - 0.25) ** 2)) * size
    thick = 0.0040 * size * look.brow * np.clip(1.05 - 0.42 * (across + 0.3), 0.3, 1.0)
    value = np.minimum(thick - np.abs(up - arc), 0.018 * size * (1.0 - np.abs(across - 0.05)))
    return clipped(skin, value).pushed(0.0012 * size)


def _lashes(body: Body, head: Head, look: Look) -> Patch:
    blink = _strength(body, head.patch, "eyeBlinkLeft", "eyeBlinkRight")
    edge = 0.80 if look.feminine else 0.86
    return clipped(head.patch, blink - edge).pushed(0.0008)


def _beard(body: Body, head: Head, look: Look) -> Patch:
    patch = head.patch
    size = head.tall_m / 0.225
    lips = _strength(body, patch, "mouth-upperlip-volume-incr", "mouth-lowerlip-volume-incr")
    on_lips = patch.positions[lips > 0.3]
    mouth_y, wide = float(on_lips[:, 1].mean()), float(np.abs(on_lips[:, 0]).max())
    x, y, z = patch.positions.T
    cheek = np.interp(head.front, (0.0, 0.6, 1.1, 1.55), (-0.004, -0.004, 0.024, 0.075))
    line = np.minimum(mouth_y + cheek * size - y, 0.03)
    neck = y - (head.chin_m - 0.010 * size)
    value = np.minimum(np.minimum(line, neck), (1.62 - head.front) * 0.1)
    bow = mouth_y + (0.0135 - 0.010 * (np.abs(x) / wide) ** 2) * size
    moustache = np.minimum(0.0085 * size - np.abs(y - bow), wide * 1.42 - np.abs(x))
    value = np.maximum(value, moustache) if look.beard else moustache
    value = np.minimum(value, 0.02 * (0.45 - lips))
    value = np.where(mouth_inside(body, head) | (z < head.center[2] - 0.03), -1.0, value)
    beard = clipped(patch, value)
    depth = np.asarray(beard.mixture @ _spread(body, patch, value))
    rise = np.clip(depth / (0.018 * size), 0.0, 1.0)
    full = (0.008 if look.beard else 0.005) * size
    return smoothed(beard.pushed(0.0012 + full * rise * (2 - rise)), 1, 0.4)


def _spread(body: Body, patch: Patch, value: Array) -> Array:
    """A patch's field on all vertices of the body."""
    whole = np.zeros(len(body.points))
    whole[patch.mixture.indices] = value
    return whole
