from __future__ import annotations

import math

import numpy as np
import pytest

from engine.materials import material
from engine.world.assets.places import Place, Placed, build_place, place_names
from engine.world.dry_land import dry_land
from engine.world.model import Drop, Water

INDOORS = set(
    """room kitchen office court studio classroom stage dungeon bedroom cafe cave library
    church""".split()
)


def _world_points(thing: Placed) -> np.ndarray:
    c, s = math.cos(thing.yaw_rad), math.sin(thing.yaw_rad)
    turn = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    points = np.concatenate(
        [p.mesh.positions @ p.offset[:3, :3].T + p.offset[:3, 3] for p in thing.model.parts]
    )
    return points @ turn.T + thing.position_m


@pytest.fixture(scope="module", params=place_names())
def place(request: pytest.FixtureRequest) -> Place:
    return build_place(request.param, 4)


def test_every_promised_place_exists() -> None:
    promised = set(
        """studio street meadow room kitchen court park beach forest office mountain desert moon
        classroom stage rooftop castle dungeon market station lake snowfield bedroom cafe pool
        cave farm library church highway""".split()
    )
    assert promised <= set(place_names())
    with pytest.raises(KeyError):
        build_place("moon base")


def test_nothing_stands_on_the_stage(place: Place) -> None:
    x, z = place.stage.center_m
    assert place.stage.radius_m >= (1.6 if place.indoors else 2.5)
    for thing in place.things:
        points = _world_points(thing)
        inside = np.hypot(points[:, 0] - x, points[:, 2] - z) < place.stage.radius_m
        at_head = (points[:, 1] > 0.02) & (points[:, 1] < 2.0)
        assert not (inside & at_head).any(), thing.model.name


def test_nothing_stands_between_the_stage_and_the_camera(place: Place) -> None:
    for thing in place.things:
        points = _world_points(thing)
        path = (np.abs(points[:, 0]) < 0.8) & (points[:, 2] > 0) & (points[:, 2] < 5.0)
        assert not (path & (points[:, 1] > 0.4) & (points[:, 1] < 1.9)).any(), thing.model.name


def test_the_ground_is_the_lowest_thing_that_is_hit_on_dry_land(place: Place) -> None:
    material(place.ground_material)
    for thing in place.things:
        points = _world_points(thing)
        middle = points.mean(axis=0)
        holes: tuple[Water | Drop, ...] = (*place.waters, *place.drops)
        lower = any(
            hole.low_m[0] - 1 < middle[0] < hole.high_m[0] + 1
            and hole.low_m[1] - 1 < middle[2] < hole.high_m[1] + 1
            for hole in holes
        )
        if thing.model.colliders and not lower:
            assert points[:, 1].min() > -0.75, thing.model.name


def test_waters_lie_off_the_stage_and_show_a_surface_at_their_level(place: Place) -> None:
    x, z = place.stage.center_m
    for water in place.waters:
        assert water.level_m < 0 < water.depth_m
        assert not any(water.covers(x + 2.5 * math.sin(a), z + 2.5 * math.cos(a)) for a in range(7))
        surfaces = [thing for thing in place.things if thing.model.name == "water"]
        levels = [_world_points(thing)[:, 1].max() for thing in surfaces]
        assert any(level == pytest.approx(water.level_m, abs=1e-3) for level in levels)


def test_a_place_is_light_enough_to_draw(place: Place) -> None:
    parts = [part for thing in place.things for part in thing.model.parts]
    assert sum(len(part.mesh.indices) for part in parts) <= 120_000
    assert len({id(part.mesh) for part in parts}) <= 180


def test_set_dressing_never_moves(place: Place) -> None:
    assert all(thing.model.fixed for thing in place.things)


def test_rooms_have_three_walls_and_one_that_can_be_left_out(place: Place) -> None:
    assert place.indoors == (place.name in INDOORS)
    names = {thing.model.name for thing in place.things}
    if place.name in INDOORS - {"studio", "cave"}:
        assert {"back wall", "left wall", "right wall", "ceiling"} <= names
        assert [wall.model.name for wall in place.walls] == ["front wall"]
        assert place.lights
    else:
        assert not place.walls


def test_walls_face_into_the_room() -> None:
    place = build_place("room", 1)
    for wall in (*place.things, *place.walls):
        if wall.model.name.endswith(" wall"):
            facing = np.array([math.sin(wall.yaw_rad), math.cos(wall.yaw_rad)])
            towards = -np.array([wall.position_m[0], wall.position_m[2]])
            assert facing @ towards > 0


def test_things_fall_slowly_on_the_moon_only() -> None:
    assert build_place("moon").gravity_mps2 == pytest.approx(1.62)
    assert build_place("desert").gravity_mps2 == pytest.approx(9.81)


def test_what_hangs_on_a_wall_is_part_of_the_wall() -> None:
    room = build_place("classroom", 2)
    wall = next(thing for thing in room.things if thing.model.name == "back wall")
    assert any(part.name.startswith("blackboard") for part in wall.model.parts)


def test_the_ground_ends_where_it_falls_away() -> None:
    station = build_place("station", 2)
    pieces = dry_land(100.0, station.drops)
    (drop,) = station.drops
    middle = (0.0, (drop.low_m[1] + drop.high_m[1]) / 2)

    def on_land(x: float, z: float) -> bool:
        return any(x0 <= x <= x1 and z0 <= z <= z1 for x0, z0, x1, z1 in pieces)

    assert on_land(0.0, 0.0) and not on_land(*middle)
    area = sum((x1 - x0) * (z1 - z0) for x0, z0, x1, z1 in pieces)
    assert area == pytest.approx(200.0**2 - 200.0 * (drop.high_m[1] - drop.low_m[1]))


def test_a_seed_gives_the_same_place_again_and_another_seed_another() -> None:
    first, again, other = (build_place("meadow", seed) for seed in (2, 2, 3))
    assert [t.position_m for t in first.things] == [t.position_m for t in again.things]
    assert [t.model.size_m for t in first.things] == [t.model.size_m for t in again.things]
    assert [t.position_m for t in first.things] != [t.position_m for t in other.things]


def test_windows_glow_after_dark_only() -> None:
    def glow(night: bool) -> float:
        place = build_place("street", 1, night=night)
        return sum(
            part.surface.emission
            for thing in place.things
            for part in thing.model.parts
            if part.name.startswith("lit panes")
        )

    assert glow(False) == 0
    assert glow(True) > 5


def test_what_can_carry_something_is_as_high_as_it_says() -> None:
    place = build_place("room", 1)
    table = next(t for t in place.things if t.model.name == "round table")
    assert place.supports["table"] == pytest.approx(table.model.size_m[1], abs=0.01)
