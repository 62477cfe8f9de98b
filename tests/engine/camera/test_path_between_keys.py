from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.camera.lens import focal_length_mm, horizontal_fov_rad, vertical_fov_rad
from engine.camera.motion import pose_at
from engine.camera.path import EASES, CameraKey, CameraPath
from engine.camera.pose import look_at
from engine.errors import BadRequest

coordinate = st.floats(-20, 20).map(lambda value: round(value, 3))


@st.composite
def paths(draw: st.DrawFn) -> CameraPath:
    frames = sorted(draw(st.sets(st.integers(0, 200), min_size=1, max_size=6)))
    keys = tuple(
        CameraKey(
            frame=frame,
            position_m=(draw(coordinate), draw(st.floats(0.15, 10)), draw(coordinate)),
            target_m=(draw(coordinate), -5.0, draw(coordinate)),
            roll_deg=draw(st.floats(-30, 30)),
            focal_length_mm=draw(st.floats(12, 200)),
            ease=draw(st.sampled_from(["linear", "smooth", "hold"])),
        )
        for frame in frames
    )
    return CameraPath(keys=keys)


@given(paths())
@settings(max_examples=80, deadline=None)
def test_the_camera_passes_through_every_key_on_its_frame(path: CameraPath) -> None:
    for key in path.keys:
        pose = pose_at(path, key.frame, 640, 360)
        assert np.allclose(pose.position_m, key.position_m, atol=1e-9)
        wanted = look_at(key.position_m, key.target_m, key.roll_deg)
        assert np.allclose(pose.camera_to_world, wanted, atol=1e-6)
        assert pose.vertical_fov_rad == pytest.approx(
            vertical_fov_rad(key.focal_length_mm, 640 / 360)
        )


@given(paths(), st.floats(-20, 220))
@settings(max_examples=200, deadline=None)
def test_a_camera_whose_keys_are_above_ground_stays_above_ground(
    path: CameraPath, frame: float
) -> None:
    heights = [key.position_m[1] for key in path.keys]
    height = pose_at(path, frame, 640, 360).position_m[1]
    assert min(heights) - 1e-9 <= height <= max(heights) + 1e-9


@given(paths(), st.floats(0, 200))
@settings(max_examples=100, deadline=None)
def test_the_camera_matrix_is_a_rotation_and_a_place(path: CameraPath, frame: float) -> None:
    matrix = pose_at(path, frame, 640, 360).camera_to_world
    assert np.allclose(matrix[:3, :3].T @ matrix[:3, :3], np.eye(3), atol=1e-9)
    assert np.linalg.det(matrix[:3, :3]) == pytest.approx(1.0)


def _key(frame: int, x: float, **more: object) -> CameraKey:
    return CameraKey(frame=frame, position_m=(x, 1.0, 5.0), target_m=(x, 1.0, 0.0), **more)  # type: ignore[arg-type]


def test_hold_stays_until_the_next_key() -> None:
    path = CameraPath(keys=(_key(0, 0.0, ease="hold"), _key(10, 4.0)))
    assert pose_at(path, 9.99, 640, 360).position_m[0] == 0.0
    assert pose_at(path, 10, 640, 360).position_m[0] == 4.0


def test_linear_goes_at_a_constant_speed() -> None:
    path = CameraPath(keys=(_key(0, 0.0, ease="linear"), _key(10, 4.0)))
    steps = np.diff([pose_at(path, frame, 640, 360).position_m[0] for frame in range(11)])
    assert np.allclose(steps, 0.4)


def test_a_smooth_path_has_no_jump_of_speed_at_its_keys() -> None:
    path = CameraPath(keys=(_key(0, 0.0), _key(10, 1.0), _key(30, 4.0), _key(40, 6.0)))
    before = [pose_at(path, frame - 1e-4, 640, 360).position_m[0] for frame in (10, 30)]
    at = [pose_at(path, frame, 640, 360).position_m[0] for frame in (10, 30)]
    after = [pose_at(path, frame + 1e-4, 640, 360).position_m[0] for frame in (10, 30)]
    assert np.allclose(np.subtract(at, before), np.subtract(after, at), atol=1e-8)


