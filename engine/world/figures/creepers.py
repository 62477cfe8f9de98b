"""Builds what creeps: a skin along a straight spine of many joints, and what it wears."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.world.figures.bodywork import Body, Paint
from engine.world.figures.colors import COLORS, linear, shaded
from engine.world.figures.forms import ball, merged, mirrored, tube
from engine.world.figures.joints import Array
from engine.world.figures.looks import seeded
from engine.world.figures.small_life import CREEPERS, Creeper
from engine.world.model import Collider, Mesh, Model, Surface

JOINTS = 26
"""Bones along the body behind the head."""

_DARK = Surface(linear("0d0c0c"), roughness=0.1)
_SIZES = {"big": 1.5, "large": 1.5, "huge": 2.0, "giant": 2.2, "long": 1.3, "small": 0.6,
          "little": 0.6, "tiny": 0.5, "baby": 0.6}  # fmt: skip


def size_of(attributes: tuple[str, ...]) -> float:
    """How much larger the words make a small creature."""
    words = {word for phrase in attributes for word in phrase.lower().split()}
    return next((_SIZES[word] for word in sorted(words) if word in _SIZES), 1.0)


def bone_at(k: int) -> str:
    """The bone number ``k`` behind the head; the second one carries the figure."""
    return {0: "head", 1: "pelvis"}.get(k, f"link_{k}")


def build_creeper(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A creeping animal with figure rig ``"creeper"``.

    Args:
        name: one of ``CREEPERS``.
    """
    kind, size = CREEPERS[name], size_of(attributes)
    words = {word for phrase in attributes for word in phrase.lower().split()}
    chance = seeded(name, attributes, seed)
    coat = linear(kind.coats[int(chance.integers(len(kind.coats)))])
    coat = next((COLORS[word] for word in sorted(words) if word in COLORS), coat)
    long, thick = kind.length * size, kind.thick * size
    body = Body()
    step = long / JOINTS
    for k in range(JOINTS):
        body.joint(bone_at(k), 0.0, thick, 0.5 * long - (k + 0.5) * step)
    body.joint("jaw", 0.0, 0.8 * thick, 0.5 * long - 0.4 * step)
    _flesh_out(body, kind, long, thick)
    _face(body, kind, thick, 0.5 * long)
    for extra in kind.extras:
        maker = _EXTRAS.get(extra)
        if maker is not None:
            maker(body, thick, long, shaded(coat, 0.7))
    cell = min(0.42 * thick, long / 40)
    second = linear(kind.second) if kind.second else shaded(coat, 0.6)
    skin = Surface(coat, second, 0.55, pattern="bands" if kind.pattern == "bands" else "plain",
                   pattern_scale_m=2.6 * thick)  # fmt: skip
    paints: list[Paint] = []
    if kind.second:
        pale = Surface(linear("d8cf9a"), roughness=0.6)
        paints.append(("belly", lambda p: 0.52 * thick - p[:, 1], pale))
    body.cover(skin, cell, 0.10 * thick, paints)
    offset = np.eye(4)
    offset[1, 3] = thick
    collider = Collider("box", (thick, thick, 0.4 * long), offset)
    return body.finished(name, "creeper", kind.mass * size**3, (collider,))


def _flesh_out(body: Body, kind: Creeper, long: float, thick: float) -> None:
    outline = np.array(kind.outline)
    stations = np.linspace(0.5 * long - outline[0] * thick, -0.5 * long, len(outline))
    beads = "beads" in kind.extras
    for k in range(len(outline) - 1):
        z0, z1 = float(stations[k]), float(stations[k + 1])
        number = int((0.5 * long - (z0 + z1) / 2) / long * JOINTS)
        bone = bone_at(min(number, JOINTS - 1))
        flat = 1.35 if "flat head" in kind.extras and k < 2 else 1.0
        r0, r1 = outline[k] * thick, outline[k + 1] * thick
        if beads:
            z1 = z0
            r1 = r0 = 1.12 * r0
        count = 1 if beads or k < 1 else 3
        for part in range(count):
            a, b = part / count, (part + 1) / count
            za, zb = z0 + (z1 - z0) * a, z0 + (z1 - z0) * b
            number = int((0.5 * long - (za + zb) / 2) / long * JOINTS)
            bone = bone_at(min(max(number, 0), JOINTS - 1))
            body.add(bone, (0, thick, za), (0, thick, zb), r0 + (r1 - r0) * a,
                     r0 + (r1 - r0) * b, flat)  # fmt: skip


def _both(mesh: Mesh) -> Mesh:
    return merged(mesh, mirrored(mesh))


