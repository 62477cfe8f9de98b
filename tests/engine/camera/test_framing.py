from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from engine.camera.framing import (
    ANGLES,
    LOWEST_M,
    SHOT_SIZES,
    Bounds,
    SubjectBox,
    box_corners,
    enclosing,
    framed_path,
    in_frame,
    shown_region,
)
from engine.camera.motion import pose_at
from engine.camera.moves import MOVES
from engine.camera.pose import project
from engine.errors import BadRequest

PERSON = SubjectBox((1.0, 0.86, -2.0), (0.55, 1.72, 0.35), 0.4, person=True)
CUP = SubjectBox((0.0, 0.79, 0.0), (0.09, 0.11, 0.09))
CAR = SubjectBox((3.0, 0.7, 1.0), (1.8, 1.4, 4.4), 1.2)
HOUSE = SubjectBox((0.0, 3.0, 0.0), (9.0, 6.0, 8.0))
SUBJECTS = {"person": PERSON, "cup": CUP, "car": CAR, "house": HOUSE}
FRAMES = (0, 30, 60, 90, 119)


_SHOWN = [("person", size) for size in SHOT_SIZES] + [
    (name, size) for name in ("cup", "car", "house") for size in ("close-up", "wide shot")
]


@pytest.mark.parametrize(("name", "size"), _SHOWN)
def test_what_the_shot_size_shows_stays_in_the_frame_through_every_move(
    name: str, size: str
) -> None:
    subject = SUBJECTS[name]
    region = shown_region(subject, size)
    for move in MOVES:
        path = framed_path(subject, size, "", 0.0, move, 1.0, 120, 16 / 9)
        for frame in FRAMES:
            if (move == "whip pan" and frame < 60) or (move == "reveal" and frame < 90):
                continue
            assert in_frame(path, region, frame, 640, 360), (move, frame)


@pytest.mark.parametrize("name", SUBJECTS)
@pytest.mark.parametrize("angle", [angle for angle in ANGLES if angle != "dutch"])
@pytest.mark.parametrize("aspect", [16 / 9, 1.0, 9 / 16])
def test_every_angle_and_picture_shape_shows_all_of_a_full_shot(
    name: str, angle: str, aspect: float
) -> None:
    subject = SUBJECTS[name]
    path = framed_path(subject, "full shot", angle, 0.0, "", 1.0, 48, aspect)
    assert in_frame(path, subject, 0, round(360 * aspect), 360)


@pytest.mark.parametrize("name", SUBJECTS)
def test_a_reveal_begins_without_its_subject_and_ends_on_it(name: str) -> None:
    path = framed_path(SUBJECTS[name], "full shot", move="reveal")
    middle = replace(SUBJECTS[name], size_m=(0.05, 0.05, 0.05))
    assert not in_frame(path, middle, 0, 640, 360)
    assert in_frame(path, SUBJECTS[name], 119, 640, 360)


def test_a_crash_zoom_rests_zooms_at_once_and_rests() -> None:
    path = framed_path(PERSON, "close-up", move="crash zoom", frame_count=100)
    seen = [pose_at(path, frame, 640, 360).vertical_fov_rad for frame in range(100)]
    changing = [frame for frame in range(1, 100) if seen[frame] != pytest.approx(seen[frame - 1])]
    assert 5 <= len(changing) <= 10
    assert seen[0] > 2 * seen[99]


def test_a_roll_turns_the_horizon_and_nothing_else() -> None:
    path = framed_path(PERSON, "full shot", move="roll right")
    first, last = pose_at(path, 0, 640, 360), pose_at(path, 119, 640, 360)
    assert np.allclose(first.position_m, last.position_m)
    assert np.allclose(first.camera_to_world[:3, 2], last.camera_to_world[:3, 2])
    turned = math.acos(float(first.camera_to_world[:3, 0] @ last.camera_to_world[:3, 0]))
    assert turned == pytest.approx(math.radians(25.0), abs=1e-3)


