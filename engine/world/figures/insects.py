"""Builds what goes on six or eight legs, and what flutters on two pairs of wings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from engine.world.figures.bodywork import Body
from engine.world.figures.colors import COLORS, linear, shaded
from engine.world.figures.creepers import size_of
from engine.world.figures.forms import Array, ball, merged, mesh_of, mirrored, tube
from engine.world.figures.looks import seeded
from engine.world.figures.small_life import FLUTTERERS, SCUTTLERS, Flutterer, Scuttler
from engine.world.model import Collider, Color, Mesh, Model, Surface

_DARK = Surface(linear("0d0c0c"), roughness=0.1)
_WHITE = Surface(linear("f4f2ec"), roughness=0.25)


def build_scuttler(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A legged small animal with figure rig ``"scuttler"``.

    Args:
        name: one of ``SCUTTLERS``.
    """
    kind, size = SCUTTLERS[name], size_of(attributes)
    coat = _color(kind.coats, name, attributes, seed)
    body = Body()
    head = kind.pieces[0]
    trunk = kind.pieces[1] if len(kind.pieces) > 2 else head
    body.joint("pelvis", 0.0, trunk[1] * size, 0.0)
    body.joint("head", 0.0, head[1] * size, (head[0] - 0.6 * head[2]) * size)
    body.joint("rear", 0.0, kind.pieces[-1][1] * size, (kind.pieces[-1][0] + 0.5 * head[2]) * size)
    _set_legs(body, kind, size)
    legs = Surface(shaded(coat, 0.8) if name == "crab" else linear(kind.leg_color), roughness=0.5)
    for index, piece in enumerate(kind.pieces):
        z, y, r, long, wide = (value * size if k < 3 else value for k, value in enumerate(piece))
        flat = 0.6 if "flat" in kind.extras else 0.92
        bone = "head" if index == 0 and len(kind.pieces) > 1 else "pelvis"
        bone = "rear" if index == len(kind.pieces) - 1 and index else bone
        dark = index == 0 and "dark head" in kind.extras
        shiny = 0.22 if "shine" in kind.extras else 0.6
        surface = Surface(linear("141212") if dark else coat, roughness=shiny)
        body.wear(f"piece {index}", ball((0, y, z), (r * wide, r * flat, r * long), 24), surface,
                  bone)  # fmt: skip
    _dress_legs(body, kind, size, legs)
    _scuttler_extras(body, kind, size, coat, legs)
    offset = np.eye(4)
    offset[1, 3] = trunk[1] * size
    collider = Collider("sphere", (1.2 * head[2] * size, 0, 0), offset)
    return body.finished(name, "scuttler", kind.mass * size**3, (collider,))


def _color(coats: tuple[str, ...], name: str, attributes: tuple[str, ...], seed: int) -> Color:
    words = {word for phrase in attributes for word in phrase.lower().split()}
    chance = seeded(name, attributes, seed)
    coat = linear(coats[int(chance.integers(len(coats)))])
    return next((COLORS[word] for word in sorted(words) if word in COLORS), coat)


def leg_names(kind: Scuttler) -> tuple[str, ...]:
    """Legs from the front to the back, left before right."""
    return tuple(f"{k}_{side}" for k in range(kind.legs) for side in ("L", "R"))


def _set_legs(body: Body, kind: Scuttler, size: float) -> None:
    base = kind.pieces[1 if len(kind.pieces) > 2 or "seam" in kind.extras else 0]
    for k in range(kind.legs):
        u = k / (kind.legs - 1)
        turn = 0.95 - 1.95 * u
        for side, sign in (("L", 1.0), ("R", -1.0)):
            root = np.array((sign * 0.70 * base[2] * base[4], 0.92 * base[1],
                             base[0] + (0.7 - 1.4 * u) * base[2] * base[3])) * size  # fmt: skip
            long = kind.reach * (1.0 + 0.18 * abs(2 * u - 1)) * size
            foot = np.array((sign * (abs(root[0]) + long * np.cos(turn)), kind.limb * size,
                             root[2] + long * np.sin(turn)))  # fmt: skip
            knee = 0.42 * foot + 0.58 * root + np.array((0, kind.knee * long, 0))
            body.joints[f"upper_{k}_{side}"] = root
            body.joints[f"lower_{k}_{side}"] = knee
            body.joints[f"foot_{k}_{side}"] = foot