def _face(body: Body, kind: Creeper, thick: float, nose: float) -> None:
    if "stalks" in kind.extras or "rings" in kind.extras:
        return
    size = 0.24 * thick if "flat head" in kind.extras else 0.30 * thick
    wide = 1.05 if "flat head" in kind.extras else 0.60
    ahead = nose - (1.25 if "flat head" in kind.extras else 0.45) * thick
    spot = np.array((0.78 * wide * thick, 1.52 * thick, ahead))
    iris = Surface(linear("d8b82e" if "flat head" in kind.extras else "f2f0e6"), roughness=0.2)
    body.wear("irises", _both(ball(spot, size, 12)), iris, "head")
    pupil = spot + size * np.array((0.42, 0.12, 0.42))
    body.wear("eyes", _both(ball(pupil, 0.66 * size, 10)), _DARK, "head")
    glint = ball(pupil + 0.5 * size * np.array((0.5, 0.9, 0.4)), 0.18 * size, 8)
    body.wear("glints", _both(glint), Surface((1.0, 1.0, 1.0), emission=0.7), "head")


_Tint = tuple[float, float, float]


def _tongue(body: Body, thick: float, long: float, _tint: _Tint) -> None:
    z = 0.5 * long - 0.3 * thick
    fork = [tube([(0, 0.75 * thick, z), (0, 0.75 * thick, z + 1.3 * thick),
                  (sign * 0.3 * thick, 0.72 * thick, z + 2.0 * thick)],
                 (0.10 * thick, 0.09 * thick, 0.04 * thick), 6, 2) for sign in (-1, 1)]  # fmt: skip
    body.wear("tongue", merged(*fork), Surface(linear("b8203a"), roughness=0.5), "jaw")


def _hood(body: Body, thick: float, long: float, tint: _Tint) -> None:
    z = 0.5 * long - 0.085 * long
    body.wear("hood", ball((0, thick, z - 0.02 * long), (2.7 * thick, 0.55 * thick, 0.075 * long),
              20), Surface(tint, roughness=0.55), bone_at(2))  # fmt: skip


def _feelers(body: Body, thick: float, long: float, _tint: _Tint) -> None:
    z = 0.5 * long - 0.5 * thick
    feeler = tube([(0.3 * thick, 1.9 * thick, z), (0.7 * thick, 2.9 * thick, z + 0.6 * thick)],
                  (0.09 * thick, 0.05 * thick), 6, 2)  # fmt: skip
    knob = ball((0.7 * thick, 2.9 * thick, z + 0.6 * thick), 0.16 * thick, 8)
    body.wear("feelers", _both(merged(feeler, knob)), _DARK, "head")


def _stubs(body: Body, thick: float, long: float, tint: _Tint) -> None:
    for k in range(2, JOINTS - 2, 2):
        z = float(body.joints[bone_at(k)][2])
        stub = tube([(0.5 * thick, 0.5 * thick, z), (0.72 * thick, 0.06 * thick, z)],
                    (0.22 * thick, 0.14 * thick), 7, 1)  # fmt: skip
        body.wear(f"stub {k}", _both(stub), Surface(tint, roughness=0.6), bone_at(k))


def _stalks(body: Body, thick: float, long: float, tint: _Tint) -> None:
    z = 0.5 * long - 0.7 * thick
    for name, x, high, r in (("stalks", 0.42, 2.0, 0.13), ("horns", 0.36, 0.55, 0.10)):
        top = (1.7 * x * thick, (1.4 + high) * thick, z + 0.9 * thick)
        stalk = tube([(x * thick, 1.3 * thick, z), top], (1.3 * r * thick, r * thick), 7, 2)
        body.wear(name, _both(stalk), Surface(tint, roughness=0.5), "head")
        if name == "stalks":
            body.wear("eyes", _both(ball(top, 0.24 * thick, 10)), _DARK, "head")


def _spiral(body: Body, thick: float, long: float, _tint: _Tint) -> None:
    """A snail's shell: whorls that narrow to the middle."""
    turn = np.linspace(0.0, 4.6 * np.pi, 30)
    grow = np.exp(-0.115 * turn)
    middle = np.array((0.0, 3.15 * thick, -0.06 * long))
    knots = np.column_stack([
        0.9 * thick * (1 - grow), -1.65 * thick * grow * np.cos(turn),
        1.65 * thick * grow * np.sin(turn) * 1.05,
    ])  # fmt: skip
    shell = merged(tube(middle + knots, 1.30 * thick * grow, 12, 1),
                   tube(middle + knots * (-1, 1, 1), 1.30 * thick * grow, 12, 1))  # fmt: skip
    body.wear("shell", shell, Surface(linear("a8683a"), linear("6a3d20"), 0.35, pattern="bands",
              pattern_scale_m=1.6 * thick), bone_at(int(0.46 * JOINTS)))  # fmt: skip


_EXTRAS: dict[str, Callable[[Body, float, float, _Tint], None]] = {
    "tongue": _tongue, "hood": _hood, "feelers": _feelers, "stubs": _stubs, "stalks": _stalks,
    "spiral": _spiral,
}  # fmt: skip
"""Who makes what a kind names among its extras; shapes of the body read theirs elsewhere."""


def spine_lengths(joints: dict[str, Array]) -> list[float]:
    """How far each bone lies behind the head, metres."""
    head = joints["head"]
    return [float(np.linalg.norm(joints[bone_at(k)] - head)) for k in range(JOINTS)]
