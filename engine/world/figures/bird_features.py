"""What birds wear: wings, tails, beaks, eyes, feet, combs and crests."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from engine.world.figures.bodywork import Body, triple
from engine.world.figures.colors import linear, shaded
from engine.world.figures.feathers import (
    blade,
    coverts,
    eye_spots,
    fan,
    folded_wing,
    primaries,
    secondaries,
    sickles,
    upright_fan,
)
from engine.world.figures.forms import ball, loft, merged, mirrored, moved, tube, turned
from engine.world.figures.fowl import Fowl
from engine.world.figures.joints import Array
from engine.world.model import Mesh, Surface

_DARK = Surface(linear("0e0c0c"), roughness=0.12)
_RED = Surface(linear("c22a24"), roughness=0.55)


def put_on(body: Body, fowl: Fowl, head: Array, base: Array) -> None:
    """Beak, eyes, legs and what else this kind wears."""
    _beak(body, fowl, head)
    _eyes(body, fowl, head)
    _legs(body, fowl)
    for extra in fowl.extras:
        maker = _EXTRAS.get(extra)
        if maker is not None:
            maker(body, fowl, head, base)


def _both(mesh: Mesh) -> Mesh:
    return merged(mesh, mirrored(mesh))


def _matt(code: str) -> Surface:
    return Surface(linear(code), roughness=0.78)


def _beak(body: Body, fowl: Fowl, head: Array) -> None:
    h, long = fowl.head, fowl.beak
    horn = Surface(linear(fowl.horn), roughness=0.4)
    start = head + h * np.array((0.0, -0.10, 0.72))

    def at(y: float, z: float) -> Array:
        return np.asarray(start + np.array((0.0, y * long, z * long + 0.25 * h * min(z, 1.0))))

    wide = 0.42 * h
    curve, radii, flat = {
        "cone": ([at(0, -0.3), at(0, 0.4), at(-0.12, 1)], (wide, 0.62 * wide, 0.04 * h), 0.95),
        "dagger": ([at(0, -0.2), at(0.02, 0.6), at(-0.10, 1)], (wide, 0.6 * wide, 0.05 * h), 0.7),
        "hook": ([at(0.05, -0.3), at(0.08, 0.45), at(-0.18, 0.95), at(-0.52, 0.92)],
                 (1.1 * wide, wide, 0.55 * wide, 0.05 * h), 0.75),
        "great": ([at(0.0, -0.2), at(0.14, 0.4), at(-0.05, 0.85), at(-0.38, 1.0)],
                  (1.35 * wide, 1.3 * wide, 0.85 * wide, 0.08 * h), 0.66),
        "flat": ([at(0.10, -0.2), at(-0.04, 0.45), at(-0.10, 1)],
                 (1.05 * wide, 0.85 * wide, 0.95 * wide), 1.0),
        "bent": ([at(0, -0.2), at(0.02, 0.45), at(-0.35, 0.85), at(-0.72, 0.88)],
                 (1.1 * wide, wide, 0.8 * wide, 0.06 * h), 0.8),
    }[fowl.bill]  # fmt: skip
    upper = tube(curve, radii, 11)
    squash = np.array((flat, 1.0, 1.0))
    if fowl.bill == "flat":
        squash = np.array((1.15, 0.55, 1.0))
    upper = _squashed(upper, start, squash)
    body.wear("beak", upper, horn, "head")
    if fowl.bill == "bent":
        tip = ball(at(-0.62, 0.9), (0.55 * wide, 0.32 * long, 0.6 * wide), 10)
        body.wear("beak tip", tip, _DARK, "head")
    last = 1 if fowl.bill in ("hook", "great", "bent") else len(curve) - 1
    low = [curve[0] - (0, 0.5 * radii[0], 0), curve[last] - (0, 0.62 * radii[last], 0)]
    low[1] = low[0] + (low[1] - low[0]) * 0.94
    lower = _squashed(tube(low, (0.8 * radii[0], 0.75 * radii[last]), 10), start, squash)
    darker = Surface(shaded(horn.color, 0.8), roughness=0.45)
    body.wear("jaw", lower, darker, "jaw")


def _squashed(mesh: Mesh, middle: Array, share: Array) -> Mesh:
    normals = mesh.normals / share
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    points = (mesh.positions - middle) * share + middle
    return Mesh(points.astype(np.float32), normals.astype(np.float32), mesh.indices)


def _eyes(body: Body, fowl: Fowl, head: Array) -> None:
    h = fowl.head
    forward = "owl eyes" in fowl.extras
    size = 0.30 * h if forward else 0.205 * h * min(1.25, (0.055 / h) ** 0.35)
    spot = head + h * np.array((0.44, 0.12, 0.84) if forward else (0.76, 0.20, 0.50))
    look = np.array((0.16, 0.0, 0.99) if forward else (0.86, 0.08, 0.50))
    pupil = size
    if fowl.iris:
        body.wear("irises", _both(ball(spot, size, 10)),
                  Surface(linear(fowl.iris), roughness=0.2), "eyes")  # fmt: skip
        pupil = 0.66 * size
    lens = ball(spot + look * (size - 0.80 * pupil), pupil, 12)
    body.wear("eyes", _both(lens), _DARK, "eyes")
    glint = ball(spot + look * size * 0.93 + (0.0, 0.34 * size, 0.1 * size), 0.17 * size, 6)
    body.wear("glints", _both(glint), Surface((1.0, 1.0, 1.0), emission=0.7), "eyes")


def _legs(body: Body, fowl: Fowl) -> None:
    horn = Surface(linear(fowl.legs), roughness=0.6)
    r = fowl.shank * fowl.thick
    toe = min(0.5 * fowl.leg + 0.25 * fowl.thick, 0.85 * fowl.thick)
    toe = min(toe, 0.16 * fowl.leg) if fowl.leg > 0.5 else toe
    for side, sign in (("L", 1.0), ("R", -1.0)):
        low, foot = body.joints[f"leg_lower_{side}"], body.joints[f"foot_{side}"]
        if fowl.bare:
            top = body.joints[f"leg_upper_{side}"]
            thigh = 0.30 * fowl.thick if fowl.gait == "stride" and fowl.mass > 50 else 1.1 * r
            body.wear(f"thigh {side}", tube([top, (top + low) / 2, low],
                      (max(thigh, 1.3 * r), max(0.5 * thigh, 1.1 * r), 1.15 * r), 12), horn,
                      f"leg_upper_{side}")  # fmt: skip
        shank = tube([low, (low + foot) / 2, foot], (1.15 * r, 0.9 * r, r), 9, 2)
        body.wear(f"shank {side}", shank, horn, f"leg_lower_{side}")
        body.wear(f"toes {side}", _toes(foot, toe, r, sign, fowl.web), horn, f"foot_{side}")


def _toes(foot: Array, toe: float, r: float, sign: float, web: bool) -> Mesh:
    low = 0.7 * r
    ground = np.array((foot[0], low, foot[2]))
    ends = [
        ground + toe * np.array((np.sin(turn), 0.0, np.cos(turn)))
        for turn in (-0.62 + 0.05 * sign, 0.05 * sign, 0.62 + 0.05 * sign)
    ]
    pieces = [tube([foot, ground + (end - ground) * 0.35, end], (r, 0.85 * r, 0.4 * r), 6, 2)
              for end in ends]  # fmt: skip
    pieces.append(tube([foot, ground - (0.04 * toe * sign, 0, 0.42 * toe)], (r, 0.4 * r), 6, 2))
    if web:
        skin = loft([(0.0, 0.2 * toe, 0.30 * toe, 0.0), (0.6 * low, 0.5 * toe, 0.84 * toe, 0.0),
                     (low, 0.1 * toe, 0.30 * toe, 0.0)], 9, 2.0, 2)  # fmt: skip
        pieces.append(moved(skin, (foot[0], 0.0, foot[2])))
    return merged(*pieces)


def feather_out(body: Body, fowl: Fowl, middle: Array, ahead: Array, above: Array) -> None:
    """Wings, spread and closed, and the tail."""
    turn = np.column_stack([np.array((1.0, 0.0, 0.0)), above, ahead])
    wing, flight = _matt(fowl.wing), _matt(fowl.flight)
    flipper = fowl.tips == "flipper"
    if flipper:
        inner = loft([(0.0, 0.10 * fowl.chord, 0.40 * fowl.chord, -0.45 * fowl.chord),
                      (0.5 * fowl.span, 0.09 * fowl.chord, 0.5 * fowl.chord, -0.5 * fowl.chord),
                      (fowl.span, 0.03 * fowl.chord, 0.05 * fowl.chord, -0.35 * fowl.chord)],
                     16)  # fmt: skip
        _pair(body, "wing", [("flipper", moved(inner, rotation=turned(z=-90)), wing)], np.eye(3))
    else:
        _pair(
            body,
            "wing",
            [
                ("secondaries", secondaries(fowl.span, fowl.chord), flight),
                ("coverts", coverts(fowl.span, fowl.chord, False), wing),
            ],
            turn,
        )
        _pair(
            body,
            "wing_tip",
            [
                ("primaries", primaries(fowl.span, fowl.chord, fowl.tips), flight),
                ("tip coverts", coverts(fowl.span, fowl.chord, True), wing),
            ],
            turn,
        )
        shield, feathers = folded_wing(
            0.92 * fowl.length, 1.15 * fowl.thick, 0.30 * fowl.thick)  # fmt: skip
        _pair(body, "fold", [("closed feathers", feathers, flight), ("closed wing", shield, wing)],
              turn)  # fmt: skip
    _tail(body, fowl, turn)


def _pair(body: Body, bone: str, pieces: list[tuple[str, Mesh, Surface]], turn: Array) -> None:
    for name, mesh, surface in pieces:
        for side in ("L", "R"):
            one = mesh if side == "L" else mirrored(mesh)
            at = body.joints[f"{bone}_{side}"]
            body.wear(f"{name} {side}", moved(one, at, turn), surface, f"{bone}_{side}")


def _tail(body: Body, fowl: Fowl, turn: Array) -> None:
    long, wide = fowl.tail, 0.62 * fowl.thick
    at = body.joints["tail"]
    surface = _matt("f2eee4") if "white tail" in fowl.extras else _matt(fowl.flight)
    kind = fowl.rudder
    if kind == "sickles":
        body.wear("tail", moved(sickles(long), at), surface, "tail")
    elif kind == "train":
        _train(body, fowl, at)
    elif kind == "wheel":
        wheel = upright_fan(long, 0.30 * long, 15, 1.35)
        tips = upright_fan(1.04 * long, 0.25 * long, 15, 1.35)
        back = at + np.array((0.0, 0.0, 0.02 * long))
        body.wear("tail", moved(wheel, back), surface, "tail")
        body.wear("tail band", moved(tips, back - (0, 0, 0.02)), _matt("c9a87a"), "tail")
    elif kind == "folded train":
        train = moved(fan(1.25 * long, 0.10 * long, 0.10, 9), at, turned(x=6))
        body.wear("tail", train, _matt("2f7a4e"), "tail")
    else:
        spread, count, fork = {"fan": (0.30, 9, 0.0), "long": (0.08, 6, -0.35),
                               "up": (0.34, 9, 0.0), "fork": (0.30, 8, 0.5)}[kind]  # fmt: skip
        lift = turned(x=48) if kind == "up" else np.eye(3)
        mesh = moved(fan(long, 0.5 * wide, spread, count, fork), at, lift @ turn)
        body.wear("tail", mesh, surface, "tail")


def _train(body: Body, fowl: Fowl, at: Array) -> None:
    """A peacock's wheel."""
    long, half = fowl.tail, 1.45
    base = at + np.array((0.0, 0.0, 0.03 * long))
    body.wear("tail", moved(upright_fan(long, 0.18 * long, 23, half), base), _matt("2c8a50"),
              "tail")  # fmt: skip
    inner = moved(
        upright_fan(0.55 * long, 0.15 * long, 15, half), base + np.array((0, 0, 0.02 * long))
    )
    body.wear("tail inner", inner, _matt("1f6f58"), "tail")
    rings = (0.90 * long, 0.72 * long, 0.52 * long)
    for name, code, size, ahead in (("eyes bronze", "b07a30", 0.052, 0.010),
                                    ("eyes teal", "2aa6a0", 0.036, 0.021),
                                    ("eyes blue", "1c2f96", 0.022, 0.032)):  # fmt: skip
        spots = eye_spots(rings, 23, half, size * long, (ahead + 0.012) * long)
        body.wear(name, moved(spots, base), Surface(linear(code), roughness=0.4), "tail")


