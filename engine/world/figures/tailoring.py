"""How cloth lies on a body: cut out of its guides, hanging from what is above, evened out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.world.figures.anatomy import Array
from engine.world.figures.bodies import Body
from engine.world.figures.patches import Patch, clipped, evened, hemmed, smoothed

_SECTORS = 40
_ROWS = 40
_FAR = 1.0


@dataclass(frozen=True, eq=False)
class Places:
    """Where the vertices of a patch lie on the body, see ``Body``; all (vertices,) arrays."""

    points: Array
    arm: Array
    arm_share: Array
    leg: Array
    leg_share: Array
    trunk: Array
    head_share: Array


Region = Callable[[Places, Body], Array]
"""Positive where a garment covers, in about metres to its edge."""


def places_of(body: Body, patch: Patch | None = None) -> Places:
    """Of a patch, or of all vertices of the body."""
    if patch is None or patch.source is None:
        return Places(
            body.points, body.arm, body.arm_share, body.leg, body.leg_share, body.trunk,
            body.head_share,
        )  # fmt: skip
    at, source = patch.positions, patch.mixture
    return Places(
        at, body.along_arm(at), source @ body.arm_share, body.along_leg(at),
        source @ body.leg_share, body.up_trunk(at), source @ body.head_share,
    )  # fmt: skip


def top_region(
    hem: float, sleeve: float, neck: tuple[float, float, float], opening: float = 0.0
) -> Region:
    """Trunk and arms: a shirt, a jacket.

    Args:
        hem: where it ends on the trunk (0 hips, 1 neck).
        sleeve: where it ends on the arm (0 shoulder, 1 elbow, 2 wrist); below 0 it has none.
        neck: height above the neck's joint in metres, slope to the front, slope to the sides.
        opening: half the width in metres of a gap in front that closes at the waist.
    """

    def region(at: Places, body: Body) -> Array:
        below = np.where(at.arm_share > 0.5, _FAR, 0.5 * (at.trunk - hem))
        below = np.where(at.leg_share > 0.9, -1.0, below)
        if sleeve > 0.0:
            sleeves = np.where(at.arm_share > 0.5, 0.28 * (sleeve - at.arm), _FAR)
        else:
            sleeves = 0.1 * (0.5 + sleeve - at.arm_share)
        center = body.joints["neck"]
        height, front, side = neck
        line = height * body.size - (at.points[:, 1] - center[1])
        line -= front * (at.points[:, 2] - center[2]) + side * np.abs(at.points[:, 0])
        collar = line + 0.3 * at.arm_share
        value = np.minimum(np.minimum(below, sleeves), collar)
        if opening:
            wide = opening * body.size * np.clip((at.trunk - 0.38) / 0.5, -0.02, 1.2)
            gap = np.where(at.points[:, 2] > center[2] - 0.04, np.abs(at.points[:, 0]) - wide, _FAR)
            value = np.minimum(value, gap)
        return np.asarray(value)

    return region


def bottom_region(waist: float, leg: float, start: float = -9.0) -> Region:
    """Hips and legs: trousers, shorts, boots' shafts."""

    def region(at: Places, body: Body) -> Array:
        above = 0.5 * (waist - at.trunk)
        above = np.where(at.arm_share > 0.3, -1.0, above)
        below = np.where(at.leg_share > 0.5, 0.42 * (leg - at.leg), _FAR)
        value = np.minimum(above, below)
        if start > -9.0:
            value = np.minimum(value, np.where(at.leg_share > 0.5, 0.42 * (at.leg - start), -1.0))
        return np.asarray(value)

    return region


