"""Builds fishes, sharks, dolphins and whales: one smooth skin along a spine, and fins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine.world.figures.bodywork import Body, Paint
from engine.world.figures.colors import COLORS, linear, shaded
from engine.world.figures.feathers import blade
from engine.world.figures.forms import ball, merged, mirrored, tube
from engine.world.figures.joints import Array
from engine.world.figures.looks import seeded
from engine.world.figures.sea_life import SEA_LIFE, Swimmer
from engine.world.model import Collider, Color, Mesh, Model, Surface

SPINE: tuple[tuple[str, float], ...] = (
    ("head", 0.26), ("pelvis", 0.08), ("spine_1", -0.10), ("spine_2", -0.24), ("spine_3", -0.37),
    ("fin", -0.49),
)  # fmt: skip
"""Bones along the body and where they begin, shares of the length ahead of its middle."""

_DARK = Surface(linear("0d0c0c"), roughness=0.1)
_SIDE, _TOP = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)


def build_swimmer(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A swimmer with figure rig ``"swimmer"``.

    Args:
        name: one of ``SEA_LIFE``.
    """
    words = {word for phrase in attributes for word in phrase.lower().split()}
    kind = _sized(SEA_LIFE[name], words)
    chance = seeded(name, attributes, seed)
    coat = linear(kind.coats[int(chance.integers(len(kind.coats)))])
    named = next((COLORS[word] for word in sorted(words) if word in COLORS), None)
    body = Body()
    for bone, share in SPINE:
        body.joint(bone, 0.0, kind.high, share * kind.length)
    body.joint("jaw", 0.0, 0.75 * kind.high, 0.34 * kind.length)
    for side, sign in (("L", 1.0), ("R", -1.0)):
        body.joint(f"side_{side}", sign * 0.55 * kind.high * kind.wide, 0.72 * kind.high,
                   0.20 * kind.length)  # fmt: skip
    _flesh_out(body, kind)
    _put_on_fins(body, kind, _fin_color(kind, coat, named))
    _put_on_face(body, kind)
    cell = min(0.048 * float(np.sqrt(kind.length * kind.high)), 0.22 * kind.high)
    skin = Surface(named or coat, roughness=0.32)
    body.cover(skin, cell, 0.03 * kind.high + 0.3 * cell, _paints(kind))
    turn = np.eye(4)
    turn[:3, :3] = ((1.0, 0, 0), (0, 0, -1.0), (0, 1.0, 0))
    turn[1, 3] = kind.high
    radius = 0.9 * kind.high * min(kind.wide, 1.0)
    collider = Collider("capsule", (radius, max(0.5 * kind.length - radius, 0.01), 0.0), turn)
    return body.finished(name, "swimmer", kind.mass, (collider,))


def _sized(kind: Swimmer, words: set[str]) -> Swimmer:
    size = 1.5 if words & {"big", "large", "huge", "giant"} else 1.0
    size *= 0.65 if words & {"small", "little", "tiny", "baby", "young"} else 1.0
    lengths = {key: getattr(kind, key) * size for key in ("length", "high", "fin", "dorsal",
                                                          "side", "leaps_m")}  # fmt: skip
    return replace(kind, mass=kind.mass * size**3, **lengths)


def _fin_color(kind: Swimmer, coat: Color, named: Color | None) -> Surface:
    color = linear(kind.fins) if kind.fins else shaded(coat, 0.75)
    return Surface(shaded(named, 0.8) if named else color, roughness=0.4)


def _flesh_out(body: Body, kind: Swimmer) -> None:
    outline, long = kind.outline, kind.length
    stations = np.linspace(0.46, -0.5, len(outline))
    for k in range(len(outline) - 1):
        z0, z1 = (float(stations[j]) for j in (k, k + 1))
        bone = [name for name, share in SPINE if share + 0.02 >= min((z0 + z1) / 2, 0.28)][-1]
        r0, r1 = (max(outline[j] * kind.high, 0.02 * long) for j in (k, k + 1))
        z0 = min(z0, 0.5 - r0 / long)
        body.add(bone, (0, kind.high, z0 * long), (0, kind.high, z1 * long), r0, r1, kind.wide)
    if "rostrum" in kind.extras:
        body.add("head", (0, 0.86 * kind.high, 0.44 * long), (0, 0.74 * kind.high, 0.57 * long),
                 0.24 * kind.high, 0.13 * kind.high)  # fmt: skip


def _both(mesh: Mesh) -> Mesh:
    return merged(mesh, mirrored(mesh))


