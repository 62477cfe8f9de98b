"""What cloth promises: it hangs, blows, stays as long as it is, and is the same at any moment."""

from __future__ import annotations

import numpy as np
import pytest

from engine.world.effects.cloth import Cloths
from engine.world.effects.currents import Swirls
from engine.world.effects.obstacles import Obstacle, pushed_out
from engine.world.effects.weft import STEP_S, Breeze, Weft
from engine.world.model import Weave
from tests.engine.world.shots import Shot

ROWS, COLUMNS = 16, 20
GROUND = Obstacle("ground", (0.0, 0.0, 0.0), np.eye(4))


def cut(width: float = 1.0, height: float = 0.8, top: float = 2.0) -> np.ndarray:
    x, y = np.meshgrid(np.linspace(0, width, COLUMNS), np.linspace(top, top - height, ROWS))
    return np.stack([x, y, np.zeros_like(x)], axis=-1)


def hung(pinned: tuple[int, ...], wind: tuple[float, float, float] = (0.0, 0.0, 0.0),
         obstacles: tuple[Obstacle, ...] = (), rest: np.ndarray | None = None) -> Weft:  # fmt: skip
    rest = cut() if rest is None else rest
    start = rest + np.random.default_rng(0).normal(size=rest.shape) * 1e-3
    pins = rest.reshape(-1, 3)[list(pinned)]
    breeze = Breeze(np.array(wind), 0.4, Swirls(3, 1.0, 1.0))
    weave = Weave(ROWS, COLUMNS, pinned, 0.15, 0.2)
    return Weft(rest, weave, lambda _: pins, start, breeze, 9.81, lambda _: obstacles)


def after(weft: Weft, seconds: float) -> np.ndarray:
    while weft.step_count * STEP_S < seconds:
        weft.advance()
    return weft.positions


TOP_ROW = tuple(range(COLUMNS))
LEFT_EDGE = tuple(range(0, ROWS * COLUMNS, COLUMNS))


def test_a_curtain_hangs_straight_down_from_its_rail() -> None:
    places = after(hung(TOP_ROW), 4.0)
    assert np.abs(places[0] - cut()[0]).max() < 1e-9
    assert places[-1, :, 1].mean() == pytest.approx(1.2, abs=0.02)
    assert np.abs(places[..., 2]).max() < 0.06


def test_a_storm_does_not_make_cloth_longer_than_it_was_cut() -> None:
    places = after(hung(LEFT_EDGE, (9.0, 0.0, 2.0)), 2.0)
    reach = np.linalg.norm(places[:, -1] - places[:, 0], axis=-1)
    assert reach.max() < 1.03
    lengths = np.linalg.norm(np.diff(places, axis=1), axis=-1).sum(axis=1)
    assert lengths.min() > 0.95 and lengths.max() < 1.15


def test_a_flag_flies_with_the_wind_and_flutters() -> None:
    weft = hung(LEFT_EDGE, (7.0, 0.0, 0.0))
    after(weft, 1.5)
    free = []
    while weft.step_count * STEP_S < 3.0:
        weft.advance()
        free.append(weft.positions[:, -1].mean(axis=0))
    track = np.array(free)
    assert track[:, 0].mean() > 0.6
    assert 0.02 < track[:, 2].std() < 0.5
    still = after(hung(LEFT_EDGE), 3.0)
    assert still[:, -1, 0].mean() < 0.45


def test_cloth_falls_on_a_table_and_stays_above_it_and_the_ground() -> None:
    flat = cut(1.4, 1.2, 0.0)
    flat = np.stack([flat[..., 0] - 0.7, np.full_like(flat[..., 0], 1.0), flat[..., 1] + 0.6], -1)
    pose = np.eye(4)
    pose[:3, 3] = (0.0, 0.4, 0.0)
    table = Obstacle("box", (0.4, 0.35, 0.35), pose)
    places = after(hung((), obstacles=(GROUND, table), rest=flat), 2.5)
    over = (np.abs(places[..., 0]) < 0.35) & (np.abs(places[..., 2]) < 0.3)
    assert places[over, 1].min() > 0.74
    assert 0.0 < places[..., 1].min() < 0.7


@pytest.mark.parametrize("shape", ["box", "ball", "post"])
def test_points_inside_a_shape_come_out_and_others_stay(shape: str) -> None:
    points = np.random.default_rng(1).uniform(-1, 1, (300, 3))
    before = points.copy()
    pushed_out(points, Obstacle(shape, (0.5, 0.5, 0.5), np.eye(4)), 0.01)  # type: ignore[arg-type]
    moved = np.linalg.norm(points - before, axis=1) > 0
    match shape:
        case "box":
            depth = (0.51 - np.abs(points)).min(axis=1)
        case "ball":
            depth = 0.51 - np.linalg.norm(points, axis=1)
        case _:
            depth = np.minimum(
                0.51 - np.hypot(points[:, 0], points[:, 2]), 0.51 - np.abs(points[:, 1])
            )
    assert depth.max() < 1e-9
    assert 10 < moved.sum() < 280


def test_a_flag_of_the_stage_is_the_same_asked_for_alone_or_in_order() -> None:
    shot = Shot("a flag waves in a park, windy", 24)
    in_order, alone = (Cloths(shot.staging.scene, shot.motion, 24.0) for _ in range(2))
    for time_s in (0.1, 0.3, 0.55):
        last = in_order.shapes(time_s)
    later = alone.shapes(0.8)
    again = alone.shapes(0.55)
    assert len(last) == 1
    for key, shape in last.items():
        assert np.array_equal(shape.positions, again[key].positions)
        assert not np.array_equal(shape.positions, later[key].positions)
        assert np.abs(np.linalg.norm(shape.normals, axis=1) - 1).max() < 1e-4


@pytest.mark.parametrize("name", ["flag", "curtain", "clothesline", "sail"])
def test_cloths_stay_on_their_poles_and_ropes(name: str) -> None:
    shot = Shot(f"a {name} in a meadow, windy", 12)
    scene = shot.staging.scene
    assert scene.cloths
    shapes = Cloths(scene, shot.motion, 24.0).shapes(0.4)
    for cloth in scene.cloths:
        part = next(p for p in shot.prop(cloth.prop).model.parts if p.name == cloth.part)
        assert part.weave is not None
        pins = list(part.weave.pinned)
        now = shapes[cloth.prop, cloth.part].positions
        assert np.abs(now[pins] - part.mesh.positions[pins]).max() < 0.01
        assert np.abs(now - part.mesh.positions).max() > 0.02
