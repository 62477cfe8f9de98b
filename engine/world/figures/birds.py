"""Builds birds: one smooth skin over round bones, wings and tails of feathers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from engine.world.figures.bird_features import feather_out, put_on
from engine.world.figures.bodywork import Body, Paint, cut, triple
from engine.world.figures.colors import COLORS, linear, shaded
from engine.world.figures.forms import smooth_rows, tube
from engine.world.figures.fowl import FOWL, Fowl, sized
from engine.world.figures.hides import Flesh
from engine.world.figures.joints import Array
from engine.world.figures.looks import seeded
from engine.world.model import Collider, Color, Model, Surface

_BIG, _SMALL = 1.35, 0.68
_SPREAD = frozenset({"secondaries", "coverts", "primaries", "tip", "flipper"})


@dataclass(frozen=True)
class Frame:
    """Where a bird's trunk and head are.

    Attributes:
        middle: of the trunk; ``ahead``: its axis, ``above``: its back, unit length.
        base, head: lower end of the neck, middle of the head.
    """

    middle: Array
    ahead: Array
    above: Array
    base: Array
    head: Array


def build_bird(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A bird with figure rig ``"bird"``.

    Args:
        name: one of ``FOWL``.
    """
    words = {word for phrase in attributes for word in phrase.lower().split()}
    fowl = _dyed(_scaled(FOWL[name], words), words, name, attributes, seed)
    if words & {"folded", "closed"} and fowl.rudder in ("train", "wheel"):
        fowl = replace(fowl, rudder="fan" if fowl.rudder == "wheel" else "folded train")
    body, frame = Body(), frame_of(fowl)
    _set_joints(body, fowl, frame)
    _flesh_out(body, fowl, frame)
    put_on(body, fowl, frame.head, frame.base)
    feather_out(body, fowl, frame.middle, frame.ahead, frame.above)
    cell = min(
        (fowl.length + 2 * fowl.thick + 0.5 * fowl.neck) / 33,
        (0.95 if _is_long(fowl) else 0.6) * fowl.nape * fowl.head,
    )
    coat = Surface(linear(fowl.coats[0]), roughness=0.8)
    body.cover(coat, cell, 0.05 * fowl.thick + 0.4 * cell, _paints(fowl, frame))
    up = np.eye(4)
    up[:3, 3] = frame.middle
    collider = Collider("sphere", (1.05 * fowl.thick, 0, 0), up)
    return body.finished(name, "bird", fowl.mass, (collider,), _SPREAD)


def frame_of(fowl: Fowl) -> Frame:
    """Where trunk, neck and head are at rest."""
    sine, cosine = np.sin(fowl.tilt), np.cos(fowl.tilt)
    ahead, above = np.array((0.0, sine, cosine)), np.array((0.0, cosine, -sine))
    high = fowl.leg + 0.40 * fowl.thick * cosine + 0.34 * fowl.length * sine
    middle = np.array((0.0, high, 0.02 * fowl.length))
    base = middle + ahead * 0.36 * fowl.length + above * 0.22 * fowl.thick
    along = np.array((0.0, np.sin(fowl.rise), np.cos(fowl.rise)))
    return Frame(middle, ahead, above, base, base + along * (fowl.neck + 0.5 * fowl.head))


def _scaled(fowl: Fowl, words: set[str]) -> Fowl:
    size = _BIG if words & {"big", "large", "huge", "giant"} else 1.0
    size *= _SMALL if words & {"small", "little", "tiny", "young", "baby"} else 1.0
    return sized(fowl, size)