def _dress_legs(body: Body, kind: Scuttler, size: float, surface: Surface) -> None:
    r = kind.limb * size
    for name in leg_names(kind):
        root, knee, foot = (body.joints[f"{part}_{name}"] for part in ("upper", "lower", "foot"))
        upper = tube([root, (root + knee) / 2, knee], (1.3 * r, 1.25 * r, 0.95 * r), 8, 2)
        lower = tube([knee, (knee + foot) / 2, foot], (1.0 * r, 0.8 * r, 0.4 * r), 8, 2)
        body.wear(f"upper {name}", upper, surface, f"upper_{name}")
        body.wear(f"lower {name}", lower, surface, f"lower_{name}")


def _both(*meshes: Mesh) -> Mesh:
    one = merged(*meshes)
    return merged(one, mirrored(one))


def _scuttler_extras(body: Body, kind: Scuttler, size: float, coat: Color, legs: Surface) -> None:
    z, y, r, long, wide = (v * size if k < 3 else v for k, v in enumerate(kind.pieces[0]))
    extras = kind.extras
    tip = z + r * long
    front = "head" if len(kind.pieces) > 1 else "pelvis"
    if "stalks" in extras:
        top = (0.34 * r, y + 0.95 * r, tip - 0.15 * r)
        body.wear("stalks", _both(tube([(0.3 * r, y, tip - 0.2 * r), top], (0.09 * r, 0.08 * r), 7,
                  2)), legs, front)  # fmt: skip
        body.wear("eyes", _both(ball(top, 0.15 * r, 10)), _DARK, front)
    elif "many eyes" in extras:
        spots = [(0.28, 0.55, 0.86, 0.20), (0.62, 0.42, 0.72, 0.15), (0.22, 0.85, 0.55, 0.12)]
        eyes = [ball((a * r, y + b * r * 0.9, z + c * r * long), d * r, 10)
                for a, b, c, d in spots]  # fmt: skip
        body.wear("eyes", _both(*eyes), Surface(linear("7a1418"), roughness=0.08), front)
        fang = tube([(0.3 * r, y - 0.4 * r, tip - 0.2 * r), (0.22 * r, y - 1.0 * r, tip)],
                    (0.2 * r, 0.04 * r), 7, 2)  # fmt: skip
        body.wear("fangs", _both(fang), _DARK, front)
    else:
        spot = np.array((0.78 * r * wide, y + 0.3 * r, z + 0.55 * r * long))
        body.wear("eyes", _both(ball(spot, 0.30 * r, 12)), _WHITE, front)
        body.wear("pupils", _both(ball(spot + 0.14 * r * np.array((0.5, 0.3, 0.9)), 0.2 * r, 10)),
                  _DARK, front)  # fmt: skip
    if "feelers" in extras:
        path = [(0.35 * r, y + 0.5 * r, tip - 0.2 * r), (1.0 * r, y + 1.5 * r, tip + 0.6 * r),
                (1.3 * r, y + 1.2 * r, tip + 1.7 * r)]  # fmt: skip
        body.wear("feelers", _both(tube(path, (0.09 * r, 0.07 * r, 0.05 * r), 6, 3)), legs, front)
    if "jaws" in extras:
        jaw = tube([(0.5 * r, y - 0.3 * r, tip - 0.2 * r), (0.55 * r, y - 0.4 * r, tip + 0.4 * r),
                    (0.1 * r, y - 0.4 * r, tip + 0.6 * r)], (0.16 * r, 0.14 * r, 0.04 * r), 7,
                   2)  # fmt: skip
        body.wear("jaws", _both(jaw), legs, front)
    if "claws" in extras:
        _claws(body, (z, y, r, tip), front, Surface(coat, roughness=0.5))
    _back_marks(body, kind, size, legs)


