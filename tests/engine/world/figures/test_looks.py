"""What a figure looks like follows from its name, its attributes and the seed."""

import numpy as np
import pytest

from engine.world.figures import build_figure
from engine.world.figures.footwear import SHOES
from engine.world.figures.looks import PEOPLE
from engine.world.model import Model


def surface(model: Model, name: str) -> tuple[float, float, float]:
    return next(part.surface.color for part in model.parts if part.name == name)


def same(first: Model, second: Model) -> bool:
    return [part.name for part in first.parts] == [part.name for part in second.parts] and all(
        a.surface == b.surface and np.array_equal(a.mesh.positions, b.mesh.positions)
        for a, b in zip(first.parts, second.parts, strict=True)
    )


@pytest.mark.parametrize("name", PEOPLE)
def test_every_figure_is_sound_light_and_stands_on_the_ground(name: str) -> None:
    model = build_figure(name, (), 3)
    assert len({part.name for part in model.parts}) == len(model.parts) <= 45
    assert sum(len(part.mesh.indices) for part in model.parts) <= 40_000
    lowest = min(
        float((part.mesh.positions @ part.offset[:3, :3].T + part.offset[:3, 3])[:, 1].min())
        for part in model.parts
        if not part.name.startswith("tail")
    )
    assert abs(lowest) < 0.02
    for part in model.parts:
        assert np.allclose(np.linalg.norm(part.mesh.normals, axis=1), 1.0, atol=1e-3)
        assert int(part.mesh.indices.max()) < len(part.mesh.positions)
    assert model.figure and model.colliders and model.mass_kg > 0


@pytest.mark.parametrize("name", PEOPLE)
def test_faces_are_wound_so_that_normals_look_outward(name: str) -> None:
    for part in build_figure(name, (), 1).parts:
        points, faces = part.mesh.positions.astype(float), part.mesh.indices
        a, b, c = (points[faces[:, k]] for k in range(3))
        facing = np.cross(b - a, c - a)
        normals = part.mesh.normals[faces].mean(axis=1)
        agree = np.einsum("ij,ij->i", facing, normals) > 0
        area = np.linalg.norm(facing, axis=1)
        assert area[agree].sum() > 0.9 * area.sum(), part.name


@pytest.mark.parametrize("name", ["man", "girl"])
def test_every_vertex_of_a_person_hangs_on_bones_with_all_its_weight(name: str) -> None:
    model = build_figure(name, ("coat", "hat"), 2)
    skin = model.skin
    assert skin is not None
    assert len(skin.weights) == sum(len(part.mesh.positions) for part in model.parts)
    assert np.allclose(skin.weights.sum(axis=1), 1.0, atol=1e-5)
    assert int(skin.indices.max()) < len(skin.bones) == len(skin.binds)
    assert int(skin.morph_rows.max()) < len(skin.weights)


@pytest.mark.parametrize("name", ["man", "girl"])
def test_the_same_words_and_seed_give_the_same_look(name: str) -> None:
    assert same(build_figure(name, ("red coat",), 5), build_figure(name, ("red coat",), 5))


def test_another_seed_gives_another_person() -> None:
    looks = {
        (surface(m, "skin"), m.parts[-1].surface.color, m.parts[0].mesh.positions[0].tobytes())
        for m in (build_figure("man", (), seed) for seed in range(8))
    }
    assert len(looks) >= 5


@pytest.mark.parametrize(
    ("attributes", "part"),
    [(("red coat",), "coat"), (("red dress",), "dress.skirt"), (("red hat",), "hat"),
     (("red", "coat"), "coat"), (("red trousers",), "trousers"), (("in red boots",), "shoes"),
     (("yellow raincoat", "red boots"), "shoes"), (("red scarf",), "scarf")],
)  # fmt: skip
def test_clothes_take_the_colour_that_the_words_name(
    attributes: tuple[str, ...], part: str
) -> None:
    red, green, blue = surface(build_figure("woman", attributes, 2), part)
    assert red > 3 * green and red > 3 * blue


@pytest.mark.parametrize(
    "words",
    ["hat coat scarf boots gloves", "crown gown cape heels", "cap tee shorts sneakers backpack",
     "helmet armour", "beret sweater skirt glasses sandals", "spacesuit", "mask hoodie jeans belt",
     "chef-hat shirt apron trousers", "overalls", "top-hat blazer tie", "swimsuit", "raincoat"],
)  # fmt: skip
def test_everything_that_is_worn_is_seen(words: str) -> None:
    parts = {part.name.split(".")[0] for part in build_figure("woman", (words,), 3).parts}
    shoes = dict.fromkeys(SHOES, "shoes") | {"armour": "armour", "spacesuit": "spacesuit"}
    for word in words.split():
        named = {"chef-hat": "chef hat", "top-hat": "hat", **shoes}.get(word, word)
        assert named in parts, word


@pytest.mark.parametrize("style", ["afro", "bob", "long", "mohawk", "ponytail", "side", "short"])
def test_hair_lies_on_the_head_and_not_in_the_eyes(style: str) -> None:
    word = {"side": "parted", "long": "long-haired", "short": "short-haired"}.get(style, style)
    model = build_figure("woman", (word,), 2)
    eye = next(part for part in model.parts if part.name == "eye_L.pupil").mesh.positions.mean(
        axis=0
    )
    hair = np.concatenate([p.mesh.positions for p in model.parts if p.name.startswith("hair")])
    before = np.linalg.norm((hair - eye)[:, :2], axis=1) < 0.012
    assert not (before & (hair[:, 2] > eye[2])).any()
    assert hair[:, 1].max() > eye[1] + 0.08


def test_words_for_hair_glasses_and_beard_show() -> None:
    bald = {part.name for part in build_figure("man", ("bald", "glasses", "bearded"), 1).parts}
    assert not any(name.startswith("hair") for name in bald)
    assert {"glasses", "face.beard"} <= bald
    blond = surface(build_figure("woman", ("blond", "ponytail"), 1), "hair.locks")
    black = surface(build_figure("woman", ("black-haired", "ponytail"), 1), "hair.locks")
    assert sum(blond) > 8 * sum(black)


def test_a_pattern_is_named_with_its_colours() -> None:
    model = build_figure("man", ("red and white striped shirt",), 1)
    shirt = next(part.surface for part in model.parts if part.name == "shirt")
    assert shirt.pattern == "stripes" and shirt.color[0] > 3 * shirt.color[1]
    assert min(shirt.color2) > 0.6


def test_build_and_age_change_the_proportions() -> None:
    man, tall = build_figure("man", (), 4), build_figure("man", ("tall",), 4)
    fat, thin = build_figure("man", ("fat",), 4), build_figure("man", ("thin",), 4)
    boy = build_figure("boy", (), 4)
    assert boy.size_m[1] < 0.8 * man.size_m[1] < man.size_m[1] < tall.size_m[1]
    assert fat.mass_kg > 1.3 * thin.mass_kg


def test_an_unknown_figure_is_refused() -> None:
    with pytest.raises(KeyError):
        build_figure("unicorn", (), 0)