def test_before_the_first_and_after_the_last_key_the_camera_rests() -> None:
    path = CameraPath(keys=(_key(5, 1.0), _key(10, 2.0)))
    assert pose_at(path, -3, 640, 360).position_m[0] == 1.0
    assert pose_at(path, 99, 640, 360).position_m[0] == 2.0


def test_roll_tilts_the_horizon_clockwise() -> None:
    path = CameraPath(keys=(_key(0, 0.0, roll_deg=20.0),))
    right = pose_at(path, 0, 640, 360).camera_to_world[:3, 0]
    # A far point level with the camera, to its right, must appear lower: right points upwards.
    assert right[1] == pytest.approx(math.sin(math.radians(20.0)))


def test_focus_goes_from_one_distance_to_the_other_and_none_is_everything_sharp() -> None:
    pulled = CameraPath(
        keys=(_key(0, 0.0, focus_distance_m=1.0), _key(10, 0.0, focus_distance_m=4.0))
    )
    distances = [pose_at(pulled, frame, 640, 360).focus_distance_m for frame in range(11)]
    assert distances[0] == pytest.approx(1.0) and distances[-1] == pytest.approx(4.0)
    assert all(a < b for a, b in pairwise(distances))  # type: ignore[operator]
    assert pose_at(CameraPath(keys=(_key(0, 0.0),)), 0, 640, 360).focus_distance_m is None


def test_handheld_sways_a_little_and_always_the_same_way() -> None:
    path = CameraPath(keys=(_key(0, 0.0),), handheld=1.0)
    swayed = np.array([pose_at(path, frame, 640, 360).position_m for frame in range(48)])
    again = np.array([pose_at(path, frame, 640, 360).position_m for frame in range(48)])
    assert np.array_equal(swayed, again)
    assert 0.002 < np.abs(swayed - [0.0, 1.0, 5.0]).max() < 0.04
    assert np.abs(np.diff(swayed, axis=0)).max() < 0.01


def test_a_50_mm_lens_on_full_frame_sees_39_6_degrees_across() -> None:
    assert math.degrees(horizontal_fov_rad(50.0)) == pytest.approx(39.6, abs=0.05)
    vertical = vertical_fov_rad(50.0, 16 / 9)
    assert math.tan(vertical / 2) == pytest.approx(math.tan(horizontal_fov_rad(50) / 2) * 9 / 16)
    assert focal_length_mm(vertical, 16 / 9) == pytest.approx(50.0)


def test_a_path_without_keys_is_refused_in_words() -> None:
    with pytest.raises(BadRequest, match="no keys"):
        pose_at(CameraPath(keys=()), 0, 640, 360)


def test_looking_straight_down_is_possible() -> None:
    matrix = look_at((0.0, 5.0, 0.0), (0.0, 0.0, 0.0))
    assert np.allclose(matrix[:3, 2], [0.0, 1.0, 0.0])
    assert np.allclose(matrix[:3, 1], [0.0, 0.0, -1.0])


def _keys(ease: str, **changes: object) -> CameraPath:
    places = ((0.0, 1.0, 0.0), (1.0, 3.0, 0.0), (2.0, 1.0, 4.0), (3.0, 1.0, 4.0))
    return CameraPath(
        keys=tuple(
            CameraKey(frame=20 * n, position_m=at, target_m=(0.0, 0.0, -9.0), ease=ease, **changes)  # type: ignore[arg-type]
            for n, at in enumerate(places)
        )
    )


@pytest.mark.parametrize("ease", EASES)
def test_every_ease_passes_through_every_key(ease: str) -> None:
    path = _keys(ease)
    for key in path.keys:
        assert np.allclose(pose_at(path, key.frame, 640, 360).position_m, key.position_m)