def _claws(body: Body, at: tuple[float, float, float, float], front: str, surface: Surface) -> None:
    z, y, r, tip = at
    wrist = np.array((1.35 * r, y, tip + 0.75 * r))
    bent = [np.array((0.8 * r, y, z + 0.4 * r)), np.array((1.65 * r, y, tip - 0.1 * r)), wrist]
    arm = tube(bent, (0.16 * r, 0.17 * r, 0.2 * r), 9, 3)
    palm = ball(wrist + r * np.array((0, 0, 0.3)), (0.34 * r, 0.24 * r, 0.46 * r), 14)
    fingers = [
        tube([wrist + r * np.array((side * 0.2, 0, 0.55)),
              wrist + r * np.array((side * 0.34, 0, 0.95)),
              wrist + r * np.array((side * 0.06, 0, 1.35))], (0.17 * r, 0.13 * r, 0.03 * r), 8, 2)
        for side in (-1.0, 1.0)
    ]  # fmt: skip
    body.wear("claws", _both(arm, palm, *fingers), surface, front)


def _back_marks(body: Body, kind: Scuttler, size: float, legs: Surface) -> None:
    z, y, r, long, wide = (v * size if k < 3 else v for k, v in enumerate(kind.pieces[-1]))

    def on_back(u: float, v: float, out: float = 1.0) -> Array:
        across = np.array((np.sin(u) * np.cos(v) * wide, np.cos(u) * np.cos(v) * 0.92,
                           np.sin(v) * long))  # fmt: skip
        return np.array((0.0, y, z)) + across * r * out

    if "seam" in kind.extras:
        line = [on_back(0.0, v, 1.0) for v in np.linspace(-1.5, 1.35, 9)]
        body.wear("seam", tube(line, [0.035 * r] * 9, 6, 1), _DARK, "rear")
    if "spots" in kind.extras:
        spots = [
            ball(on_back(u, v, 0.93), 0.17 * r, 10)
            for u, v in ((0.5, 0.75), (0.75, 0.1), (0.5, -0.55), (1.15, 0.5), (1.2, -0.3))
        ]
        body.wear("spots", _both(*spots), _DARK, "rear")
        cheeks = ball((0.62 * r, y + 0.25 * r, z + 0.92 * r), 0.14 * r, 10)
        body.wear("cheeks", _both(cheeks), _WHITE, "head")
    if "hairs" in kind.extras:
        chance = np.random.default_rng(5)
        hairs = []
        for _ in range(70):
            u, v = chance.uniform(-1.9, 1.9), chance.uniform(-1.3, 1.1)
            hairs.append(tube([on_back(u, v, 0.96), on_back(u, v - 0.12, 1.2)],
                              (0.022 * r, 0.006 * r), 4, 1))  # fmt: skip
        body.wear("hairs", merged(*hairs), legs, "rear")
    if "sting" in kind.extras:
        path = [(0, y, z - 1.4 * r), (0, y + 0.8 * r, z - 3.2 * r), (0, y + 3.2 * r, z - 3.6 * r),
                (0, y + 4.6 * r, z - 1.9 * r), (0, y + 4.1 * r, z - 1.0 * r)]  # fmt: skip
        radii = (0.55 * r, 0.48 * r, 0.42 * r, 0.42 * r, 0.05 * r)
        body.wear("sting", tube(path, radii, 10, 5), legs, "rear")