def _comb(body: Body, fowl: Fowl, head: Array, size: float) -> None:
    h = fowl.head
    points = [(0.55, 0.75), (0.22, 1.05), (-0.18, 1.10), (-0.58, 0.95)]
    lobes = [
        ball(head + h * np.array((0, 0.62 + 0.42 * size * y, z)),
             triple(h * np.array((0.13, 0.52 * size * y, 0.24))), 10)
        for z, y in points
    ]  # fmt: skip
    body.wear("comb", merged(*lobes), _RED, "head")


def _wattles(body: Body, fowl: Fowl, head: Array, size: float) -> None:
    h = fowl.head
    drop = ball(head + h * np.array((0.20, -0.85 - 0.2 * size, 0.72)),
                triple(h * np.array((0.15, 0.42 * size, 0.22))), 10)  # fmt: skip
    body.wear("wattles", _both(drop), _RED, "jaw")


def _snood(body: Body, fowl: Fowl, head: Array, base: Array) -> None:
    h = fowl.head
    path = [head + h * np.array(p) for p in ((0, 0.4, 0.8), (0.12, 0.35, 1.25), (0.2, -0.5, 1.4))]
    body.wear("snood", tube(path, (0.16 * h, 0.18 * h, 0.12 * h), 8), _RED, "head")
    low = base * 0.35 + head * 0.65
    flap = ball(low + h * np.array((0, -0.5, 0.9)), triple(h * np.array((0.35, 0.95, 0.42))), 12)
    body.wear("wattles", flap, _RED, "neck_top")