def bib_region(at: Places, body: Body) -> Array:
    """The bib of overalls, with straps over the shoulders."""
    size = body.size
    across = np.abs(at.points[:, 0])
    panel = np.minimum(0.115 * size - across, 0.5 * (0.70 - at.trunk))
    panel = np.where(at.points[:, 2] < body.joints["l-upper-leg"][2], -1.0, panel)
    strap = np.minimum(0.020 * size - np.abs(across - 0.082 * size), 0.5 * (at.trunk - 0.55))
    value = np.minimum(np.maximum(panel, strap), 0.5 * (at.trunk - 0.24))
    return np.asarray(np.where(at.arm_share > 0.5, -1.0, value))


@dataclass(frozen=True)
class Fit:
    """How a garment sits.

    Attributes:
        ease_m: distance to the skin on the trunk; ``limb_m`` on arms and legs.
        loose, limb_loose: 0 clings to 1 falls straight from the widest place above.
        rounds: how much the body's shape is evened out.
        hem_m: thickness at the edges.
        edge_rounds: how much the line of the edges is evened out; 0 for narrow bands.
    """

    ease_m: float
    limb_m: float
    loose: float = 0.0
    limb_loose: float = 0.0
    rounds: int = 4
    hem_m: float = 0.005
    edge_rounds: int = 2


def fitted(body: Body, guide: Patch, region: Region, fit: Fit) -> Patch:
    """The piece of a guide that a garment covers, draped, cut and hemmed."""
    at = places_of(body, guide)
    near = clipped(guide, np.asarray(region(at, body) + 0.06))
    high = np.clip((near.mixture @ body.trunk - 0.82) * 8.0, 0.0, 0.92)
    near = smoothed(
        near, fit.rounds, 0.6, keep=np.where(near.mixture @ body.arm_share > 0.3, 0.0, high)
    )
    at = places_of(body, near)
    size = 0.35 + 0.65 * body.size
    limb = np.clip(np.maximum(at.arm_share, 0.0), 0.0, 1.0)
    ease = size * (fit.ease_m * (1 - limb) + fit.limb_m * limb)
    legs = np.clip(at.leg_share, 0.0, 1.0)
    ease = ease * (1 - legs) + size * fit.limb_m * legs
    positions = near.positions + near.normals * ease[:, None]
    trunk_only = (at.arm_share < 0.4) & (at.leg_share < 0.6)
    if fit.loose:
        axis = np.zeros_like(positions)
        axis[:, 1] = positions[:, 1]
        axis[:, 2] = _spine_z(body, positions[:, 1])
        share = fit.loose * np.clip(1 - 2.2 * at.arm_share, 0, 1) * np.clip(1 - at.leg_share, 0, 1)
        share = share * np.clip((0.84 - at.trunk) * 10.0, 0.0, 1.0)
        positions = hung(positions, axis, trunk_only & (at.trunk < 0.86), share)
    if fit.limb_loose:
        for side, sign in (("l", 1.0), ("r", -1.0)):
            axis = _leg_axis(body, positions, side)
            mine = (at.leg_share > 0.55) & (at.points[:, 0] * sign > 0.0)
            share = fit.limb_loose * np.clip(at.leg_share * 2 - 1, 0, 1) * mine
            positions = hung(positions, axis, mine, share)
    draped = near.moved(positions)
    cut = clipped(draped, evened(draped, region(places_of(body, draped), body), fit.edge_rounds))
    return hemmed(cut, fit.hem_m * size)


def _spine_z(body: Body, y: Array) -> Array:
    names = ("l-upper-leg", "spine-3", "spine-1", "neck")
    heights = [body.joints[name][1] for name in names]
    depths = [body.joints["l-upper-leg"][2], *(body.joints[n][2] + 0.015 for n in names[1:])]
    return np.asarray(np.interp(y, heights, depths))


def _leg_axis(body: Body, positions: Array, side: str) -> Array:
    joints = [body.joints[f"{side}-{name}"] for name in ("ankle", "knee", "upper-leg")]
    heights = [joint[1] for joint in joints]
    axis = positions.copy()
    for k in (0, 2):
        axis[:, k] = np.interp(positions[:, 1], heights, [joint[k] for joint in joints])
    return axis


