"""What animals wear on their skin: eyes, ears, tails, hoofs, manes, horns, wool, shells."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from engine.world.figures.beast_frame import LEGS, Beast
from engine.world.figures.colors import linear, shaded
from engine.world.figures.forms import ball, loft, merged, mirrored, moved, tube
from engine.world.figures.hides import Flesh
from engine.world.figures.joints import Triple
from engine.world.model import Mesh, Surface

_DARK = Surface(linear("15100e"), roughness=0.15)
_HORN = Surface(linear("d8cbb0"), roughness=0.5)
_PALE = Surface(linear("efe6d6"), roughness=0.85)
_BLACK = Surface(linear("221d1b"), roughness=0.85)
_PINK = Surface(linear("d99a94"), roughness=0.6)


def put_on(beast: Beast, name: str, cell_m: float) -> None:
    """Everything that this kind of animal wears; ``cell_m`` is the fineness of its skin."""
    _eyes(beast, name)
    _jaw(beast)
    _ears(beast)
    _nose(beast)
    _tail(beast)
    if beast.breed.feet == "hoof":
        _hoofs(beast)
    for extra in beast.breed.extras:
        maker = _EXTRAS.get(extra)
        if maker is not None:
            maker(beast, cell_m)


def _both(mesh: Mesh) -> Mesh:
    return merged(mesh, mirrored(mesh))


def _eyes(beast: Beast, name: str) -> None:
    b, h = beast.breed, beast.breed.head
    wide, up, ahead = (0.62, 0.30, 0.66) if b.feet == "paw" else (0.80, 0.28, 0.40)
    if "frog eyes" in b.extras or name == "crocodile":
        wide, up, ahead = 0.62, 0.86, 0.25
    radius = 0.215 * h * min(1.0, (0.09 / h) ** 0.5) * (1.7 if "frog eyes" in b.extras else 1.0)
    spot = np.array(beast.on_head(wide, up, ahead))
    look = beast.turn @ np.array((0.55, 0.1, 0.8))
    eye = ball(spot, radius, 14)
    if "slit eyes" in b.extras or name == "crocodile":
        beast.wear("irises", _both(eye), Surface(linear("9fb24a"), roughness=0.2), "head")
        eye = ball(spot + 0.45 * radius * look, (0.34 * radius, 0.72 * radius, 0.66 * radius), 12)
    beast.wear("eyes", _both(eye), _DARK, "head")
    glint = ball(spot + radius * (0.86 * look + np.array((0.1, 0.35, 0))), 0.17 * radius, 8)
    beast.wear("glints", _both(glint), Surface((1.0, 1.0, 1.0), emission=0.7), "head")


def _jaw(beast: Beast) -> None:
    b, h = beast.breed, beast.breed.head
    reach = 0.62 + 0.85 * b.muzzle / h
    near, far = beast.on_head(0, -0.46, 0.25), beast.on_head(0, -0.46, reach)
    thin = 0.62 * b.snout * h
    jaw = tube([near, _middle(near, far), far], (0.40 * h, (0.36 * h + thin) / 2, thin), 14)
    coat = Surface(linear("3f362f"), roughness=0.85) if "wool" in b.extras else beast.coat
    beast.wear("jaw", jaw, coat, "jaw")
    tongue = tube([beast.on_head(0, -0.34, 0.4), beast.on_head(0, -0.36, reach)],
                  (0.20 * h, 0.55 * thin), 10)  # fmt: skip
    beast.wear("tongue", tongue, Surface(linear("c06068"), roughness=0.5), "jaw")


def _middle(first: Triple, second: Triple) -> Triple:
    x, y, z = ((a + b) / 2 for a, b in zip(first, second, strict=True))
    return (x, y, z)


def _ears(beast: Beast) -> None:
    kind, h = beast.breed.ears, beast.breed.head
    if kind == "none":
        return
    at = beast.on_head
    ear = {
        "flop": lambda: ball(at(0.92, 0.10, -0.12), (0.16 * h, 0.62 * h, 0.40 * h)),
        "side": lambda: moved(
            ball((0, 0, 0), (0.52 * h, 0.24 * h, 0.13 * h)), at(1.18, 0.42, -0.18)
        ),
        "round": lambda: ball(at(0.70, 0.80, -0.12), (0.30 * h, 0.32 * h, 0.12 * h)),
        "human": lambda: ball(at(1.02, 0.10, -0.10), (0.14 * h, 0.34 * h, 0.26 * h)),
        "long": lambda: tube(
            [at(0.36, 0.66, -0.15), at(0.46, 1.6, -0.30), at(0.50, 2.5, -0.42)],
            (0.20 * h, 0.30 * h, 0.07 * h), 12,
        ),
        "sail": lambda: moved(
            ball((0, 0, 0), (0.85 * h, 1.0 * h, 0.07 * h)), at(1.45, 0.05, -0.35)
        ),
        "point": lambda: tube(
            [at(0.48, 0.58, -0.10), at(0.60, 1.05, -0.10), at(0.66, 1.48, -0.10)],
            (0.32 * h, 0.24 * h, 0.03 * h), 12,
        ),
    }[kind]()  # fmt: skip
    dark = "dark ears" in beast.breed.extras
    coat = Surface(linear("4a4038"), roughness=0.85) if "wool" in beast.breed.extras else beast.coat
    beast.wear("ears", _both(ear), _BLACK if dark else coat, "head")


def _nose(beast: Beast) -> None:
    b, h = beast.breed, beast.breed.head
    tip = 0.80 + 0.85 * b.muzzle / h + b.snout
    extras = set(b.extras)
    cap = {"pale nose": _PALE, "dark nose": _BLACK, "pink nose": _PINK, "pale face": _PALE}
    tint = next((cap[extra] for extra in b.extras if extra in cap), None)
    if tint is not None:
        long = 0.34 * (tip - 0.35) * h if "pale face" not in extras else 0.5 * h
        middle = beast.on_head(0, -0.25, tip - 0.62 * long / h)
        beast.wear("muzzle", ball(middle, (0.97 * b.snout * h, 1.04 * b.snout * h, long)), tint,
                   "head")  # fmt: skip
    if extras & {"snout disc", "trunk"}:
        return
    if b.feet == "paw" and "frog eyes" not in extras and b.ears != "none":
        size = 0.19 * h
        at = beast.on_head(0, -0.12, tip - 0.03)
        beast.wear("nose", ball(at, (size, 0.72 * size, 0.66 * size), 12), _DARK, "head")
    else:
        hole = ball(beast.on_head(0.45 * b.snout, -0.12, tip - 0.10), 0.075 * h, 10)
        beast.wear("nose", _both(hole), _DARK, "head")


def _tail(beast: Beast) -> None:
    b = beast.breed
    at = beast.joints["tail"]
    radius = b.limb * b.bush
    bushy = b.bush > 1.1 and "horse tail" not in b.extras and b.ears != "none"
    shape = (0.55, 1.0, 1.1, 0.9, 0.3) if bushy else (1.0, 0.85, 0.7, 0.5, 0.18)
    surface = beast.coat
    if "horse tail" in b.extras:
        shape, surface = (0.5, 0.9, 1.0, 0.8, 0.35), _BLACK
    path = [
        (0.0, float(at[1]) - share * b.tail, float(at[2])) for share in (-0.1, 0.2, 0.5, 0.8, 1)
    ]
    mesh = tube(path, tuple(radius * part for part in shape), 12)
    down = np.clip((at[1] - mesh.positions[:, 1]) / b.tail, 0.0, 1.0)
    loose = np.clip((down - 0.35) / 0.3, 0.0, 1.0).astype(np.float32)
    rows = np.zeros((len(down), 4), np.uint8)
    rows[:, 0], rows[:, 1] = beast.bones.index("tail"), beast.bones.index("tail_tip")
    shares = np.zeros((len(down), 4), np.float32)
    shares[:, 0], shares[:, 1] = 1.0 - loose, loose
    beast.dress("tail", mesh, surface, rows, shares)
    tips = {"tuft": (_BLACK, 1.5), "pale tip": (_PALE, 1.0)}
    for extra, (tint, size) in tips.items():
        if extra in b.extras:
            end = (0.0, float(at[1]) - 0.97 * b.tail, float(at[2]))
            thick = max(radius * size, 0.10 * b.tail * size * 0.5)
            beast.wear(extra, ball(end, (thick, 1.7 * thick, thick), 10), tint, "tail_tip")


def _hoofs(beast: Beast) -> None:
    r = beast.breed.limb
    paw = 0.09 * beast.breed.leg
    hoof = loft(
        [(0.02 * r, 1.02 * r, 1.22 * r, -0.98 * r), (0.95 * paw, 0.80 * r, 0.82 * r, -0.8 * r)], 14
    )
    surface = Surface(linear("2b2523"), roughness=0.5)
    for end, side in LEGS:
        x, _, z = (float(v) for v in beast.joints[f"{end}_paw_{side}"])
        beast.wear(f"hoof {end} {side}", moved(hoof, (x, 0.0, z)), surface, f"{end}_paw_{side}")


def _nape(beast: Beast, share: float, above: float) -> Triple:
    """A place along the nape: ``share`` of the way up, ``above`` the neck's middle, metres."""
    b = beast.breed
    base, top = beast.joints["neck"], beast.joints["head"]
    along = (top - base) / max(float(np.linalg.norm(top - base)), 1e-9)
    back = np.array((0.0, along[2], -along[1]))
    thick = 0.85 * b.nape * b.barrel * (1 - share) + 0.70 * b.head * share
    at = base + (top - base) * share + back * (thick * above)
    return (float(at[0]), float(at[1]), float(at[2]))