def _brow(body: Body, fowl: Fowl, head: Array, _base: Array) -> None:
    h = fowl.head
    brow = tube([head + h * np.array((0.60, 0.38, 0.86)), head + h * np.array((0.92, 0.48, 0.20))],
                (0.12 * h, 0.10 * h), 8)  # fmt: skip
    code = next((code for region, code in fowl.paints if region == "hood"), fowl.coats[0])
    body.wear("brows", _both(brow), Surface(shaded(linear(code), 0.72), roughness=0.8), "head")


def _tufts(body: Body, fowl: Fowl, head: Array, _base: Array) -> None:
    h = fowl.head
    tuft = merged(*(
        blade(head + h * np.array((0.46 + 0.07 * k, 0.72, 0.25 - 0.1 * k)), (0.42, 1.0, -0.05),
              (0, 0.1, 1), 0.75 * h, 0.34 * h, pointed=True)
        for k in range(3)
    ))  # fmt: skip
    body.wear("tufts", _both(tuft), _matt(fowl.flight), "head")


def _crest(body: Body, fowl: Fowl, head: Array, _base: Array) -> None:
    h = fowl.head
    stems, knobs = [], []
    for turn in np.linspace(-0.45, 0.45, 5):
        top = head + h * np.array((0.0, 0.8 + 1.7 * np.cos(turn), -0.2 + 1.7 * np.sin(turn)))
        stems.append(tube([head + h * np.array((0, 0.8, -0.1)), top], (0.05 * h, 0.04 * h), 4, 1))
        knobs.append(ball(top, (0.08 * h, 0.24 * h, 0.20 * h), 6))
    body.wear("crest", merged(*stems, *knobs), _matt("2446a8"), "head")
    patch = ball(
        head + h * np.array((0.62, 0.16, 0.42)), triple(h * np.array((0.34, 0.34, 0.46))), 12
    )
    body.wear("cheeks", _both(patch), _matt("efece4"), "head")