def _put_on_fins(body: Body, kind: Swimmer, fins: Surface) -> None:
    long, high = kind.length, kind.high
    tail = np.array((0.0, high, -0.47 * long))
    spread = 0.95 if not kind.fluke else 1.25
    if kind.fluke:
        fluke = _both(blade(tail, (spread, 0.0, -0.9), _TOP, 1.15 * kind.fin, 0.62 * kind.fin,
                            pointed=True))  # fmt: skip
        body.wear("tail fin", fluke, fins, "fin")
    else:
        lobes = [
            blade(tail, (0.0, sign * spread * share, -1.0), _SIDE, kind.fin * size,
                  0.52 * kind.fin, pointed="gills" in kind.extras)
            for sign, share, size in ((1, 1.0, 1.2), (-1, 1.0, 1.0), (1, 0.35, 0.95),
                                      (-1, 0.35, 0.95))
        ]  # fmt: skip
        body.wear("tail fin", merged(*lobes[: 2 if "gills" in kind.extras else 4]), fins, "fin")
    back = np.array((0.0, high + 0.82 * high, 0.04 * long))
    if kind.leaps_m or "gills" in kind.extras or "grooves" in kind.extras:
        where = -0.28 * long if "grooves" in kind.extras else 0.0
        lower = 0.35 * high if "grooves" in kind.extras else 0.0
        dorsal = blade(back + np.array((0, -lower, where)), (0, 1.0, -0.55), _SIDE, kind.dorsal,
                       0.85 * kind.dorsal, pointed=True)  # fmt: skip
    else:
        dorsal = merged(*(
            blade(back + np.array((0, -0.10 * high - 0.05 * high * k, (0.10 - 0.10 * k) * long)),
                  (0, 1.0, -0.9), _SIDE, kind.dorsal * (0.9 - 0.12 * k), 0.13 * long)
            for k in range(4)
        ))  # fmt: skip
        low = blade((0, 0.30 * high, -0.16 * long), (0, -1.0, -0.9), _SIDE, 0.6 * kind.dorsal,
                    0.16 * long)  # fmt: skip
        body.wear("belly fin", low, fins, "spine_1")
    body.wear("back fin", dorsal, fins, "pelvis" if "grooves" not in kind.extras else "spine_2")
    for side, sign in (("L", 1.0), ("R", -1.0)):
        at = body.joints[f"side_{side}"]
        mesh = blade(at, (sign * 1.0, -0.42, -0.75), _TOP, kind.side, 0.46 * kind.side,
                     pointed=kind.length > 1.0)  # fmt: skip
        body.wear(f"side fin {side}", mesh, fins, f"side_{side}")


def _put_on_face(body: Body, kind: Swimmer) -> None:
    long, high, size = kind.length, kind.high, kind.eye * kind.high
    z = 0.355 * long
    spot = np.array((_half_width(kind, z) * 0.93, 1.16 * high, z))
    if kind.length < 1.0:
        white = Surface(linear("f2ecd8"), roughness=0.2)
        body.wear("irises", _both(ball(spot, 1.35 * size, 14)), white, "head")
        spot = spot + np.array((0.55, 0.0, 0.25)) * size
    body.wear("eyes", _both(ball(spot, size, 12)), _DARK, "head")
    glint = ball(spot + size * np.array((0.75, 0.55, 0.3)), 0.2 * size, 8)
    body.wear("glints", _both(glint), Surface((1.0, 1.0, 1.0), emission=0.7), "head")
    nose = 0.57 if "rostrum" in kind.extras else 0.49
    curve = [
        (0.52 * kind.wide * high * np.sin(a), (0.74 if long > 1 else 0.90) * high,
         (nose - 0.13 + 0.12 * np.cos(a)) * long)
        for a in np.linspace(-1.25, 1.25, 7)
    ]  # fmt: skip
    if "jaws" in kind.extras:
        gape = ball((0, 0.58 * high, 0.385 * long), (0.50 * high, 0.16 * high, 0.085 * long), 14)
        body.wear("mouth", gape, Surface(linear("5a2024"), roughness=0.6), "head")
        teeth = [
            tube([(0.47 * high * np.sin(a), 0.66 * high, (0.385 + 0.082 * np.cos(a)) * long),
                  (0.46 * high * np.sin(a), 0.50 * high, (0.385 + 0.082 * np.cos(a)) * long)],
                 (0.05 * high, 0.008 * high), 5, 1)
            for a in np.linspace(-1.2, 1.2, 11)
        ]  # fmt: skip
        body.wear("teeth", merged(*teeth), Surface(linear("f4f2ea"), roughness=0.3), "head")
    else:
        body.wear("mouth", tube(curve, [0.035 * high] * 7, 6, 1), Surface(linear("3a2c2c")),
                  "head")  # fmt: skip
    if "gills" in kind.extras:
        slits = [
            tube([(_half_width(kind, g * long) * 1.0, y * high, g * long) for y in (0.75, 1.0,
                 1.22)], (0.01 * high, 0.022 * high, 0.01 * high), 6, 2)
            for g in (0.27, 0.245, 0.22, 0.195)
        ]  # fmt: skip
        body.wear("gills", _both(merged(*slits)), Surface(linear("2c3238")), "head")


def _half_width(kind: Swimmer, z: float) -> float:
    stations = np.linspace(0.46, -0.5, len(kind.outline)) * kind.length
    return float(np.interp(-z, -stations, kind.outline)) * kind.high * kind.wide


def _paints(kind: Swimmer) -> list[Paint]:
    long, high = kind.length, kind.high
    bands = np.array((0.255, 0.0, -0.36)) * long

    def band(width: float) -> Callable[[Array], Array]:
        def inside(p: Array) -> Array:
            bent = p[:, 2] + 0.30 * np.abs(p[:, 1] - high)
            return np.asarray(width - np.abs(bent[:, None] - bands).min(axis=1))

        return inside

    def patch(p: Array) -> Array:
        spot = np.array((0.55 * high, 1.36 * high, 0.27 * long))
        away = (np.column_stack([np.abs(p[:, 0]), p[:, 1:]]) - spot) / (
            0.6 * high, 0.19 * high, 0.062 * long)  # fmt: skip
        return np.asarray(1.0 - np.linalg.norm(away, axis=1))

    def saddle(p: Array) -> Array:
        ring = np.hypot((p[:, 2] + 0.02 * long) / (0.30 * long), (p[:, 1] - 1.25 * high) / high)
        return np.asarray(0.30 - np.abs(ring - 0.72))

    where: dict[str, Callable[[Array], Array]] = {
        "belly": lambda p: 0.66 * high - p[:, 1] + 0.10 * high * np.sin(9.0 * p[:, 2] / long),
        "back": lambda p: p[:, 1] - 1.35 * high,
        "black bands": band(0.062 * long),
        "white bands": band(0.044 * long),
        "eye patch": patch,
        "saddle": saddle,
    }
    return [
        (region, where[region], Surface(linear(code), roughness=0.35))
        for region, code in kind.paints
    ]