def _mane(beast: Beast, _cell: float) -> None:
    r = 0.24 * beast.breed.barrel
    path = [_nape(beast, share, 0.86) for share in (-0.05, 0.3, 0.65, 1.0, 1.14)]
    beast.wear("mane", tube(path, (0.7 * r, r, r, 0.9 * r, 0.6 * r), 10), _BLACK, "neck")


def _brush_mane(beast: Beast, _cell: float) -> None:
    r = 0.15 * beast.breed.barrel
    path = [_nape(beast, share, 1.0) for share in (0.0, 0.35, 0.7, 1.0, 1.12)]
    beast.wear("mane", tube(path, (0.5 * r, r, r, r, 0.5 * r), 10), _BLACK, "neck")


def _lion_mane(beast: Beast, cell: float) -> None:
    h = beast.breed.head
    tint = Surface(shaded(beast.coat.color, 0.42), roughness=0.95)
    flesh = []
    for ring, (back, wide, radius) in enumerate(
        ((-0.10, 1.05, 0.52), (-0.75, 1.25, 0.68), (-1.45, 1.1, 0.70))
    ):
        for step in range(9):
            angle = 2.0 * np.pi * (step + 0.5 * ring) / 9
            at = beast.on_head(
                wide * np.sin(angle), wide * np.cos(angle) - 0.12 - 0.16 * ring, back
            )
            flesh.append(Flesh("head" if ring == 0 else "neck", at, at, radius * h, radius * h))
    beast.cover("mane", flesh, tint, 1.2 * cell)


