"""Hats, glasses, masks, scarves, bags: what is worn besides clothes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from scipy import sparse
from scipy.spatial import cKDTree

from engine.world.figures.anatomy import Array, Rows
from engine.world.figures.bodies import Body
from engine.world.figures.colors import linear, shaded
from engine.world.figures.countenance import Head
from engine.world.figures.forms import ball, merged, ring_grid, rings, tube
from engine.world.figures.garments import Piece, surface_of
from engine.world.figures.looks import Look
from engine.world.figures.patches import Patch, clipped, hemmed, smoothed, solid
from engine.world.figures.tailoring import Fit, Places, fitted, places_of, skirt_of
from engine.world.figures.wardrobe import Garment
from engine.world.model import Mesh, Surface

_HATS: Mapping[str, float] = {
    "hat": 0.20,
    "sunhat": 0.20,
    "cowboy hat": 0.20,
    "top hat": 0.20,
    "pointed hat": 0.20,
    "party hat": 9.0,
    "chef hat": 0.22,
    "cap": 0.20,
    "beanie": 0.16,
    "beret": 0.22,
    "helmet": 0.14,
    "crown": 9.0,
    "spacesuit": -9.0,
    "hood": 0.1,
}
"""Height over the eyes in head heights above which a hat presses the hair flat."""


def hat_line(look: Look) -> float | None:
    """Above this height over the eyes (in head heights) a hat presses the hair flat."""
    lines = [_HATS[g.kind] for g in look.garments if g.kind in _HATS and _HATS[g.kind] < 9.0]
    return min(lines) if lines else None


def _patch(mesh: Mesh, bone: str = "head") -> Patch:
    return solid(
        mesh.positions.astype(float),
        mesh.indices.astype(np.intp),
        bone,
        mesh.normals.astype(float),
    )


def _turned(rows: list[tuple[float, float, float]], head: Head, tilt: float = 0.10) -> Mesh:
    """Turned round the skull: rows of (height over the eyes, wide, deep) in head heights."""
    h = head.tall_m
    grid = ring_grid(np.array([(y, w, d, -d) for y, w, d in rows]) * h, 36, 2.1)
    c, s = np.cos(-tilt), np.sin(-tilt)
    y, z = grid[..., 1].copy(), grid[..., 2].copy()
    grid[..., 1] = y * c - z * s + head.center[1]
    grid[..., 2] = y * s + z * c + head.center[2]
    return rings(grid)


_W, _D = 0.375, 0.475


def _hat(head: Head, garment: Garment) -> list[Piece]:
    cloth = surface_of(garment)
    band = Surface(shaded(garment.color, 0.35), roughness=0.8)
    brim = {"hat": 0.17, "sunhat": 0.30, "cowboy hat": 0.26, "top hat": 0.12, "pointed hat": 0.24}
    tall = {"hat": 0.30, "sunhat": 0.26, "cowboy hat": 0.34, "top hat": 0.62, "pointed hat": 0.85}
    out, up = brim[garment.kind], tall[garment.kind]
    base = 0.235
    tip = {"top hat": 1.04, "pointed hat": 0.05}.get(garment.kind, 0.80)
    crown = [
        (base - 0.01, _W + 0.02, _D + 0.02),
        (base + 0.10 * up, _W + 0.02, _D + 0.02),
        (base + 0.6 * up, (_W + 0.02) * (0.45 + 0.55 * tip), (_D + 0.02) * (0.45 + 0.55 * tip)),
        (base + 0.96 * up, _W * tip, _D * tip),
        (base + up, _W * tip * 0.82, _D * tip * 0.82),
        (base + up - 0.02, 0.02, 0.02),
    ]
    curl = {"cowboy hat": 0.10, "hat": 0.02}.get(garment.kind, -0.03)
    plate = [
        (base + 0.012, _W, _D),
        (base + 0.014, _W + 0.5 * out, _D + 0.5 * out),
        (base, _W + out, _D + out),
        (base - 0.014, _W + out, _D + out),
        (base - 0.004, _W + 0.5 * out, _D + 0.5 * out),
        (base - 0.006, _W, _D),
    ]
    flat = _turned(plate, head)
    points = flat.positions.astype(float)
    away = np.abs(points[:, 0]) / (head.tall_m * (_W + out))
    points[:, 1] += curl * head.tall_m * away**3 * 1.6
    ribbon = [(base + 0.02, _W + 0.026, _D + 0.026), (base + 0.075, _W + 0.027, _D + 0.027)]
    pieces = [
        ("hat", _patch(_turned(crown, head)), cloth),
        ("hat.brim", solid(points, flat.indices.astype(np.intp), "head"), cloth),
    ]
    if garment.kind != "pointed hat":
        pieces.append(("hat.band", _patch(_turned(ribbon, head)), band))
    return pieces


def _snug(head: Head, line: float, thick: float, front: float = 0.0) -> Patch:
    """A cap that follows the skull above a line."""
    level = head.level - line - front * np.cos(head.front)
    ear = (head.level < 0.16) & (np.abs(head.patch.positions[:, 0]) > 0.365 * head.tall_m)
    value = np.where(ear, -0.05, level * head.tall_m)
    cap = smoothed(clipped(head.patch, value), 3, 0.5)
    bare = solid(cap.positions, cap.triangles, "head", cap.normals)
    return hemmed(bare.pushed(thick * head.tall_m / 0.225), 0.004, 0.01)


def _cap(head: Head, garment: Garment) -> list[Piece]:
    cap = _snug(head, 0.20, 0.016)
    angle = np.linspace(-1.0, 1.0, 15)
    h = head.tall_m
    rows = []
    for k, (reach, drop) in enumerate(
        ((0.0, 0.0), (0.14, -0.01), (0.26, -0.05), (0.26, -0.065), (0.12, -0.03), (-0.02, -0.02))
    ):
        shape = reach * np.cos(angle * 1.35) if k in (1, 2, 3, 4) else reach
        x = np.sin(angle * 1.25) * (_W + 0.02) * h
        z = (np.cos(angle * 1.25) * (_D - 0.01) + shape) * h + head.center[2]
        y = head.center[1] + (0.245 + drop - 0.05 * np.abs(angle) ** 2) * h
        rows.append(np.stack([x, y, z], axis=1))
    grid = np.stack(rows)
    points = grid.reshape(-1, 3)
    count = len(angle)
    a = (np.arange(len(rows) - 1)[:, None] * count + np.arange(count - 1)).ravel()
    triangles = np.concatenate(
        [
            np.stack([a, a + count, a + 1], axis=1),
            np.stack([a + 1, a + count, a + count + 1], axis=1),
        ]
    )
    cloth = surface_of(garment)
    peak = Surface(shaded(garment.color, 0.7), roughness=0.8)
    return [("cap", cap, cloth), ("cap.peak", solid(points, triangles[:, ::-1], "head"), peak)]


def _beanie(head: Head, garment: Garment) -> list[Piece]:
    cap = _snug(head, 0.17, 0.018, 0.03)
    band = _turned(
        [
            (0.16, _W + 0.01, _D),
            (0.20, _W + 0.045, _D + 0.035),
            (0.27, _W + 0.04, _D + 0.03),
            (0.31, _W + 0.01, _D),
        ],
        head,
        0.05,
    )
    return [
        ("beanie", cap, surface_of(garment)),
        ("beanie.fold", _patch(band), surface_of(garment, 0.85)),
    ]


def _helmet(head: Head, garment: Garment) -> list[Piece]:
    shell = Surface(garment.color, roughness=0.25)
    crown = [
        (0.17, _W + 0.07, _D + 0.07),
        (0.26, _W + 0.075, _D + 0.075),
        (0.42, _W + 0.04, _D + 0.04),
        (0.55, 0.30, 0.36),
        (0.62, 0.17, 0.21),
        (0.64, 0.02, 0.02),
    ]
    rim = [
        (0.19, _W + 0.06, _D + 0.06),
        (0.18, _W + 0.14, _D + 0.15),
        (0.16, _W + 0.14, _D + 0.15),
        (0.165, _W + 0.05, _D + 0.05),
    ]
    return [
        ("helmet", _patch(_turned(crown, head)), shell),
        ("helmet.rim", _patch(_turned(rim, head)), shell),
    ]


def _crown(head: Head, garment: Garment) -> list[Piece]:
    gold = Surface(garment.color, roughness=0.28, metallic=1.0)
    h, count = head.tall_m, 72
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    peak = 0.10 + 0.09 * np.abs(np.cos(angle * 4.0))
    grid = np.stack(
        [
            np.stack(
                [
                    np.sin(angle) * (_W + out) * h,
                    head.center[1] + (0.28 + up * 1.0 + 0 * angle) * h,
                    np.cos(angle) * (_D + out) * h + head.center[2],
                ],
                axis=1,
            )
            for out, up in ((-0.01, 0.0), (0.01, 0.0), (0.03, peak), (0.015, peak), (-0.01, 0.0))
        ]
    )
    return [("crown", _patch(rings(grid)), gold)]


def _beret(head: Head, garment: Garment) -> list[Piece]:
    rows = [
        (0.21, _W, _D),
        (0.25, _W + 0.05, _D + 0.04),
        (0.33, _W + 0.11, _D + 0.07),
        (0.41, _W + 0.05, _D + 0.02),
        (0.46, 0.2, 0.25),
        (0.465, 0.02, 0.02),
    ]
    mesh = _turned(rows, head, 0.05)
    points = mesh.positions.astype(float)
    points[:, 0] += 0.25 * np.clip(points[:, 1] - head.center[1] - 0.25 * head.tall_m, 0, None)
    return [("beret", solid(points, mesh.indices.astype(np.intp), "head"), surface_of(garment))]


def _chef_hat(head: Head, garment: Garment) -> list[Piece]:
    rows = [
        (0.22, _W + 0.01, _D + 0.01),
        (0.40, _W + 0.015, _D + 0.015),
        (0.46, _W + 0.09, _D + 0.06),
        (0.58, _W + 0.13, _D + 0.08),
        (0.70, _W + 0.08, _D + 0.04),
        (0.76, 0.25, 0.3),
        (0.77, 0.02, 0.02),
    ]
    mesh = _turned(rows, head)
    points = mesh.positions.astype(float)
    puff = np.clip((points[:, 1] - head.center[1]) / head.tall_m - 0.42, 0.0, 0.2)
    swirl = np.arctan2(points[:, 0], points[:, 2] - head.center[2])
    points[:, (0, 2)] *= 1.0 + (0.25 * puff * np.sin(swirl * 9))[:, None]
    return [("chef hat", solid(points, mesh.indices.astype(np.intp), "head"), surface_of(garment))]


def _party_hat(head: Head, garment: Garment) -> list[Piece]:
    rows = [(0.42, 0.24, 0.27), (0.95, 0.015, 0.015)]
    return [("party hat", _patch(_turned(rows, head, 0.05)), surface_of(garment))]


def _glasses(head: Head, garment: Garment) -> list[Piece]:
    frame = Surface(garment.color, roughness=0.3)
    dark = garment.kind in ("sunglasses", "goggles")
    lens = Surface(linear("0c0d10"), roughness=0.08)
    size = head.tall_m / 0.225
    radius = (0.0245 if dark else 0.0225) * size
    ahead = head.eye[2] + head.eye_radius_m + 0.008 * size
    angle = np.linspace(0, 2 * np.pi, 25)
    rims, glass = [], []
    for sign in (1.0, -1.0):
        at = np.array((sign * head.eye[0] * 1.04, head.eye[1] - 0.002 * size, ahead))
        x, y = np.cos(angle), np.sin(angle)
        path = (
            np.stack(
                [np.sign(x) * np.abs(x) ** 0.8 * radius * 1.12, y * radius * 0.86, -0.0 * angle],
                axis=1,
            )
            + at
        )
        path[:, 2] -= (
            6.0 * (path[:, 0] - at[0]).clip(0 if sign > 0 else None, None if sign > 0 else 0) ** 2
        )
        rims.append(tube(path, np.full(25, 0.0016 * size), 6, 1))
        disc = ball(tuple(at), (radius * 1.1, radius * 0.84, 0.0012 * size), 14)
        glass.append(disc)
        temple = [
            (at[0] + sign * radius * 1.1, at[1] + 0.006 * size, ahead - 0.003),
            (sign * 0.335 * head.tall_m, at[1] + 0.008 * size, ahead - 0.045 * size),
            (sign * 0.362 * head.tall_m, at[1] + 0.006 * size, head.center[2] - 0.012 * size),
        ]
        rims.append(tube(temple, (0.0016 * size, 0.0016 * size, 0.0016 * size), 6, 3))
    bridge = [
        (-0.009 * size, head.eye[1] + 0.002, ahead),
        (0.0, head.eye[1] + 0.005 * size, ahead + 0.002),
        (0.009 * size, head.eye[1] + 0.002, ahead),
    ]
    rims.append(tube(bridge, (0.0016 * size,) * 3, 6, 2))
    pieces = [("glasses", _patch(merged(*rims)), frame)]
    return [*pieces, ("glasses.lenses", _patch(merged(*glass)), lens)] if dark else pieces


def _mask(head: Head, garment: Garment) -> list[Piece]:
    low = head.chin_m - 0.01 * head.tall_m
    y, z = head.patch.positions[:, 1], head.patch.positions[:, 2]
    top = head.eye[1] - (0.085 + 0.03 * head.front) * head.tall_m
    value = np.minimum(top - y, y - low)
    value = np.minimum(value, 0.06 * (1.25 - head.front))
    value = np.where(z < head.center[2], -1.0, value)
    mask = smoothed(clipped(head.patch, value), 25, 0.6)
    return [("mask", hemmed(mask.pushed(0.006 * head.tall_m / 0.225), 0.002), surface_of(garment))]


def _eyepatch(head: Head, garment: Garment) -> list[Piece]:
    at = head.eye + np.array((0.0, 0.0, head.eye_radius_m + 0.004))
    disc = ball(tuple(at), (0.021, 0.018, 0.004), 14)
    angle = np.linspace(0, 2 * np.pi, 40)
    h = head.tall_m
    strap = np.stack(
        [
            np.sin(angle) * 0.36 * h,
            head.eye[1] + 0.10 * h * np.sin(angle - 0.7) + 0.06 * h,
            np.cos(angle) * 0.475 * h + head.center[2],
        ],
        axis=1,
    )
    band = tube(strap, np.full(40, 0.0025), 6, 1)
    return [("eyepatch", _patch(merged(disc, band)), Surface(linear("131113"), roughness=0.6))]


def _scarf(body: Body, garment: Garment) -> list[Piece]:
    size = 0.3 + 0.7 * body.size
    neck = body.joints["neck"]
    angle = np.linspace(0.0, 2 * np.pi, 33)
    pieces = []
    for turn, (out, up) in enumerate(((0.086, -0.040), (0.090, -0.012))):
        wave = 0.006 * np.sin(3 * angle + turn * 2)
        path = np.stack(
            [
                np.sin(angle) * (out + wave) * size,
                neck[1] + (up - 0.018 * np.cos(angle)) * size,
                np.cos(angle) * (out + 0.006 + wave) * size + neck[2] - 0.005 * size,
            ],
            axis=1,
        )
        pieces.append(tube(path, np.full(33, 0.026 * size), 10, 1))
    chest = neck + np.array((0.035, -0.06, 0.115)) * size
    tail = [
        chest + np.array(p) * size
        for p in (
            (0, 0.02, -0.02),
            (0.01, -0.08, 0.035),
            (0.012, -0.20, 0.048),
            (0.015, -0.33, 0.045),
        )
    ]
    pieces.append(tube(np.array(tail), np.array((0.022, 0.032, 0.034, 0.03)) * size, 10, 3))
    return [("scarf", _patch(merged(*pieces), "chest"), surface_of(garment))]


def _tie(body: Body, garment: Garment) -> list[Piece]:
    """Down the front of the shirt; a bow tie only at the neck."""
    at = places_of(body)
    rows = np.unique(body.triangles("helper-tights"))
    rows = rows[
        (np.abs(body.points[rows, 0]) < 0.02)
        & (body.points[rows, 2] > body.joints["neck"][2])
        & (at.trunk[rows] > 0.1)
        & (at.trunk[rows] < 1.05)
    ]
    order = rows[np.argsort(body.points[rows, 1])]
    size = body.size
    heights, depths = body.points[order, 1], body.points[order, 2]
    cloth = Surface(
        garment.color, garment.color2, 0.45, pattern=garment.pattern, pattern_scale_m=0.02
    )
    top = float(body.joints["neck"][1] - 0.062 * size)
    if garment.kind == "bowtie":
        z = float(np.interp(top, heights, depths)) + 0.020 * size
        bow = merged(
            *(
                ball((s * 0.026 * size, top, z), (0.028 * size, 0.019 * size, 0.009 * size), 12)
                for s in (1, -1)
            ),
            ball((0, top, z), (0.009, 0.010, 0.012), 10),
        )
        return [("bowtie", _patch(bow, "chest"), cloth)]
    points, triangles = _hanging_ribbon(top, size, heights, depths)
    return [("tie", _nearest_bound(body, points, triangles), cloth)]


def _hanging_ribbon(top: float, size: float, heights: Array, depths: Array) -> tuple[Array, Rows]:
    """A ribbon from ``top`` down a chest that is ``depths`` deep at ``heights``.

    Returns:
        Its (n, 3) points and its triangles.
    """
    y = np.linspace(top + 0.01 * size, top - 0.34 * size, 12)
    z = np.interp(y, heights, depths)
    z = np.maximum.accumulate(z) * 0.5 + z * 0.5 + 0.018 * size
    u = np.linspace(0.0, 1.0, 12)
    wide = np.where(u < 0.08, 0.016, 0.012 + 0.022 * u) * size
    wide[-1] = 0.002
    front = np.stack([0 * y, y, z + 0.004 * size], axis=1)
    rings_ = np.stack(
        [
            front + np.array((1, 0, 0)) * wide[:, None] - (0, 0, 0.006 * size),
            front,
            front - np.array((1, 0, 0)) * wide[:, None] - (0, 0, 0.006 * size),
        ],
        axis=1,
    )
    a = (np.arange(11)[:, None] * 3 + np.arange(2)).ravel()
    triangles = np.concatenate(
        [np.stack([a, a + 1, a + 3], axis=1), np.stack([a + 1, a + 4, a + 3], axis=1)]
    )
    return rings_.reshape(-1, 3), triangles


def _nearest_bound(body: Body, points: Array, triangles: Rows) -> Patch:
    """Loose points that bend with the nearest vertex of the guide."""
    rows = np.unique(body.triangles("helper-tights"))
    _, near = cKDTree(body.points[rows]).query(points)
    source = sparse.csr_matrix(
        (np.ones(len(points)), (np.arange(len(points)), rows[near])),
        (len(points), len(body.points)),
    )
    bare = solid(points, triangles, "")
    return Patch(points, bare.normals, triangles, source)


def _cape(body: Body, garment: Garment) -> list[Piece]:
    size = body.size
    neck = body.joints["neck"]
    low = float(body.joints["l-knee"][1]) * 0.6
    u, v = np.linspace(-1, 1, 21), np.linspace(0, 1, 14)
    wide = np.interp(v, (0, 0.12, 0.35, 1), (0.11, 0.21, 0.25, 0.34)) * size
    back = np.interp(v, (0, 0.12, 0.35, 1), (0.055, 0.13, 0.17, 0.25)) * size
    y = neck[1] - 0.055 * size + (low - neck[1]) * v
    x = u[None, :] * wide[:, None]
    z = neck[2] - np.sqrt(np.clip(1 - 0.92 * u[None, :] ** 2, 0, 1)) * back[:, None]
    z += (
        0.02 * size * np.sin(u * 13)[None, :] * v[:, None]
        + 0.03 * size * (1 - v)[:, None] * np.abs(u) ** 2
    )
    points = np.stack([x, y[:, None] + 0 * x, z], axis=2).reshape(-1, 3)
    a = (np.arange(13)[:, None] * 21 + np.arange(20)).ravel()
    triangles = np.concatenate(
        [np.stack([a, a + 21, a + 1], axis=1), np.stack([a + 1, a + 21, a + 22], axis=1)]
    )
    bare = solid(points, triangles, "chest")
    return [("cape", hemmed(bare, 0.006, 0.01), surface_of(garment))]


def _backpack(body: Body, garment: Garment) -> list[Piece]:
    size = 0.25 + 0.75 * body.size
    chest = body.joints["spine-1"]
    rows = np.unique(body.triangles("helper-tights"))
    near = rows[np.abs(body.points[rows, 1] - chest[1]) < 0.05 * size]
    back = float(body.points[near, 2].min())
    bag = merged(
        ball(
            (0, chest[1] - 0.02 * size, back - 0.085 * size),
            (0.145 * size, 0.21 * size, 0.085 * size),
            18,
        ),
        ball(
            (0, chest[1] - 0.09 * size, back - 0.15 * size),
            (0.10 * size, 0.09 * size, 0.05 * size),
            14,
        ),
    )
    straps = []
    for sign in (1, -1):
        s = np.array(body.joints["l-scapula"]) * (sign, 1, 1)
        front = float(body.points[near, 2].max())
        path = [
            (sign * 0.085 * size, chest[1] + 0.12 * size, back - 0.02),
            (s[0] * 0.95, s[1] + 0.065 * size, s[2] - 0.01),
            (sign * 0.105 * size, chest[1] + 0.04 * size, front + 0.002 * size),
            (sign * 0.155 * size, chest[1] - 0.12 * size, chest[2] + 0.03 * size),
            (sign * 0.11 * size, chest[1] - 0.15 * size, back - 0.03),
        ]
        straps.append(tube(np.array(path), np.full(5, 0.016 * size), 8, 5))
    dark = Surface(shaded(garment.color, 0.4), roughness=0.8)
    return [
        ("backpack", _patch(bag, "chest"), surface_of(garment)),
        ("backpack.straps", _patch(merged(*straps), "chest"), dark),
    ]


def _belt(body: Body, garment: Garment) -> list[Piece]:
    def band(at: Places, _: Body) -> Array:
        return np.minimum(
            np.minimum(0.5 * (0.275 - at.trunk), 0.5 * (at.trunk - 0.215)),
            np.where(at.arm_share > 0.3, -1.0, 1.0),
        )

    belt = fitted(
        body, body.piece("helper-tights"), band, Fit(0.022, 0.02, 0.3, 0.0, 6, edge_rounds=0)
    )
    return [("belt", belt, Surface(garment.color, roughness=0.4))]


def _gloves(body: Body, garment: Garment) -> list[Piece]:
    at = places_of(body)
    skin = body.piece("body")
    value = np.where(at.arm_share > 0.9, at.arm - 1.9, -1.0)
    hand = clipped(skin, np.asarray(skin.mixture @ value))
    return [("gloves", hemmed(hand.pushed(0.0028 * body.size), 0.003), surface_of(garment))]


def _apron(body: Body, garment: Garment) -> list[Piece]:
    def front(at: Places, body: Body) -> Array:
        wide = np.interp(at.trunk, (0.2, 0.45, 0.8), (0.30, 0.13, 0.08)) * body.size
        value = np.minimum(wide - np.abs(at.points[:, 0]), 0.5 * (0.78 - at.trunk))
        value = np.minimum(value, 0.5 * (at.trunk - 0.18))
        value = np.where(at.points[:, 2] < body.joints["l-upper-leg"][2] + 0.01, -1.0, value)
        return np.where(at.arm_share > 0.4, -1.0, value)

    bib = fitted(body, body.piece("helper-tights"), front, Fit(0.026, 0.02, 0.7, 0.0, 8, 0.004))
    skirt = skirt_of(body, 0.85, 0.6, 0.030, 0.2)
    hip = body.joints["l-upper-leg"][2]
    lap = clipped(skirt, skirt.positions[:, 2] - hip - 0.0)
    return [("apron", bib, surface_of(garment)), ("apron.lap", lap, surface_of(garment))]


def _space_helmet(head: Head) -> list[Piece]:
    at = (0.0, head.center[1] + 0.02, head.center[2] + 0.01)
    size = head.tall_m / 0.225
    glass = Surface((0.75, 0.82, 0.9), roughness=0.03, opacity=0.16)
    dome = ball(at, (0.165 * size, 0.175 * size, 0.175 * size), 28)
    back = ball(
        (at[0], at[1] + 0.004, at[2] - 0.014 * size), (0.172 * size, 0.18 * size, 0.172 * size), 28
    )
    shell = clipped(
        _patch(back),
        -(back.positions[:, 2].astype(float) - at[2] + 0.045 * size)
        - 0.35 * (back.positions[:, 1].astype(float) - at[1]) * 0.0,
    )
    white = Surface(linear("e8e8e4"), roughness=0.35)
    angle = np.linspace(0, 2 * np.pi, 33)
    ring = tube(
        np.stack(
            [
                np.sin(angle) * 0.125 * size,
                at[1] - 0.150 * size + 0 * angle,
                np.cos(angle) * 0.125 * size + at[2] - 0.02 * size,
            ],
            axis=1,
        ),
        np.full(33, 0.018 * size),
        10,
        1,
    )
    return [
        ("helmet.shell", hemmed(shell, 0.006, 0.01), white),
        ("helmet.ring", _patch(ring), white),
        ("helmet.glass", _patch(dome), glass),
    ]


_ON_HEAD: Mapping[str, Callable[[Head, Garment], list[Piece]]] = {
    "hat": _hat,
    "sunhat": _hat,
    "cowboy hat": _hat,
    "top hat": _hat,
    "pointed hat": _hat,
    "cap": _cap,
    "beanie": _beanie,
    "helmet": _helmet,
    "crown": _crown,
    "beret": _beret,
    "chef hat": _chef_hat,
    "party hat": _party_hat,
    "glasses": _glasses,
    "sunglasses": _glasses,
    "goggles": _glasses,
    "mask": _mask,
    "eyepatch": _eyepatch,
}
_ON_BODY: Mapping[str, Callable[[Body, Garment], list[Piece]]] = {
    "scarf": _scarf,
    "tie": _tie,
    "bowtie": _tie,
    "cape": _cape,
    "backpack": _backpack,
    "belt": _belt,
    "gloves": _gloves,
    "apron": _apron,
}


def accessory_pieces(body: Body, head: Head, look: Look) -> list[Piece]:
    """All of them that are worn."""
    pieces: list[Piece] = []
    for garment in look.garments:
        if garment.kind in _ON_HEAD:
            pieces += _ON_HEAD[garment.kind](head, garment)
        elif garment.kind in _ON_BODY:
            pieces += _ON_BODY[garment.kind](body, garment)
        elif garment.kind == "spacesuit":
            pieces += _space_helmet(head)
    return pieces