def _dyed(fowl: Fowl, words: set[str], name: str, attributes: tuple[str, ...], seed: int) -> Fowl:
    """Its plumage chosen; a colour among the words dyes all but what is white or bare."""
    chance = seeded(name, attributes, seed)
    coat = fowl.coats[int(chance.integers(len(fowl.coats)))]
    named = next((COLORS[word] for word in sorted(words) if word in COLORS), None)
    if named is None:
        base = linear(coat)
        flight = fowl.flight or hexadecimal(shaded(base, 0.60 if sum(base) < 2.0 else 0.92))
        return replace(fowl, coats=(coat,), wing=fowl.wing or coat, flight=flight)
    paints = tuple(
        (region, color if region in ("face", "head", "patch") else "pale")
        for region, color in fowl.paints if region in ("belly", "face", "head", "patch")
    )  # fmt: skip
    dyed = hexadecimal(named)
    dark = hexadecimal(shaded(named, 0.55 if sum(named) < 2.0 else 0.92))
    return replace(fowl, coats=(dyed,), wing=dyed, flight=dark, paints=paints)


def hexadecimal(color: Color) -> str:
    """A linear colour as sRGB digits."""
    digits = []
    for value in color:
        v = min(max(value, 0.0), 1.0)
        s = 12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055
        digits.append(f"{round(255 * s):02x}")
    return "".join(digits)


def _set_joints(body: Body, fowl: Fowl, frame: Frame) -> None:
    side, foot = 0.48 * fowl.thick, 0.05 * fowl.leg
    body.joints["pelvis"] = frame.middle
    for name, sign in (("L", 1.0), ("R", -1.0)):
        x = sign * side
        body.joint(f"leg_upper_{name}", x, fowl.leg, 0.0)
        body.joint(f"leg_lower_{name}", x, foot + 0.54 * (fowl.leg - foot), 0.0)
        body.joint(f"foot_{name}", x, foot, 0.0)
        shoulder = frame.middle + frame.ahead * 0.26 * fowl.length + frame.above * (
            0.40 * fowl.thick)  # fmt: skip
        body.joint(f"wing_{name}", sign * 0.62 * fowl.thick, *shoulder[1:])
        body.joint(f"wing_tip_{name}", sign * (0.62 * fowl.thick + 0.45 * fowl.span), *shoulder[1:])
        body.joint(f"fold_{name}", sign * 0.72 * fowl.thick, *shoulder[1:])
    body.joints["neck"] = frame.base
    across = np.array((0.0, -np.cos(fowl.rise), np.sin(fowl.rise)))
    body.joints["neck_top"] = (frame.base + frame.head) / 2 + across * fowl.bulge * fowl.neck
    body.joints["head"] = frame.head
    body.joints["jaw"] = frame.head + np.array((0.0, -0.30, 0.55)) * fowl.head
    body.joints["eyes"] = frame.head + np.array((0.0, 0.22, 0.35)) * fowl.head
    body.joints["tail"] = frame.middle - frame.ahead * 0.60 * fowl.length + (
        frame.above * 0.12 * fowl.thick)  # fmt: skip