def _horns(beast: Beast, _cell: float) -> None:
    h, at = beast.breed.head, beast.on_head
    horn = tube([at(0.5, 0.75, -0.1), at(1.0, 1.0, -0.05), at(1.15, 1.45, 0.1)],
                (0.17 * h, 0.13 * h, 0.04 * h), 10)  # fmt: skip
    beast.wear("horns", _both(horn), _HORN, "head")


def _goat_horns(beast: Beast, _cell: float) -> None:
    h, at = beast.breed.head, beast.on_head
    curve = [at(0.34, 0.75, 0.05), at(0.5, 1.55, -0.35), at(0.62, 1.75, -1), at(0.72, 1.35, -1.5)]
    horn = tube(curve, (0.20 * h, 0.16 * h, 0.11 * h, 0.03 * h), 10)
    beast.wear("horns", _both(horn), Surface(linear("6f6455"), roughness=0.6), "head")


def _antlers(beast: Beast, _cell: float) -> None:
    h, at = beast.breed.head, beast.on_head
    beam = tube([at(0.35, 0.8, -0.1), at(0.9, 1.8, -0.6), at(1.5, 2.9, -0.5), at(1.35, 3.8, 0.0)],
                (0.13 * h, 0.11 * h, 0.09 * h, 0.03 * h), 8)  # fmt: skip
    tines = [
        tube([at(0.55, 1.2, -0.3), at(0.6, 1.6, 0.35)], (0.09 * h, 0.03 * h), 8),
        tube([at(1.1, 2.2, -0.6), at(1.2, 2.8, 0.1)], (0.09 * h, 0.03 * h), 8),
        tube([at(1.5, 2.95, -0.5), at(2.0, 3.6, -0.5)], (0.08 * h, 0.03 * h), 8),
    ]
    beast.wear(
        "antlers", _both(merged(beam, *tines)), Surface(linear("8a7355"), roughness=0.7), "head"
    )