def hung(positions: Array, axis: Array, of: NDArray[np.bool_], share: Array) -> Array:
    """Nowhere much narrower than above: cloth falls from the widest place.

    Args:
        axis: (vertices, 3) the middle of the trunk or limb at each vertex's height.
        of: (vertices,) bool, what the cloth can hang from.
        share: (vertices,) 0 clings to 1 falls straight.
    """
    if not of.any():
        return positions
    spoke = positions - axis
    radius = np.hypot(spoke[:, 0], spoke[:, 2])
    outward = spoke / np.maximum(radius, 1e-6)[:, None]
    outward[:, 1] = 0.0
    heights = positions[:, 1]
    low, high = float(heights[of].min()), float(heights[of].max())
    row = np.clip(((high - heights) / max(high - low, 1e-6) * _ROWS).astype(int), 0, _ROWS - 1)
    place = (np.arctan2(spoke[:, 0], spoke[:, 2]) / (2 * np.pi) + 0.5) * _SECTORS
    sector = place.astype(int) % _SECTORS
    table = np.zeros((_ROWS, _SECTORS))
    np.maximum.at(table, (row[of], sector[of]), radius[of])
    table = _widest_above(_filled(table))
    wider = np.maximum(_between(table, row, place) - radius, 0.0)
    return np.asarray(positions + outward * (share * wider)[:, None])


def _filled(table: Array) -> Array:
    """Empty cells take what their neighbours round the limb have."""
    for _ in range(4):
        around = np.maximum(np.roll(table, 1, axis=1), np.roll(table, -1, axis=1))
        table = np.where(table > 0.0, table, around)
    for row in range(1, len(table)):
        table[row] = np.where(table[row] > 0.0, table[row], table[row - 1])
    return table


def _widest_above(table: Array) -> Array:
    wide = np.maximum.accumulate(table, axis=0)
    for _ in range(4):
        wide = (np.roll(wide, 1, axis=1) + 2 * wide + np.roll(wide, -1, axis=1)) / 4
        wide[1:-1] = (wide[:-2] + 2 * wide[1:-1] + wide[2:]) / 4
    return np.asarray(wide)


def _between(table: Array, row: Array, place: Array) -> Array:
    low = np.floor(place - 0.5).astype(int)
    share = place - 0.5 - low
    return np.asarray(
        table[row, low % _SECTORS] * (1 - share) + table[row, (low + 1) % _SECTORS] * share
    )


def skirt_of(body: Body, leg: float, flare: float, ease_m: float, top: float) -> Patch:
    """A skirt from the waist (``top`` on the trunk) to ``leg`` (0 hip, 1 knee, 2 ankle)."""
    guide = body.piece("helper-skirt").pushed(ease_m * (0.35 + 0.65 * body.size))
    hip, knee, ankle = (body.joints[f"l-{name}"] for name in ("upper-leg", "knee", "ankle"))
    heights = (ankle[1], knee[1], hip[1])
    down = np.interp(guide.positions[:, 1], heights, (2.0, 1.0, 0.0))
    spoke = guide.positions - np.array((0.0, 0.0, hip[2]))
    spoke[:, 1] = 0.0
    length = np.maximum(np.linalg.norm(spoke, axis=1), 1e-6)
    wave = 1.0 + 0.035 * flare * np.sin(np.arctan2(spoke[:, 0], spoke[:, 2]) * 9.0) * down
    wide = (0.05 * flare * down * body.size / length + wave)[:, None]
    guide = guide.moved(guide.positions + spoke * (wide - 1.0))
    low, high = body.joints["l-upper-leg"][1], body.joints["neck"][1]
    trunk = (guide.positions[:, 1] - low) / (high - low)
    value = np.minimum(0.42 * (leg - down), 0.5 * (top - trunk))
    return hemmed(clipped(guide, value), 0.005)
