"""Builds dogs, cats, horses and cows: four legs, a barrel, a neck, a head with ears and jaw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.world.figures.forms import ball, limb, loft, merged, mirrored, moved, tube, turned
from engine.world.figures.looks import COLORS, linear, seeded
from engine.world.model import Collider, Color, Mesh, Model, Part, Pattern, Surface


@dataclass(frozen=True)
class Breed:
    """Shape of a kind of animal, metres.

    Attributes:
        leg: hip joint to ground; ``apart`` front to hind legs; ``barrel`` radius of the body.
        neck: length and rise (radians); ``head``: skull radius; ``muzzle``: its length.
        ears: ``"flop"``, ``"point"``, ``"side"``; hoofs or paws; tail length.
    """

    leg: float
    apart: float
    barrel: float
    limb: float
    neck: float
    rise: float
    head: float
    muzzle: float
    ears: str
    hoofs: bool
    tail: float
    mass: float
    coats: tuple[str, ...]


BREEDS: dict[str, Breed] = {
    "dog": Breed(0.34, 0.44, 0.115, 0.040, 0.20, 0.90, 0.090, 0.105, "flop", False, 0.26, 22.0,
                 ("a8743f", "5a3d28", "d8c6a4", "38322f", "c08a4e")),
    "cat": Breed(0.17, 0.24, 0.068, 0.023, 0.085, 0.85, 0.062, 0.034, "point", False, 0.26, 4.5,
                 ("c7803f", "6f6d6c", "2c2a2c", "d9cdb8", "8c6a4a")),
    "horse": Breed(0.92, 1.05, 0.300, 0.088, 0.66, 0.92, 0.140, 0.300, "point", True, 0.62, 480.0,
                   ("6b3f24", "8a5a34", "3a2a22", "b3aca2", "c79a62")),
    "cow": Breed(0.72, 1.12, 0.350, 0.090, 0.42, 0.42, 0.165, 0.230, "side", True, 0.70, 600.0,
                 ("efe9df", "7a4a2c", "4a3328", "efe9df")),
}  # fmt: skip


def _coat(name: str, breed: Breed, attributes: tuple[str, ...], seed: int) -> Surface:
    words = [word for phrase in attributes for word in phrase.lower().split()]
    chance = seeded(name, attributes, seed)
    color = linear(breed.coats[int(chance.integers(len(breed.coats)))])
    color = next((COLORS[word] for word in words if word in COLORS), color)
    dark = 0.08 if sum(color) > 0.9 else 0.35
    second: Color = (color[0] * dark, color[1] * dark, color[2] * dark)
    if sum(color) < 0.2:
        second = linear("e9e3d8")
    pattern: Pattern = "plain"
    if {"striped", "tabby", "stripy"} & set(words):
        pattern = "stripes"
    if {"spotted", "spotty", "dalmatian"} & set(words) or (name == "cow" and sum(color) > 1.5):
        pattern = "spots"
        second = linear("2a2524")
        if sum(color) < 0.5 and not words_name_a_color(words):
            color = linear("e9e3d8")
    return Surface(color, second, 0.85, pattern=pattern, pattern_scale_m=0.55 * breed.barrel)


def words_name_a_color(words: list[str]) -> bool:
    """Whether any of the words is a colour."""
    return any(word in COLORS for word in words)


def _size(attributes: tuple[str, ...]) -> float:
    words = {word for phrase in attributes for word in phrase.lower().split()}
    size = 1.25 if words & {"big", "large", "huge", "giant"} else 1.0
    return size * (0.68 if words & {"small", "little", "tiny", "young", "baby"} else 1.0)


class _Herd:
    """Collects an animal's parts, all lengths times its size."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.parts: list[Part] = []

    def add(self, name: str, mesh: Mesh, surface: Surface, at: tuple[float, float, float]) -> None:
        offset = np.eye(4)
        offset[:3, 3] = np.asarray(at) * self.size
        scaled = Mesh(mesh.positions * np.float32(self.size), mesh.normals, mesh.indices)
        self.parts.append(Part(name, scaled, surface, offset))