def build_flutterer(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A winged insect with figure rig ``"flutterer"``.

    Args:
        name: one of ``FLUTTERERS``.
    """
    kind, size = FLUTTERERS[name], size_of(attributes)
    words = {word for phrase in attributes for word in phrase.lower().split()}
    chance = seeded(name, attributes, seed)
    named = next((COLORS[word] for word in sorted(words) if word in COLORS), None)
    wings = linear(kind.wings[int(chance.integers(len(kind.wings)))])
    coat = linear(kind.coats[0])
    if named is not None:
        wings, coat = (named, coat) if kind.opacity == 1.0 else (wings, named)
    long, r = kind.length * size, kind.thick * size
    high = 2.1 * r + 0.06 * long
    body = Body()
    body.joint("pelvis", 0.0, high, 0.0)
    body.joint("head", 0.0, high, 0.30 * long)
    body.joint("jaw", 0.0, high - 0.3 * r, 0.40 * long)
    for side, sign in (("L", 1.0), ("R", -1.0)):
        body.joint(f"wing_{side}", sign * 0.55 * r, high + 0.75 * r, 0.13 * long)
        body.joint(f"hind_{side}", sign * 0.55 * r, high + 0.70 * r, 0.03 * long)
    _insect_trunk(body, kind, (long, r, high), coat)
    _insect_wings(body, kind, size, wings)
    offset = np.eye(4)
    offset[1, 3] = high
    collider = Collider("sphere", (1.5 * r, 0, 0), offset)
    return body.finished(name, "flutterer", kind.mass * size**3, (collider,))


def _insect_trunk(
    body: Body, kind: Flutterer, lengths: tuple[float, float, float], coat: Color
) -> None:
    long, r, high = lengths
    tail = 0.62 if "long tail" in kind.extras else 0.50
    slim = 0.6 if "long tail" in kind.extras else 1.0
    h = 1.25 * r if "great eyes" in kind.extras else (0.85 if kind.thick > 0.012 else 1.25) * r
    skull = 0.30 * long + 0.75 * h
    body.add("head", (0, high, skull), (0, high, skull + 0.1 * h), h, 0.9 * h)
    body.add("pelvis", (0, high, 0.20 * long), (0, high, 0.02 * long), 1.0 * r, 1.05 * r)
    body.add("pelvis", (0, high, -0.06 * long), (0, high - 0.3 * r, -0.26 * long), 0.95 * slim * r,
             1.02 * slim * r)  # fmt: skip
    body.add("pelvis", (0, high - 0.3 * r, -0.26 * long), (0, high - 0.5 * r, -tail * long),
             1.02 * slim * r, 0.30 * slim * r)  # fmt: skip
    stripes = [("stripes", _stripes(0.085 * long, long), _DARK)] if "stripes" in kind.extras else []
    body.cover(Surface(coat, roughness=0.7), 0.2 * r, 0.12 * r, stripes)
    eye, glare = (0.42 * h, linear("b02a24")) if "red eyes" in kind.extras else (
        0.36 * h, linear("15110f"))  # fmt: skip
    eye = 0.72 * h if "great eyes" in kind.extras else eye
    spot = np.array((0.62 * h, high + 0.32 * h, skull + 0.42 * h))
    body.wear("eyes", _both(ball(spot, eye, 12)), Surface(glare, roughness=0.1), "head")
    glint = ball(spot + eye * np.array((0.5, 0.65, 0.45)), 0.2 * eye, 8)
    body.wear("glints", _both(glint), Surface((1.0, 1.0, 1.0), emission=0.7), "head")
    if "feelers" in kind.extras:
        end = (1.1 * h + 0.06 * long, high + 1.9 * h + 0.05 * long, skull + 1.4 * h
                        + 0.10 * long)  # fmt: skip
        feeler = tube([(0.3 * h, high + 0.7 * h, skull + 0.4 * h), end], (0.10 * h, 0.07 * h), 6, 2)
        body.wear("feelers", _both(feeler, ball(end, 0.16 * h, 8)), _DARK, "head")
    legs = [
        tube([(0.5 * r, high - 0.6 * r, z * long), (1.7 * r, high - 0.9 * r, (z + 0.06) * long),
              (1.9 * r, 0.1 * r, (z + 0.03) * long)], (0.16 * r, 0.14 * r, 0.07 * r), 6, 2)
        for z in (0.20, 0.10, 0.0)
    ]  # fmt: skip
    body.wear("legs", _both(*legs), _DARK, "pelvis")


def _stripes(width: float, long: float) -> Callable[[Array], Array]:
    def inside(p: Array) -> Array:
        wave = np.sin(2.0 * np.pi * (p[:, 2] + 0.04 * long) / (2.0 * width))
        return np.where(p[:, 2] < -0.02 * long, wave, -1.0)

    return inside


def _insect_wings(body: Body, kind: Flutterer, size: float, color: Color) -> None:
    span = kind.span * size
    clear = kind.opacity < 1.0
    surface = Surface(color, roughness=0.25 if clear else 0.6, opacity=kind.opacity)
    for side in ("L", "R"):
        for bone, share, turn in (("wing", 1.0, 0.30), ("hind", kind.hind, -0.55)):
            at = body.joints[f"{bone}_{side}"]
            layers = [("wing", 1.0, 0.0, surface)]
            if kind.edge:
                dark = Surface(linear(kind.edge), roughness=0.6)
                layers = [("edge", 1.0, 0.0, dark), ("wing", 0.84, 0.004 * span, surface)]
            for name, grown, lift, paint in layers:
                mesh = _membrane(span * share, kind.broad, turn, grown, lift, bone == "hind")
                one = mesh if side == "L" else mirrored(mesh)
                placed = Mesh((one.positions + at).astype(np.float32), one.normals, one.indices)
                body.wear(f"{name} {bone} {side}", placed, paint, f"{bone}_{side}")
            if "dots" in kind.extras:
                _dots(body, f"{bone}_{side}", at, span * share, turn, side)


def _membrane(
    span: float, broad: float, turn: float, grown: float, lift: float, is_round: bool
) -> Mesh:
    """A flat rounded wing in the X-Z plane from its root, with both faces."""
    angle = np.linspace(0.0, 2.0 * np.pi, 28, endpoint=False)
    along = 0.53 + 0.50 * grown * np.cos(angle)
    shape = 0.75 + 0.25 * np.cos(angle) if not is_round else 0.92 + 0.08 * np.cos(angle)
    across = 0.5 * broad * grown * np.sin(angle) * shape
    c, s = np.cos(turn), np.sin(turn)
    x, z = span * (along * c - across * s), span * (along * s + across * c)
    rim = np.column_stack([x, 0.0 * x, z])
    rim[:, 0] = np.maximum(rim[:, 0], 0.0)
    count = len(rim)
    middle = rim.mean(axis=0)
    k = np.arange(count)
    fan = np.stack([(k + 1) % count, k, np.full(count, count)], 1)
    top = np.concatenate([rim, [middle]]) + np.array((0.0, lift + 0.002 * span, 0.0))
    low = top * (1.0, 0.0, 1.0) - np.array((0.0, lift, 0.0))
    return merged(mesh_of(top, fan), mesh_of(low, fan[:, ::-1].copy()))


def _dots(body: Body, bone: str, at: Array, span: float, turn: float, side: str) -> None:
    c, s = np.cos(turn), np.sin(turn)
    places: Sequence[tuple[float, float, float]] = ((0.99, 0.10, 0.030), (0.97, -0.14, 0.026),
                                                    (0.90, 0.26, 0.022))  # fmt: skip
    dots = [
        ball((span * (a * c - b * s), 0.0, span * (a * s + b * c)),
             (r * span, 0.010 * span, r * span), 8)
        for a, b, r in places
    ]  # fmt: skip
    mesh = merged(*dots)
    one = mesh if side == "L" else mirrored(mesh)
    placed = Mesh((one.positions + at).astype(np.float32), one.normals, one.indices)
    body.wear(f"dots {bone}", placed, _WHITE, bone)
