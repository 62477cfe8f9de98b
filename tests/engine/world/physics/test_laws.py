"""Things move as theory says: within 1 %, pendulum and cradle within 2 % over ten seconds."""

from __future__ import annotations

import pytest

from tests.engine.world.physics import experiments


def test_free_fall_is_exact() -> None:
    assert experiments.fallen().error < 1e-4


@pytest.mark.parametrize("gravity", [9.81, 1.62])
@pytest.mark.parametrize("materials", [("rubber", "wood"), ("leather", "grass")])
def test_a_dropped_ball_rebounds_to_its_height_in_its_time(
    gravity: float, materials: tuple[str, str]
) -> None:
    for outcome in experiments.dropped(gravity, materials):
        assert outcome.error < 0.01


@pytest.mark.parametrize(
    ("speed", "materials"),
    [(2.0, ("wood", "ice")), (3.0, ("wood", "concrete")), (5.0, ("rubber", "asphalt"))],
)
def test_a_sliding_box_stops_where_friction_stops_it(
    speed: float, materials: tuple[str, str]
) -> None:
    assert experiments.slid(speed, materials).error < 0.01


@pytest.mark.parametrize(
    ("angle_deg", "materials"), [(20, ("wood", "ice")), (35, ("wood", "tiles"))]
)
def test_a_box_slides_down_an_incline_as_fast_as_friction_lets_it(
    angle_deg: float, materials: tuple[str, str]
) -> None:
    assert experiments.slid_down(angle_deg, materials).error < 0.01


def test_a_ball_rolls_down_an_incline_without_slip() -> None:
    assert experiments.rolled_down(15.0).error < 0.01


def test_a_throw_reaches_its_range_and_its_top() -> None:
    for outcome in experiments.thrown():
        assert outcome.error < 0.01


@pytest.mark.parametrize("speed", [3.0, 10.0, 20.0])
def test_a_ball_comes_back_from_a_wall(speed: float) -> None:
    for outcome in experiments.rebounded(speed):
        assert outcome.error < 0.01


@pytest.mark.parametrize("angle_deg", [8.0, 60.0, 110.0])
def test_a_pendulum_keeps_time_and_height_for_ten_seconds(angle_deg: float) -> None:
    for outcome in experiments.swung(angle_deg):
        assert outcome.error < 0.02


def test_newtons_cradle_hands_the_swing_on_for_ten_seconds() -> None:
    first, last, between = experiments.cradled()
    assert first.error < 0.02
    assert last.error < 0.02
    assert between.error < 0.02


def test_ten_boxes_stand_still() -> None:
    assert experiments.drift_of_a_stack() < 1e-3


def test_a_tower_of_blocks_stands_still() -> None:
    assert experiments.drift_of_a_tower() < 1e-3


def test_a_row_of_twenty_dominoes_falls_to_the_end() -> None:
    assert experiments.dominoes_fallen(20) == 20