def _flesh_out(body: Body, fowl: Fowl, frame: Frame) -> None:
    r, length = fowl.thick, fowl.length
    c, a, n = frame.middle, frame.ahead, frame.above
    body.add("pelvis", c - a * 0.56 * length + n * 0.10 * r, c - a * 0.08 * length, 0.30 * r,
             0.96 * r, 0.92)  # fmt: skip
    body.add("pelvis", c - a * 0.08 * length, c + a * 0.24 * length - n * 0.02 * r, 0.96 * r,
             0.86 * r, 0.92)  # fmt: skip
    knots = np.array([
        c + a * 0.22 * length + n * 0.05 * r, frame.base, body.joints["neck_top"], frame.head,
    ])  # fmt: skip
    slim = fowl.nape * fowl.head
    thick = min(0.75 * r, max(1.5 * slim, 0.42 * r))
    rows = np.column_stack([knots, [0.72 * r, thick, slim, 0.86 * slim]])
    line = smooth_rows(rows, 3)
    bones = ("pelvis", "neck", "neck_top")
    for k in range(len(line) - 1 if not _is_long(fowl) else 4):
        body.add(bones[min(k // 3, 2)], line[k][:3], line[k + 1][:3], line[k][3], line[k + 1][3])
    if _is_long(fowl):
        _long_neck(body, fowl, frame, rows)
    h = fowl.head
    body.add("head", frame.head - (0, 0, 0.10 * h), frame.head + h * np.array((0, -0.06, 0.22)), h,
             0.86 * h, 1.14 if "owl eyes" in fowl.extras else 0.94)  # fmt: skip
    if fowl.bare:
        return
    for name, sign in (("L", 1.0), ("R", -1.0)):
        low = body.joints[f"leg_lower_{name}"]
        top = (sign * 0.44 * r, fowl.leg + 0.12 * r, 0.0)
        body.add(f"leg_upper_{name}", top, low, 0.40 * r, max(1.6 * fowl.shank * r, 0.10 * r))


def _is_long(fowl: Fowl) -> bool:
    return fowl.neck > 5.0 * fowl.nape * fowl.head


def _long_neck(body: Body, fowl: Fowl, frame: Frame, rows: Array) -> None:
    """A neck that would be lumpy as flesh is a tube."""
    fine = smooth_rows(rows, 7)[7:]
    mesh = tube(fine[::2, :3], 1.08 * fine[::2, 3], 16, 2)
    top = [Flesh("neck_top", triple(a[:3]), triple(b[:3]), float(a[3]), float(b[3]))
           for a, b in pairwise(fine[7:])]  # fmt: skip
    low = [Flesh("neck", triple(a[:3]), triple(b[:3]), float(a[3]), float(b[3]))
           for a, b in pairwise(fine[:8])]  # fmt: skip
    for name, where, paint in reversed(_paints(fowl, frame)):
        painted, mesh = cut(mesh, where(mesh.positions.astype(np.float64)))
        if len(painted.indices):
            body.bend(f"neck {name}", painted, paint, [*low, *top])
    if len(mesh.indices):
        body.bend("neck", mesh, Surface(linear(fowl.coats[0]), roughness=0.8), [*low, *top])


def _paints(fowl: Fowl, frame: Frame) -> list[Paint]:
    pale = _pale(linear(fowl.coats[0]))
    regions = _regions(fowl, frame)
    return [
        (region, regions[region],
         Surface(pale if color == "pale" else linear(color), roughness=0.75))
        for region, color in fowl.paints
    ]  # fmt: skip


def _pale(color: Color) -> Color:
    r, g, b = (0.62 + 0.38 * value for value in color)
    return (r, 0.97 * g, 0.90 * b)


def _regions(fowl: Fowl, frame: Frame) -> dict[str, Callable[[Array], Array]]:
    """Where each paint lies: above 0 inside."""
    h, r = fowl.head, fowl.thick
    along = (frame.head - frame.base) / max(float(np.linalg.norm(frame.head - frame.base)), 1e-9)
    long = float((frame.head - frame.base) @ along)

    def up_neck(p: Array) -> Array:
        return np.asarray((p - frame.base) @ along)

    def around(spot: tuple[float, float, float], radius: float) -> Callable[[Array], Array]:
        place = frame.head + np.array(spot) * h

        def inside(p: Array) -> Array:
            folded = np.column_stack([np.abs(p[:, 0]), p[:, 1:]])
            return np.asarray(radius * h - np.linalg.norm(folded - place, axis=1))

        return inside

    def collar(p: Array) -> Array:
        near = 2.4 * fowl.nape * h - np.linalg.norm(p - frame.base - along * 0.36 * long, axis=1)
        band = 0.10 * long + 0.05 * h - np.abs(up_neck(p) - 0.34 * long)
        return np.asarray(np.minimum(near, band))

    return {
        "belly": lambda p: -(p - frame.middle) @ frame.above - 0.12 * r,
        "hood": lambda p: up_neck(p) - 0.34 * long,
        "collar": collar,
        "breast": lambda p: (p - frame.middle) @ frame.ahead - 0.24 * fowl.length,
        "head": lambda p: up_neck(p) - (long - 0.9 * h),
        "face": around((0.42, 0.0, 0.75), 0.72),
        "patch": around((0.90, -0.42, -0.10), 0.46),
        "bib": lambda p: np.minimum(
            (p - frame.middle) @ frame.ahead - 0.20 * fowl.length,
            np.minimum(frame.head[1] - 0.1 * h - p[:, 1], p[:, 2] - frame.base[2])),
    }  # fmt: skip