def test_eased_ends_are_slow_and_the_others_are_not() -> None:
    def steps(ease: str) -> tuple[float, float]:
        path = _keys(ease)
        xs = [pose_at(path, frame, 640, 360).position_m[0] for frame in (0, 1, 19, 20)]
        return float(xs[1] - xs[0]), float(xs[3] - xs[2])

    even = 1 / 20
    assert steps("linear") == pytest.approx((even, even))
    assert steps("ease in")[0] < 0.01 * even < 2 * even < steps("ease in")[1]
    assert steps("ease out")[1] < 0.01 * even < 2 * even < steps("ease out")[0]
    assert max(steps("ease in-out")) < 0.2 * even


def test_catmull_rom_swings_through_where_smooth_stays_between() -> None:
    def highest(ease: str) -> float:
        frames = np.linspace(0, 60, 200)
        return max(float(pose_at(_keys(ease), f, 640, 360).position_m[2]) for f in frames)

    assert highest("smooth") == pytest.approx(4.0)
    assert highest("catmull-rom") > 4.1


def test_a_catmull_rom_path_has_no_corner() -> None:
    path = _keys("catmull-rom")
    at = [pose_at(path, 20 + d, 640, 360).position_m for d in (-0.01, 0.0, 0.01)]
    assert np.allclose(at[1] - at[0], at[2] - at[1], atol=1e-4)


def test_bezier_leaves_along_its_handle_and_arrives_along_the_next() -> None:
    keys = (
        CameraKey(frame=0, position_m=(0, 1, 0), target_m=(0, 0, -9), ease="bezier",
                  handle_out_m=(0, 2, 0)),
        CameraKey(frame=30, position_m=(6, 1, 0), target_m=(0, 0, -9), handle_in_m=(0, 0, 3)),
    )  # fmt: skip
    path = CameraPath(keys=keys)
    middle = pose_at(path, 15, 640, 360).position_m
    # B(1/2) = (p0 + 3 c0 + 3 c1 + p1) / 8
    assert np.allclose(middle, ((0 + 0 + 18 + 6) / 8, (1 + 9 + 3 + 1) / 8, 9 / 8))
    leaving = pose_at(path, 0.01, 640, 360).position_m - np.array((0, 1, 0))
    assert np.allclose(leaving / np.linalg.norm(leaving), (0, 1, 0), atol=0.01)


def test_an_orientation_is_taken_as_it_is_and_turned_on_the_sphere_between_keys() -> None:
    half = math.sqrt(0.5)
    keys = (
        CameraKey(frame=0, position_m=(0, 1, 0), orientation=(1.0, 0.0, 0.0, 0.0), ease="linear"),
        CameraKey(frame=10, position_m=(0, 1, 0), orientation=(half, 0.0, half, 0.0)),
    )
    path = CameraPath(keys=keys)
    assert np.allclose(-pose_at(path, 0, 640, 360).camera_to_world[:3, 2], (0, 0, -1))
    assert np.allclose(-pose_at(path, 10, 640, 360).camera_to_world[:3, 2], (-1, 0, 0))
    middle = -pose_at(path, 5, 640, 360).camera_to_world[:3, 2]
    assert np.allclose(middle, (-half, 0, -half))


def test_aperture_and_focus_go_from_key_to_key() -> None:
    keys = (
        CameraKey(frame=0, position_m=(0, 1, 5), focus_distance_m=1.0, aperture_f=2.0,
                  ease="linear"),
        CameraKey(frame=10, position_m=(0, 1, 5), focus_distance_m=4.0, aperture_f=8.0),
    )  # fmt: skip
    pose = pose_at(CameraPath(keys=keys), 5, 640, 360)
    assert pose.f_number == pytest.approx(4.0)
    assert pose.focus_distance_m == pytest.approx(1 / ((1.0 + 0.25) / 2))