def _ossicones(beast: Beast, _cell: float) -> None:
    h, at = beast.breed.head, beast.on_head
    stem = tube([at(0.35, 0.75, -0.2), at(0.42, 1.6, -0.35)], (0.12 * h, 0.10 * h), 8)
    beast.wear("ossicones", _both(stem), beast.coat, "head")
    knob = ball(at(0.43, 1.65, -0.36), 0.15 * h, 10)
    beast.wear("knobs", _both(knob), _BLACK, "head")


def _nose_horns(beast: Beast, _cell: float) -> None:
    h, at = beast.breed.head, beast.on_head
    tip = 0.65 + 0.85 * beast.breed.muzzle / h
    big = tube([at(0, 0.15, tip), at(0, 0.85, tip + 0.25), at(0, 1.75, tip + 0.12)],
               (0.30 * h, 0.20 * h, 0.03 * h), 12)  # fmt: skip
    small = tube([at(0, 0.4, tip - 0.65), at(0, 1.1, tip - 0.62)], (0.22 * h, 0.03 * h), 10)
    beast.wear("horns", merged(big, small), Surface(linear("6b635a"), roughness=0.6), "head")


def _udder(beast: Beast, _cell: float) -> None:
    b = beast.breed
    at = (0.0, beast.spine_m - 1.08 * b.barrel, -0.36 * b.apart)
    beast.wear(
        "udder", ball(at, (0.34 * b.barrel, 0.26 * b.barrel, 0.36 * b.barrel)), _PINK, "pelvis"
    )


def _wool(beast: Beast, cell: float) -> None:
    b = beast.breed
    chance = np.random.default_rng(7)
    flesh = []
    for z in np.linspace(-b.apart / 2 - 0.80 * b.barrel, b.apart / 2 + 0.70 * b.barrel, 10):
        past = max(abs(z) - b.apart / 2, 0.0) / b.barrel
        ring = b.barrel * np.sqrt(max(1.0 - past**2, 0.1))
        for angle in np.linspace(0, 2 * np.pi, 13)[:-1] + chance.uniform(0, 0.5):
            at = (
                0.92 * ring * np.sin(angle) * b.narrow,
                beast.spine_m + 0.92 * ring * np.cos(angle),
                float(z),
            )
            radius = (0.30 + 0.08 * chance.random()) * b.barrel
            flesh.append(Flesh("pelvis", at, at, radius, radius))
    for share in (0.15, 0.5):
        at = _nape(beast, share, 0.1)
        flesh.append(Flesh("neck", at, at, 0.62 * b.barrel, 0.62 * b.barrel))
    cap = beast.on_head(0, 0.75, -0.35)
    flesh.append(Flesh("head", cap, cap, 0.5 * b.head, 0.5 * b.head))
    beast.cover("wool", flesh, beast.coat, 1.3 * cell)