def test_a_pedestal_goes_straight_up_and_looks_level_all_the_way() -> None:
    path = framed_path(PERSON, "full shot", move="pedestal up")
    way = [pose_at(path, frame, 640, 360) for frame in (0, 60, 119)]
    assert way[0].position_m[1] < way[1].position_m[1] < way[2].position_m[1]
    assert np.allclose([pose.position_m[::2] for pose in way], way[0].position_m[::2])
    assert np.allclose([pose.camera_to_world[:3, 2] for pose in way], way[0].camera_to_world[:3, 2])


def test_top_down_looks_down_on_the_subject() -> None:
    pose = pose_at(framed_path(PERSON, "full shot", move="top down"), 60, 640, 360)
    assert pose.camera_to_world[1, 2] > 0.95


def test_a_dutch_angle_keeps_the_middle_of_the_subject_and_tilts_the_horizon() -> None:
    path = framed_path(PERSON, "full shot", "dutch")
    assert 5.0 < path.keys[0].roll_deg < 30.0
    middle = SubjectBox(PERSON.center_m, (0.4, 1.2, 0.3), PERSON.yaw_rad)
    assert in_frame(path, middle, 0, 640, 360)


@pytest.mark.parametrize("angle", ["", "ground level", "overhead"])
@pytest.mark.parametrize("size", ["extreme close-up", "full shot"])
def test_the_camera_stays_above_ground_and_outside_the_subject(size: str, angle: str) -> None:
    for subject in SUBJECTS.values():
        for move in MOVES:
            path = framed_path(subject, size, angle, 0.0, move, 1.0, 60)
            for frame in (0, 30, 59):
                position = pose_at(path, frame, 640, 360).position_m
                assert position[1] >= LOWEST_M - 0.02
                assert not _inside(subject, position), (size, move, angle)


def _inside(box: SubjectBox, point: np.ndarray) -> bool:
    offset = point - np.asarray(box.center_m)
    cosine, sine = math.cos(box.yaw_rad), math.sin(box.yaw_rad)
    local = np.array(
        [
            offset[0] * cosine - offset[2] * sine,
            offset[1],
            offset[0] * sine + offset[2] * cosine,
        ]
    )
    return bool(np.all(np.abs(local) < np.asarray(box.size_m) / 2.0))


def _height_in_frame(size: str) -> float:
    path = framed_path(PERSON, size)
    pose = pose_at(path, 0, 640, 360)
    where, _ = project(box_corners(PERSON), pose.camera_to_world, pose.vertical_fov_rad, 640 / 360)
    return float(np.ptp(where[:, 1])) / 2.0


def test_closer_sizes_show_a_person_larger() -> None:
    order = (
        "establishing", "extreme wide", "wide shot", "full shot", "cowboy", "medium shot",
        "medium close-up", "close-up", "extreme close-up",
    )  # fmt: skip
    heights = [_height_in_frame(size) for size in order]
    assert all(a < b for a, b in pairwise(heights)), heights
    assert 0.7 < heights[order.index("full shot")] < 0.95


def test_the_default_view_is_three_quarter_of_the_front() -> None:
    position = np.asarray(framed_path(PERSON, "full shot").keys[0].position_m)
    away = position - np.asarray(PERSON.center_m)
    turned = math.atan2(away[0], away[2]) - PERSON.yaw_rad
    assert 15.0 < math.degrees(turned) < 50.0


def _travel(move: str) -> tuple[np.ndarray, np.ndarray]:
    path = framed_path(PERSON, "full shot", "", 0.0, move, 1.0, 60)
    first, last = pose_at(path, 0, 640, 360), pose_at(path, 59, 640, 360)
    return first.camera_to_world, last.camera_to_world


def _image_x_of_subject(move: str) -> tuple[float, float]:
    path = framed_path(PERSON, "full shot", "", 0.0, move, 1.0, 60)
    xs = []
    for frame in (0, 59):
        pose = pose_at(path, frame, 640, 360)
        where, _ = project(
            np.array([PERSON.center_m]), pose.camera_to_world, pose.vertical_fov_rad, 16 / 9
        )
        xs.append(float(where[0, 0]))
    return xs[0], xs[1]