def _knob(body: Body, fowl: Fowl, head: Array, _base: Array) -> None:
    h = fowl.head
    body.wear("knob", ball(head + h * np.array((0, 0.30, 0.98)), 0.26 * h, 12), _DARK, "head")
    lore = ball(head + h * np.array((0.36, 0.0, 0.84)), triple(h * np.array((0.28, 0.2, 0.26))), 10)
    body.wear("lores", _both(lore), _DARK, "head")


def _pouch(body: Body, fowl: Fowl, head: Array, _base: Array) -> None:
    h, long = fowl.head, fowl.beak
    bag = ball(head + np.array((0, -0.55 * h - 0.12 * long, 0.8 * h + 0.42 * long)),
               (0.42 * h, 0.24 * long, 0.46 * long), 16)  # fmt: skip
    body.wear("pouch", bag, Surface(linear("e8a04a"), roughness=0.5), "jaw")


_Maker = Callable[[Body, Fowl, Array, Array], None]
_EXTRAS: Mapping[str, _Maker] = {
    "comb": lambda body, fowl, head, _: _comb(body, fowl, head, 0.8),
    "great comb": lambda body, fowl, head, _: _comb(body, fowl, head, 1.35),
    "wattles": lambda body, fowl, head, _: _wattles(body, fowl, head, 0.8),
    "great wattles": lambda body, fowl, head, _: _wattles(body, fowl, head, 1.25),
    "snood": _snood, "brow": _brow, "tufts": _tufts, "crest": _crest, "knob": _knob,
    "pouch": _pouch,
}  # fmt: skip
"""Who makes what a kind names among its extras; eyes and tails read theirs elsewhere."""
