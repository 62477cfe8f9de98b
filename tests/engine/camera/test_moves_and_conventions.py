from __future__ import annotations

import numpy as np
import pytest

from engine.camera.convert import intrinsics, opencv_from_opengl, opengl_from_opencv
from engine.camera.lens import vertical_fov_rad
from engine.camera.moves import MOVES, canonical_move, move_words
from engine.camera.pose import look_at, project
from engine.errors import BadRequest


@pytest.mark.parametrize(
    ("words", "move"),
    [
        ("dolly-in", "dolly in"), ("Push In", "dolly in"), ("pull back", "dolly out"),
        ("track_left", "truck left"), ("slide right", "truck right"), ("pan", "pan right"),
        ("boom up", "crane up"), ("ped down", "pedestal down"), ("arc clockwise", "arc right"),
        ("orbit shot", "orbit right"), ("drone shot", "flyover"), ("fly-over", "flyover"),
        ("tracking shot", "follow"), ("hand-held", "handheld"), ("vertigo effect", "dolly zoom"),
        ("whip-pan", "whip pan"), ("slow push in", "dolly in"), ("pushes in", "dolly in"),
        ("panning left", "pan left"), ("static camera", "static"), ("locked off", "static"),
        ("snap zoom", "crash zoom"), ("zooms out", "zoom out"), ("craning up", "crane up"),
    ],
)  # fmt: skip
def test_the_words_for_a_move_mean_its_canonical_name(words: str, move: str) -> None:
    assert canonical_move(words) == move


def test_every_move_is_its_own_name_and_no_alias_points_elsewhere() -> None:
    for move in MOVES:
        assert canonical_move(move) == move
    assert set(move_words().values()) == set(MOVES)


def test_an_unknown_move_is_refused_with_the_list_of_moves() -> None:
    with pytest.raises(BadRequest, match="dolly in, dolly out"):
        canonical_move("teleport")


def test_opencv_and_opengl_cameras_convert_back_and_forth() -> None:
    matrix = look_at((1.0, 2.0, 3.0), (0.0, 0.5, -1.0), 12.0)
    assert np.allclose(opengl_from_opencv(opencv_from_opengl(matrix)), matrix)


def test_both_conventions_put_a_point_on_the_same_pixel() -> None:
    matrix, fov = look_at((1.0, 2.0, 3.0), (0.0, 0.5, -1.0)), vertical_fov_rad(35.0, 16 / 9)
    point = np.array([0.3, 0.9, -0.4])
    opengl, _ = project(point[None], matrix, fov, 16 / 9)
    camera = np.linalg.inv(opencv_from_opengl(matrix)) @ [*point, 1.0]
    pixel = intrinsics(fov, 1280, 720) @ camera[:3]
    x, y = pixel[:2] / pixel[2]
    assert x == pytest.approx((opengl[0, 0] + 1) / 2 * 1280)
    assert y == pytest.approx((1 - opengl[0, 1]) / 2 * 720)
