"""What a figure looks like follows from its name, its attributes and the seed."""

import numpy as np
import pytest

from engine.world.figures import FIGURES, build_figure
from engine.world.model import Model


def surface(model: Model, name: str) -> tuple[float, float, float]:
    return next(part.surface.color for part in model.parts if part.name == name)


def same(first: Model, second: Model) -> bool:
    return [part.name for part in first.parts] == [part.name for part in second.parts] and all(
        a.surface == b.surface and np.array_equal(a.mesh.positions, b.mesh.positions)
        for a, b in zip(first.parts, second.parts, strict=True)
    )


@pytest.mark.parametrize("name", FIGURES)
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


@pytest.mark.parametrize("name", FIGURES)
def test_faces_are_wound_so_that_normals_look_outward(name: str) -> None:
    for part in build_figure(name, (), 1).parts:
        points, faces = part.mesh.positions.astype(float), part.mesh.indices
        a, b, c = (points[faces[:, k]] for k in range(3))
        volume = float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum()) / 6
        assert volume > 0, part.name


@pytest.mark.parametrize("name", ["man", "girl", "dog", "bird"])
def test_the_same_words_and_seed_give_the_same_look(name: str) -> None:
    assert same(build_figure(name, ("red coat",), 5), build_figure(name, ("red coat",), 5))


def test_another_seed_gives_another_person() -> None:
    looks = {
        (surface(m, "head"), surface(m, "chest"), surface(m, "thigh_L"))
        for m in (build_figure("man", (), seed) for seed in range(8))
    }
    assert len(looks) >= 5


@pytest.mark.parametrize(
    ("attributes", "part"),
    [(("red coat",), "chest"), (("red dress",), "skirt"), (("red hat",), "head.hat"),
     (("red", "coat"), "skirt"), (("red trousers",), "thigh_L")],
)  # fmt: skip
def test_clothes_take_the_colour_that_the_words_name(
    attributes: tuple[str, ...], part: str
) -> None:
    red, green, blue = surface(build_figure("woman", attributes, 2), part)
    assert red > 3 * green and red > 3 * blue


def test_words_for_hair_glasses_and_beard_show() -> None:
    bald = {part.name for part in build_figure("man", ("bald", "glasses", "bearded"), 1).parts}
    assert "head.hair" not in bald and {"head.glasses", "head.beard"} <= bald
    blond = surface(build_figure("woman", ("blond",), 1), "head.hair")
    black = surface(build_figure("woman", ("black-haired",), 1), "head.hair")
    assert sum(blond) > 8 * sum(black)


def test_build_and_age_change_the_proportions() -> None:
    man, tall = build_figure("man", (), 4), build_figure("man", ("tall",), 4)
    fat, thin = build_figure("man", ("fat",), 4), build_figure("man", ("thin",), 4)
    boy = build_figure("boy", (), 4)
    assert boy.size_m[1] < 0.8 * man.size_m[1] < man.size_m[1] < tall.size_m[1]
    assert fat.mass_kg > 1.3 * thin.mass_kg
    assert (
        build_figure("dog", ("big",), 1).size_m[1]
        > 1.5 * build_figure("dog", ("little",), 1).size_m[1]
    )


def test_animals_wear_their_patterns() -> None:
    assert build_figure("cat", ("striped",), 1).parts[0].surface.pattern == "stripes"
    assert build_figure("dog", ("spotted",), 1).parts[0].surface.pattern == "spots"


def test_an_unknown_figure_is_refused() -> None:
    with pytest.raises(KeyError):
        build_figure("unicorn", (), 0)