def _beard(beast: Beast, _cell: float) -> None:
    h, at = beast.breed.head, beast.on_head
    tip = 0.55 + 0.85 * beast.breed.muzzle / h
    beast.wear(
        "beard",
        tube([at(0, -0.7, tip), at(0, -1.6, tip + 0.05)], (0.18 * h, 0.03 * h), 8),
        _PALE,
        "jaw",
    )


def _snout_disc(beast: Beast, _cell: float) -> None:
    b, h = beast.breed, beast.breed.head
    tip = 0.80 + 0.85 * b.muzzle / h + 0.72 * b.snout
    disc = tube([beast.on_head(0, -0.24, tip - 0.3), beast.on_head(0, -0.24, tip + 0.28)],
                (0.52 * h, 0.50 * h), 18)  # fmt: skip
    beast.wear("snout", disc, Surface(shaded(beast.coat.color, 0.85), roughness=0.6), "head")
    hole = ball(beast.on_head(0.24 * b.snout, -0.24, tip + 0.30), 0.09 * h, 8)
    beast.wear("nostrils", _both(hole), _DARK, "head")


def _hump(beast: Beast, _cell: float) -> None:
    b = beast.breed
    top = beast.spine_m + 0.75 * b.barrel
    beast.flesh.append(
        Flesh(
            "pelvis",
            (0, top - 0.2 * b.barrel, 0),
            (0, top + 0.45 * b.barrel, 0),
            0.70 * b.barrel,
            0.42 * b.barrel,
            0.75,
        )
    )


def _pale_rump(beast: Beast, _cell: float) -> None:
    b = beast.breed
    at = (0.0, b.leg + 0.25 * b.barrel, -b.apart / 2 - 0.55 * b.barrel)
    beast.wear(
        "rump", ball(at, (0.50 * b.barrel, 0.55 * b.barrel, 0.42 * b.barrel)), _PALE, "pelvis"
    )


def _trunk(beast: Beast, _cell: float) -> None:
    h, at = beast.breed.head, beast.on_head
    tip = 0.7 + 0.85 * beast.breed.muzzle / h
    path = [
        at(0, y, tip + z)
        for y, z in ((-0.15, -0.3), (-0.45, 0.35), (-1.15, 0.95), (-1.9, 1.45), (-2.2, 1.95))
    ]
    beast.wear(
        "trunk",
        tube(path, (0.55 * h, 0.42 * h, 0.30 * h, 0.22 * h, 0.17 * h), 16),
        beast.coat,
        "head",
    )


def _tusks(beast: Beast, _cell: float) -> None:
    h, at = beast.breed.head, beast.on_head
    tip = 0.6 + 0.85 * beast.breed.muzzle / h
    tusk = tube([at(0.42, -0.55, tip - 0.2), at(0.55, -1.15, tip + 0.5), at(0.5, -1.25, tip + 1.2)],
                (0.13 * h, 0.11 * h, 0.03 * h), 10)  # fmt: skip
    beast.wear("tusks", _both(tusk), Surface(linear("ece2c8"), roughness=0.35), "head")


def _spines(beast: Beast, _cell: float) -> None:
    b = beast.breed
    chance = np.random.default_rng(3)
    spines = []
    for _ in range(150):
        angle, z = chance.uniform(-1.7, 1.7), chance.uniform(-1.0, 0.9)
        out = np.array((np.sin(angle) * b.narrow, np.cos(angle), 0.0))
        root = np.array((0.0, beast.spine_m, z * b.apart * 0.75)) + 0.85 * b.barrel * out * np.sqrt(
            1.05 - 0.6 * z * z
        )
        end = root + 0.45 * b.barrel * (out + np.array((0, 0, -0.5)))
        spines.append(tube([tuple(root), tuple(end)], (0.06 * b.barrel, 0.012 * b.barrel), 5, 1))
    beast.wear("spines", merged(*spines), Surface(linear("4a3d30"), roughness=0.7), "pelvis")