def test_moves_go_where_their_names_say() -> None:
    first, last = _travel("truck right")
    assert (last[:3, 3] - first[:3, 3]) @ first[:3, 0] > 0.3
    first, last = _travel("truck left")
    assert (last[:3, 3] - first[:3, 3]) @ first[:3, 0] < -0.3
    first, last = _travel("dolly in")
    assert (last[:3, 3] - first[:3, 3]) @ -first[:3, 2] > 0.5
    first, last = _travel("crane up")
    assert last[1, 3] - first[1, 3] > 0.5
    before, after = _image_x_of_subject("pan right")
    assert before > 0.1 > -0.1 > after
    before, after = _image_x_of_subject("pan left")
    assert before < -0.1 < 0.1 < after
    first, last = _travel("tilt up")
    assert -last[1, 2] > -first[1, 2] + 0.02
    first, last = _travel("orbit right")
    assert (last[:3, 3] - first[:3, 3]) @ first[:3, 0] > 0.5


def test_a_zoom_changes_the_lens_and_not_the_place() -> None:
    path = framed_path(PERSON, "full shot", "", 0.0, "zoom in", 1.0, 60)
    assert path.keys[0].position_m == path.keys[-1].position_m
    assert path.keys[-1].focal_length_mm > path.keys[0].focal_length_mm * 1.5


def test_a_dolly_zoom_keeps_the_subjects_size_while_the_lens_changes() -> None:
    path = framed_path(PERSON, "medium shot", "", 0.0, "dolly zoom", 1.0, 60)
    first, last = pose_at(path, 0, 640, 360), pose_at(path, 59, 640, 360)
    assert last.vertical_fov_rad < first.vertical_fov_rad * 0.7
    target = np.asarray(path.keys[0].target_m)
    scales = [
        np.linalg.norm(pose.position_m - target) * math.tan(pose.vertical_fov_rad / 2)
        for pose in (first, pose_at(path, 30, 640, 360), last)
    ]
    assert max(scales) / min(scales) < 1.05


def test_follow_keeps_a_moving_subject_in_the_frame() -> None:
    track = np.stack([np.linspace(0, 8, 120), np.full(120, 0.86), np.zeros(120)], axis=1)
    subject = SubjectBox((0.0, 0.86, 0.0), (0.55, 1.72, 0.35), math.pi / 2, person=True)
    path = framed_path(
        subject, "full shot", "", 0.0, "tracking", 1.0, 120, 16 / 9, subject_track=track
    )
    for frame in range(0, 120, 7):
        there = SubjectBox(tuple(track[frame]), subject.size_m, subject.yaw_rad)
        assert in_frame(path, there, frame, 640, 360)
    assert path.keys[-1].position_m[0] - path.keys[0].position_m[0] == pytest.approx(8.0, abs=0.2)


def test_in_a_small_room_the_lens_widens_instead_of_going_through_the_wall() -> None:
    bounds = Bounds((-2.0, 0.1, -2.5), (2.0, 2.4, 2.5))
    subject = SubjectBox((0.0, 0.86, 0.0), (0.55, 1.72, 0.35), 0.0, person=True)
    path = framed_path(subject, "full shot", "", 0.0, "dolly out", bounds=bounds)
    for frame in (0, 60, 119):
        position = pose_at(path, frame, 640, 360).position_m
        assert np.all(position >= np.asarray(bounds.low_m) - 1e-6)
        assert np.all(position <= np.asarray(bounds.high_m) + 1e-6)
        assert in_frame(path, subject, frame, 640, 360)


def test_several_subjects_fit_as_one() -> None:
    both = enclosing([PERSON, CAR])
    path = framed_path(both, "wide shot")
    assert in_frame(path, PERSON, 0, 640, 360) and in_frame(path, CAR, 0, 640, 360)


def test_an_unknown_shot_size_is_refused_with_the_list() -> None:
    with pytest.raises(BadRequest, match="close-up"):
        framed_path(PERSON, "huge")


def test_a_single_frame_can_be_framed_with_any_move() -> None:
    for move in MOVES:
        assert framed_path(PERSON, "full shot", "", 0.0, move, 1.0, 1).keys[0].frame == 0