def build_beast(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A four-legged animal with figure rig ``"quadruped"``."""
    breed, size = BREEDS[name], _size(attributes)
    coat = _coat(name, breed, attributes, seed)
    herd = _Herd(size)
    _barrel(herd, breed, coat, name)
    _legs(herd, breed, coat)
    _head(herd, breed, coat, name)
    _tail(herd, breed, coat, name)
    length = breed.apart + 2.2 * breed.barrel + breed.neck
    height = breed.leg + breed.barrel + breed.neck * np.sin(breed.rise) + breed.head
    offset = np.eye(4)
    offset[1, 3] = size * (breed.leg + 0.1 * breed.barrel)
    lying = np.array(((1.0, 0, 0), (0, 0, -1.0), (0, 1.0, 0)))
    offset[:3, :3] = lying
    half = size * breed.apart * 0.55
    body = Collider("capsule", (size * breed.barrel, half, 0.0), offset)
    below = np.eye(4)
    below[1, 3] = size * breed.leg * 0.5
    legs = Collider("box", (size * breed.barrel * 0.8, size * breed.leg * 0.5, half), below)
    return Model(
        name=name, parts=tuple(herd.parts), colliders=(body, legs),
        size_m=(2.1 * breed.barrel * size, float(height) * size, length * size),
        mass_kg=breed.mass * size**3, material="flesh", figure="quadruped",
    )  # fmt: skip


def _barrel(herd: _Herd, breed: Breed, coat: Surface, name: str) -> None:
    b, half = breed.barrel, breed.apart / 2
    tuck = 0.80 if name in ("dog", "cat") else 0.98
    if name == "cow":
        tuck = 1.12
    rows = [  # along z; half width, belly, -back
        (-half - 0.45 * b, 0.62 * b, 0.60 * b, -0.72 * b),
        (-half, 0.88 * b, 0.86 * b * tuck, -0.93 * b),
        (-0.35 * half, 0.92 * b, 0.98 * b * tuck, -0.88 * b),
        (0.40 * half, 0.98 * b, 1.08 * b * (0.5 + 0.5 * tuck), -0.88 * b),
        (half, 0.94 * b, 1.12 * b, -0.98 * b),
        (half + 0.45 * b, 0.60 * b, 0.70 * b, -0.66 * b),
    ]
    body = moved(loft(rows, 28, 2.1, 4), rotation=turned(x=90))
    herd.add("pelvis", body, coat, (0.0, breed.leg + 0.12 * b, 0.0))
    if name == "cow":
        pink = Surface(linear("d9a39a"), roughness=0.7)
        udder = ball((0.0, -1.08 * b, -0.75 * half), (0.34 * b, 0.26 * b, 0.36 * b))
        herd.add("pelvis.udder", udder, pink, (0.0, breed.leg + 0.12 * b, 0.0))


def _legs(herd: _Herd, breed: Breed, coat: Surface) -> None:
    r, half = breed.limb, breed.apart / 2
    paw = 0.09 * breed.leg
    shoe = Surface(linear("2b2523"), roughness=0.5) if breed.hoofs else coat
    for end, z, thick in (("front", half, 1.0), ("hind", -half, 1.25)):
        bend = 0.46 if end == "front" else 0.50
        upper, lower = bend * (breed.leg - paw), (1 - bend) * (breed.leg - paw)
        top = limb(upper, (r * 1.75 * thick, r * 1.6 * thick, r * 1.25 * thick, r * 0.98), 14)
        low = limb(lower, (r * 0.98, r * 0.78, r * 0.66, r * 0.70), 12)
        if breed.hoofs:
            foot = moved(
                loft(
                    [
                        (-paw + 0.23 * r, r * 0.98, r * 1.15, -r * 0.95),
                        (0.0, r * 0.72, r * 0.75, -r * 0.72),
                    ],
                    14,
                ),
                (0, 0.30 * r, 0),
            )
        else:
            foot = merged(
                ball((0, -0.45 * paw, 0.55 * r), (r * 1.05, paw * 0.55, r * 1.55)),
                *(ball((x * r, -0.55 * paw, 1.75 * r), (r * 0.36, paw * 0.44, r * 0.5), 8)
                  for x in (-0.6, 0.0, 0.6)),
            )  # fmt: skip
        for side, sign in (("L", 1.0), ("R", -1.0)):
            x = sign * 0.62 * breed.barrel
            herd.add(f"{end}_upper_{side}", top, coat, (x, breed.leg, z))
            herd.add(f"{end}_lower_{side}", low, coat, (x, breed.leg - upper, z))
            herd.add(f"{end}_paw_{side}", foot, shoe, (x, paw, z))


def _head(herd: _Herd, breed: Breed, coat: Surface, name: str) -> None:
    h, m = breed.head, breed.muzzle
    base = np.array((0.0, breed.leg + 0.48 * breed.barrel, breed.apart / 2 + 0.30 * breed.barrel))
    along = np.array((0.0, np.sin(breed.rise), np.cos(breed.rise)))
    top = base + along * breed.neck
    thick = 0.62 * breed.barrel
    neck = tube(
        [(0, 0, 0), tuple(along * 0.5 * breed.neck), tuple(along * 1.02 * breed.neck)],
        (thick, (thick + 0.78 * h) * 0.46, 0.74 * h), 18,
    )  # fmt: skip
    herd.add("neck", neck, coat, tuple(base))
    if name == "horse":
        mane = tube(
            [along * s * breed.neck + np.array((0, 0.72, -0.72)) * (thick * (1 - s) + 0.72 * h * s)
             for s in (-0.05, 0.3, 0.65, 1.0, 1.12)],
            (0.05, 0.075, 0.075, 0.065, 0.045), 10,
        )  # fmt: skip
        herd.add("neck.mane", mane, Surface(linear("221a17"), roughness=0.9), tuple(base))
    drop = 0.50 if breed.hoofs else 0.12
    lower = turned(x=np.degrees(drop))
    snout = tube(
        [(0, 0, 0.2 * h), (0, -0.16 * h, 0.75 * h + 0.3 * m), (0, -0.22 * h, 0.80 * h + 0.85 * m)],
        (0.80 * h, 0.56 * h, 0.46 * h if name != "cow" else 0.58 * h), 16,
    )  # fmt: skip
    skull = merged(ball((0, 0, 0), (0.94 * h, 0.94 * h, 1.05 * h), 20), snout)
    herd.add("head", moved(skull, rotation=lower), coat, tuple(top))
    herd.add("head.ears", moved(_ears(breed, h), rotation=lower), coat, tuple(top))
    _face(herd, breed, name, tuple(top), lower)
    jaw = tube([(0, 0, 0), (0, -0.05 * h, 0.5 * m + 0.3 * h), (0, 0.0, 0.9 * m + 0.5 * h)],
               (0.34 * h, 0.32 * h, 0.24 * h), 12)  # fmt: skip
    hinge = np.asarray(top) + lower @ np.array((0, -0.50 * h, 0.28 * h))
    herd.add("jaw", moved(jaw, rotation=lower), coat, tuple(hinge))
    tongue = tube([(0, 0.16 * h, 0.1 * h), (0, 0.14 * h, 0.5 * m + 0.4 * h)],
                  (0.20 * h, 0.17 * h), 10)  # fmt: skip
    herd.add("jaw.tongue", moved(tongue, rotation=lower), Surface(linear("c06068"), roughness=0.5),
             tuple(hinge))  # fmt: skip


def _face(
    herd: _Herd, breed: Breed, name: str, top: tuple[float, float, float], lower: np.ndarray
) -> None:
    h, m = breed.head, breed.muzzle
    wide = 0.52 if not breed.hoofs else 0.80
    ahead = 0.74 if not breed.hoofs else 0.42
    eye_r = (0.24 if name != "cat" else 0.27) * h * (0.75 if breed.hoofs else 1.0)
    spot = np.array((wide * h, 0.34 * h, ahead * h))
    dark = Surface(linear("15100e"), roughness=0.15)
    eye = ball(spot, eye_r, 14)
    if name == "cat":
        herd.add("head.irises", moved(merged(eye, mirrored(eye)), rotation=lower),
                 Surface(linear("8fb24a"), roughness=0.2), top)  # fmt: skip
        eye = ball(
            spot + np.array((0.10, 0, 0.42)) * eye_r, (0.36 * eye_r, 0.70 * eye_r, 0.66 * eye_r), 12
        )
    herd.add("head.eyes", moved(merged(eye, mirrored(eye)), rotation=lower), dark, top)
    glint = ball(spot + np.array((0.35, 0.42, 0.82)) * eye_r, 0.17 * eye_r, 8)
    other = moved(mirrored(glint), (0.5 * eye_r, 0, 0))
    herd.add("head.sparks", moved(merged(glint, other), rotation=lower),
             Surface((1.0, 1.0, 1.0), emission=0.7), top)  # fmt: skip
    tip = np.array((0.0, -0.06 * h, 0.80 * h + 0.85 * m + 0.36 * h))
    if breed.hoofs:
        spread = 0.24 * h
        hole = ball(tip + np.array((spread, -0.06 * h, -0.02 * h)), 0.085 * h, 10)
        herd.add("head.nose", moved(merged(hole, mirrored(hole)), rotation=lower), dark, top)
    else:
        size = 0.20 * h if name == "dog" else 0.12 * h
        nose = ball(tip + np.array((0, 0.10, -0.02)) * h, (size, 0.75 * size, 0.7 * size), 12)
        tint = linear("191416") if name == "dog" else linear("c98085")
        herd.add("head.nose", moved(nose, rotation=lower), Surface(tint, roughness=0.3), top)
    if name == "cow":
        horn = tube(
            [
                (0.5 * h, 0.75 * h, -0.1 * h),
                (1.0 * h, 1.0 * h, -0.05 * h),
                (1.15 * h, 1.45 * h, 0.1 * h),
            ],
            (0.17 * h, 0.13 * h, 0.04 * h),
            10,
        )
        herd.add("head.horns", moved(merged(horn, mirrored(horn)), rotation=lower),
                 Surface(linear("d8cbb0"), roughness=0.5), top)  # fmt: skip


def _ears(breed: Breed, h: float) -> Mesh:
    if breed.ears == "flop":
        ear = moved(
            ball((0, 0, 0), (0.16 * h, 0.62 * h, 0.40 * h)),
            (0.92 * h, 0.12 * h, -0.15 * h),
            turned(z=14, x=8),
        )
    elif breed.ears == "side":
        ear = moved(ball((0, 0, 0), (0.52 * h, 0.22 * h, 0.12 * h)), (1.20 * h, 0.42 * h, -0.1 * h),
                    turned(z=-16))  # fmt: skip
    else:
        ear = tube(
            [
                (0.48 * h, 0.55 * h, -0.1 * h),
                (0.60 * h, 1.05 * h, -0.08 * h),
                (0.66 * h, 1.48 * h, -0.06 * h),
            ],
            (0.34 * h, 0.24 * h, 0.03 * h),
            12,
        )
    return merged(ear, mirrored(ear))


def _tail(herd: _Herd, breed: Breed, coat: Surface, name: str) -> None:
    t, r = breed.tail, breed.limb
    at = np.array((0.0, breed.leg + 0.62 * breed.barrel, -breed.apart / 2 - 0.75 * breed.barrel))
    herd.add("tail", limb(0.5 * t, (r * 0.62, r * 0.55, r * 0.5), 12), coat, tuple(at))
    tip: tuple[float, ...] = (r * 0.5, r * 0.46, r * 0.24)
    surface = coat
    if name == "horse":
        tip, surface = (r * 0.7, r * 1.0, r * 0.4), Surface(linear("221a17"), roughness=0.9)
    elif name == "cow":
        tip = (r * 0.40, r * 0.36, r * 0.7)
    end = at - (0, 0.5 * t, 0)
    herd.add("tail_tip", limb(0.5 * t, tip, 12), surface, tuple(end))