def _back_scales(beast: Beast, _cell: float) -> None:
    b = beast.breed
    scales = []
    for z in np.linspace(-b.apart / 2 - 0.6 * b.barrel, b.apart / 2 + 0.6 * b.barrel, 13):
        for x in (-0.45, 0.45):
            y = beast.spine_m + 0.92 * b.barrel
            rise = [(x * b.barrel, y, z), (x * b.barrel, y + 0.20 * b.barrel, z - 0.04)]
            scales.append(tube(rise, (0.14 * b.barrel, 0.03 * b.barrel), 6, 1))
    beast.wear(
        "scales", merged(*scales), Surface(shaded(beast.coat.color, 0.6), roughness=0.8), "pelvis"
    )


def _teeth(beast: Beast, _cell: float) -> None:
    b, h = beast.breed, beast.breed.head
    teeth = [
        tube(
            [
                beast.on_head(0.42 * b.snout / 0.46, -0.42, z),
                beast.on_head(0.40 * b.snout / 0.46, -0.60, z),
            ],
            (0.05 * h, 0.01 * h),
            5,
            1,
        )
        for z in np.linspace(0.9, 0.75 + 0.85 * b.muzzle / h, 9)
    ]
    beast.wear("teeth", _both(merged(*teeth)), _PALE, "head")


def _shell(beast: Beast, _cell: float) -> None:
    b = beast.breed
    at = (0.0, beast.spine_m + 0.15 * b.barrel, 0.0)
    dome = ball(at, (2.1 * b.barrel, 1.35 * b.barrel, 0.92 * b.apart), 28)
    surface = Surface(
        linear("6a5a36"), linear("3c3422"), 0.45, pattern="tiles", pattern_scale_m=0.11
    )
    beast.wear("shell", dome, surface, "pelvis")
    rim = ball(
        (0.0, beast.spine_m - 0.25 * b.barrel, 0.0),
        (2.2 * b.barrel, 0.35 * b.barrel, 0.97 * b.apart),
        28,
    )
    beast.wear("rim", rim, Surface(linear("8d7a4c"), roughness=0.5), "pelvis")


def _dark_legs(beast: Beast, _cell: float) -> None:
    _leggings(beast, ("upper", "lower", "paw"))


def _dark_socks(beast: Beast, _cell: float) -> None:
    _leggings(beast, ("lower", "paw"))


def _leggings(beast: Beast, pieces: tuple[str, ...]) -> None:
    """The legs' own flesh again, a little wider and dark."""
    for piece in list(beast.flesh):
        end, _, rest = piece.bone.partition("_")
        if end in ("front", "hind") and rest.partition("_")[0] in pieces:
            melted = 0.9 * (0.30 * beast.breed.limb + 0.05 * beast.breed.barrel)
            beast.cover(
                f"dark {piece.bone}",
                [
                    Flesh(
                        piece.bone,
                        piece.start,
                        piece.end,
                        1.04 * piece.start_radius + melted,
                        1.04 * piece.end_radius + melted,
                        piece.flat,
                    )
                ],
                _BLACK,
                0.4 * beast.breed.limb,
            )


def _eye_patches(beast: Beast, _cell: float) -> None:
    h = beast.breed.head
    patch = ball(beast.on_head(0.52, 0.22, 0.58), (0.27 * h, 0.33 * h, 0.28 * h))
    beast.wear("patches", _both(patch), _BLACK, "head")


_EXTRAS: Mapping[str, Callable[[Beast, float], None]] = {
    "mane": _mane, "brush mane": _brush_mane, "lion mane": _lion_mane, "horns": _horns,
    "goat horns": _goat_horns, "antlers": _antlers, "ossicones": _ossicones,
    "nose horns": _nose_horns, "udder": _udder, "wool": _wool, "beard": _beard,
    "snout disc": _snout_disc, "hump": _hump, "pale rump": _pale_rump, "trunk": _trunk,
    "tusks": _tusks, "spines": _spines, "back scales": _back_scales, "teeth": _teeth,
    "shell": _shell, "dark legs": _dark_legs, "dark socks": _dark_socks,
    "eye patches": _eye_patches,
}  # fmt: skip
"""Who makes what a breed names among its extras; colours of noses and ears are read elsewhere."""
