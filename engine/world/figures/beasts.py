"""Builds four-legged animals: one smooth skin over round bones, and what each kind wears."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.world.figures.beast_features import put_on
from engine.world.figures.beast_frame import LEGS, Beast
from engine.world.figures.breeds import BREEDS, Breed
from engine.world.figures.colors import linear, shaded
from engine.world.figures.forms import turned
from engine.world.figures.hides import Flesh, bindings, hide
from engine.world.figures.joints import Triple
from engine.world.figures.looks import COLORS, seeded
from engine.world.model import Collider, Color, Model, Part, Pattern, Skin, Surface

_TOPS = {"front": 0.46, "hind": 0.50}
_THICKER = {"front": 1.0, "hind": 1.25}
_BIG, _SMALL = 1.25, 0.68


def build_beast(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A four-legged animal with figure rig ``"quadruped"``.

    Args:
        name: one of ``BREEDS``.
    """
    size = _size(attributes)
    breed = _scaled(BREEDS[name], size)
    beast = Beast(breed, _coat(name, attributes, seed))
    beast.turn = np.asarray(turned(x=np.degrees(breed.drop)))
    _set_joints(beast)
    _flesh_out(beast)
    cell = min((breed.leg + breed.apart + 2 * breed.barrel + breed.neck) / 74.0, 0.55 * breed.limb)
    put_on(beast, name, cell)
    mesh = hide(beast.flesh, cell, 0.30 * breed.limb + 0.05 * breed.barrel)
    base = beast.coat
    if "wool" in breed.extras:
        base = Surface(linear("3f362f"), roughness=0.85)
    beast.dress("hide", mesh, base, *bindings(mesh, beast.flesh, beast.bones))
    return _finished(name, beast)


def _finished(name: str, beast: Beast) -> Model:
    points = np.concatenate([mesh.positions for _, mesh, _ in beast.parts])
    width, _, depth = (float(v) for v in np.ptp(points, axis=0))
    breed = beast.breed
    body = np.eye(4)
    body[1, 3] = breed.leg + 0.1 * breed.barrel
    body[:3, :3] = np.array(((1.0, 0, 0), (0, 0, -1.0), (0, 1.0, 0)))
    below = np.eye(4)
    below[1, 3] = breed.leg * 0.5
    half = breed.apart * 0.55
    colliders = (
        Collider("capsule", (breed.barrel * min(breed.narrow, 1.0), half, 0.0), body),
        Collider("box", (breed.barrel * 0.7, breed.leg * 0.5, half), below),
    )
    binds = np.tile(np.eye(4), (len(beast.joints), 1, 1))
    binds[:, :3, 3] = list(beast.joints.values())
    none = np.zeros((0, 0, 3), np.float32)
    skin = Skin(
        bones=beast.bones, binds=binds, joints=beast.joints,
        indices=np.concatenate(beast.indices), weights=np.concatenate(beast.weights),
        morphs=(), morph_rows=np.zeros(0, np.intp), moves=none, turns=none,
    )  # fmt: skip
    parts = tuple(Part(part, mesh, surface, np.eye(4)) for part, mesh, surface in beast.parts)
    return Model(
        name=name, parts=parts, colliders=colliders,
        size_m=(width, float(points[:, 1].max()), depth), mass_kg=breed.mass, material="flesh",
        figure="quadruped", skin=skin,
    )  # fmt: skip


def _set_joints(beast: Beast) -> None:
    b = beast.breed
    half, paw = b.apart / 2, 0.09 * b.leg
    joints = beast.joints
    joints["pelvis"] = np.array((0.0, beast.spine_m, 0.0))
    for end, side in LEGS:
        x = beast.side_m * (1 if side == "L" else -1)
        z = half if end == "front" else -half
        joints[f"{end}_upper_{side}"] = np.array((x, b.leg, z))
        joints[f"{end}_lower_{side}"] = np.array((x, b.leg - _TOPS[end] * (b.leg - paw), z))
        joints[f"{end}_paw_{side}"] = np.array((x, paw, z))
    joints["neck"] = np.array((0.0, b.leg + 0.42 * b.barrel, half + 0.25 * b.barrel))
    along = np.array((0.0, np.sin(b.rise), np.cos(b.rise)))
    joints["head"] = joints["neck"] + along * b.neck
    joints["jaw"] = joints["head"] + beast.turn @ np.array((0, -0.50 * b.head, 0.28 * b.head))
    tail = np.array((0.0, b.leg + 0.58 * b.barrel * b.rump, -half - 0.78 * b.barrel * b.rump))
    joints["tail"] = tail
    joints["tail_tip"] = tail - (0.0, 0.5 * b.tail, 0.0)


