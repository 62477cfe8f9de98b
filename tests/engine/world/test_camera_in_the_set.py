"""Where the laid camera stands among solid things, and whose camera it is."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.camera.motion import pose_at
from engine.camera.moves import MOVES
from engine.camera.path import CameraKey, CameraMove, CameraPath
from engine.request import ShotRequest
from engine.script.breakdown import Action, Breakdown, CameraWords, Subject
from engine.timing import FrameRate
from engine.world.camera_clearance import kept_clear
from engine.world.scene import ROOM_SIDES, Scene
from engine.world.shooting import lay_camera
from engine.world.simulation import Motion, simulate
from engine.world.staging.director import Staging, stage
from tests.engine.world.shots import VOICE

FRAMES = 48
TALKERS = Breakdown(
    subjects=(Subject(name="woman", label="Anna"), Subject(name="man", label="Ben")),
    actions=(Action(verb="talk", subject="Anna", preposition="to", target="Ben"),),
    place="park",
)


def request(**changes: object) -> ShotRequest:
    return ShotRequest(
        prompt="a shot", frame_count=FRAMES, rate=FrameRate(24), width_px=160, height_px=90,
        **changes,  # type: ignore[arg-type]
    )  # fmt: skip


def played(breakdown: Breakdown) -> tuple[Staging, Motion]:
    staging = stage(request(), breakdown, VOICE, lambda: None)
    return staging, simulate(staging.scene, FrameRate(24), FRAMES, lambda: None)


@pytest.fixture(scope="module")
def talk() -> tuple[Staging, Motion]:
    return played(TALKERS)


def laid(talk: tuple[Staging, Motion], move: str, **words: object) -> CameraPath:
    staging, motion = talk
    camera = CameraWords(**words)  # type: ignore[arg-type]
    breakdown = Breakdown(
        subjects=TALKERS.subjects, actions=TALKERS.actions, place="park", camera=camera
    )
    asked = request(camera=CameraMove(move)) if move else request()
    return lay_camera(staging.scene, motion, staging.featured, asked, breakdown)


def inside(scene: Scene, position: np.ndarray, spared: tuple[str, ...]) -> list[str]:
    """Labels of fixed box-shaped things that hold the position."""
    found = []
    for prop in scene.props:
        if prop.kind != "fixed" or prop.label in spared or prop.label in ROOM_SIDES:
            continue
        for collider in prop.model.colliders:
            if collider.shape != "box":
                continue
            local = np.linalg.inv(prop.pose @ collider.offset) @ np.append(position, 1.0)
            if (np.abs(local[:3]) < np.array(collider.size_m)).all():
                found.append(prop.label)
    return found


@pytest.mark.parametrize("place", ["park", "street", "forest", "kitchen", "court"])
def test_no_move_takes_the_camera_into_anything_solid_or_underground(place: str) -> None:
    breakdown = Breakdown(subjects=TALKERS.subjects, actions=TALKERS.actions, place=place)
    staging, motion = played(breakdown)
    for move in MOVES:
        asked = request(camera=CameraMove(move))
        path = lay_camera(staging.scene, motion, staging.featured, asked, breakdown)
        for frame in range(0, FRAMES, 4):
            position = pose_at(path, frame, 160, 90).position_m
            assert position[1] > 0.05, (move, frame)
            assert not inside(staging.scene, position, staging.featured), (move, frame)


def test_a_camera_that_would_go_through_a_tree_goes_round_it() -> None:
    staging, _ = played(Breakdown(subjects=(Subject(name="tree", label="tree"),), place="studio"))
    tree = next(prop for prop in staging.scene.props if prop.label == "tree")
    x, _, z = tree.pose[:3, 3]
    ends = ((x - 3.0, 1.0, z), (x + 3.0, 1.0, z))
    path = CameraPath(
        keys=tuple(
            CameraKey(frame=40 * n, position_m=at, target_m=(x, 1.0, z - 9.0), ease="linear")
            for n, at in enumerate(ends)
        )
    )
    clear = kept_clear(path, staging.scene, 41)
    way = np.array([pose_at(clear, frame, 160, 90).position_m for frame in range(41)])
    assert np.linalg.norm(way[20, ::2] - (x, z)) > 0.3
    assert np.abs(np.diff(way, axis=0)).max() < 0.6
    assert np.allclose(way[0], ends[0])
    assert np.allclose(way[-1], ends[1])


def test_an_exact_path_goes_where_it_is_sent(talk: tuple[Staging, Motion]) -> None:
    staging, motion = talk
    exact = CameraPath(keys=(CameraKey(frame=0, position_m=(0, -3.0, 2.0)),))
    asked = request(camera=exact)
    assert lay_camera(staging.scene, motion, staging.featured, asked, TALKERS) is exact


def test_a_point_of_view_is_from_the_eyes_and_on_whom_they_see(
    talk: tuple[Staging, Motion],
) -> None:
    path = laid(talk, "pov", whose="Ben")
    actors = {actor.label: actor for actor in talk[0].scene.actors}
    pose = pose_at(path, 24, 160, 90)
    eyes = actors["Ben"].performance.head(24.5 / 24)
    assert np.linalg.norm(pose.position_m - eyes) < 0.35
    towards = actors["Anna"].performance.head(24.5 / 24) - pose.position_m
    angle = math.acos(float(-pose.camera_to_world[:3, 2] @ towards) / np.linalg.norm(towards))
    assert angle < math.radians(12)


def test_over_the_shoulder_has_the_one_before_the_other(talk: tuple[Staging, Motion]) -> None:
    path = laid(talk, "", shot_size="over-the-shoulder", whose="Anna")
    actors = {actor.label: actor for actor in talk[0].scene.actors}
    pose = pose_at(path, 24, 160, 90)
    anna, ben = (actors[name].performance.head(1.0) for name in ("Anna", "Ben"))
    ahead = -pose.camera_to_world[:3, 2]
    assert 0.3 < float((anna - pose.position_m) @ ahead) < float((ben - pose.position_m) @ ahead)
    assert pose.focus_distance_m == pytest.approx(float((ben - pose.position_m) @ ahead), abs=0.3)


def test_a_racked_focus_goes_from_the_one_to_the_other(talk: tuple[Staging, Motion]) -> None:
    path = laid(talk, "rack focus", focus=("Anna", "Ben"))
    actors = {actor.label: actor for actor in talk[0].scene.actors}
    for frame, name in ((5, "Anna"), (FRAMES - 1, "Ben")):
        pose = pose_at(path, frame, 160, 90)
        face = actors[name].performance.head((frame + 0.5) / 24)
        depth = float((pose.position_m - face) @ pose.camera_to_world[:3, 2])
        assert pose.focus_distance_m == pytest.approx(depth, abs=0.15)


def test_close_shots_are_sharp_on_their_subject_and_wide_ones_all_over(
    talk: tuple[Staging, Motion],
) -> None:
    assert pose_at(laid(talk, "", shot_size="close-up"), 20, 160, 90).focus_distance_m is not None
    assert pose_at(laid(talk, "", shot_size="wide shot"), 20, 160, 90).focus_distance_m is None


def test_a_named_aperture_is_taken(talk: tuple[Staging, Motion]) -> None:
    path = laid(talk, "", shot_size="wide shot", aperture_f=1.4)
    assert pose_at(path, 20, 160, 90).f_number == pytest.approx(1.4)


def test_top_down_is_from_above(talk: tuple[Staging, Motion]) -> None:
    assert pose_at(laid(talk, "top down"), 20, 160, 90).camera_to_world[1, 2] > 0.95