def _flesh_out(beast: Beast) -> None:
    b, joints = beast.breed, beast.joints
    half, y = b.apart / 2, beast.spine_m

    def add(bone: str, start: Triple, end: Triple, r0: float, r1: float, flat: float = 1.0) -> None:
        beast.flesh.append(Flesh(bone, start, end, r0, r1, flat))

    low = y - 0.06 * b.barrel * b.belly
    add("pelvis", (0, y, -half), (0, low, 0), b.rump * b.barrel, b.belly * b.barrel, b.narrow)
    add("pelvis", (0, low, 0), (0, y - 0.05 * b.barrel, half), b.belly * b.barrel,
        0.97 * b.chest * b.barrel, b.narrow)  # fmt: skip
    top = joints["head"]
    root = (0.0, b.leg + 0.22 * b.barrel, half * 0.86)
    add("neck", root, (0.0, float(top[1]), float(top[2])), 1.1 * b.nape * b.barrel, 0.70 * b.head,
        0.82)  # fmt: skip
    reach = 0.80 + 0.85 * b.muzzle / b.head
    add("head", beast.on_head(0, 0, 0), beast.on_head(0, 0.02, 0.15), 0.94 * b.head, 0.90 * b.head)
    add(
        "head",
        beast.on_head(0, -0.10, 0.35),
        beast.on_head(0, -0.24, reach),
        0.74 * b.head,
        b.snout * b.head,
        0.92,
    )
    for end, side in LEGS:
        _leg(beast, end, side)


def _leg(beast: Beast, end: str, side: str) -> None:
    b, r = beast.breed, beast.breed.limb
    x, knee, _ = (float(v) for v in beast.joints[f"{end}_lower_{side}"])
    z = float(beast.joints[f"{end}_lower_{side}"][2])
    paw = 0.09 * b.leg
    start = (x * 0.94, b.leg + 0.18 * b.barrel, z + (0.0 if end == "front" else 0.12 * b.barrel))
    thick = r * b.thigh * _THICKER[end]
    beast.flesh += [
        Flesh(f"{end}_upper_{side}", start, (x, knee, z), thick, 1.02 * r),
        Flesh(f"{end}_lower_{side}", (x, knee, z), (x, paw + 0.3 * r, z), r, 0.74 * r),
    ]
    if b.feet == "paw":
        at = 0.80 * r
        beast.flesh.append(
            Flesh(f"{end}_paw_{side}", (x, at, z), (x, at, z + 1.1 * r), 0.86 * r, 0.78 * r, 1.15)
        )
    elif b.feet == "pad":
        beast.flesh.append(
            Flesh(
                f"{end}_paw_{side}",
                (x, 0.9 * r, z),
                (x, 0.85 * r, z + 0.25 * r),
                0.92 * r,
                0.84 * r,
            )
        )


def _coat(name: str, attributes: tuple[str, ...], seed: int) -> Surface:
    breed = BREEDS[name]
    words = [word for phrase in attributes for word in phrase.lower().split()]
    chance = seeded(name, attributes, seed)
    color = linear(breed.coats[int(chance.integers(len(breed.coats)))])
    named = next((COLORS[word] for word in words if word in COLORS), None)
    color = named or color
    second = linear(breed.second) if breed.second else _second(color)
    pattern: Pattern = "bands" if breed.marks == "stripes" else "plain"
    pattern = "spots" if breed.marks == "spots" else pattern
    if {"striped", "tabby", "stripy"} & set(words):
        pattern = "bands"
    if {"spotted", "spotty", "dalmatian"} & set(words) or (name == "cow" and sum(color) > 1.5):
        pattern, second = "spots", linear("2a2524")
        color = linear("e9e3d8") if named is None and sum(color) < 0.5 else color
    scale = 0.55 * breed.barrel
    return Surface(color, second, 0.85, pattern=pattern, pattern_scale_m=scale)


def _second(color: Color) -> Color:
    if sum(color) < 0.2:
        return linear("e9e3d8")
    return shaded(color, 0.08 if sum(color) > 0.9 else 0.35)


def _size(attributes: tuple[str, ...]) -> float:
    words = {word for phrase in attributes for word in phrase.lower().split()}
    size = _BIG if words & {"big", "large", "huge", "giant"} else 1.0
    return size * (_SMALL if words & {"small", "little", "tiny", "young", "baby"} else 1.0)


def _scaled(breed: Breed, size: float) -> Breed:
    lengths = {
        key: getattr(breed, key) * size
        for key in ("leg", "apart", "barrel", "limb", "neck", "head", "muzzle", "tail")
    }
    return replace(breed, mass=breed.mass * size**3, **lengths)
