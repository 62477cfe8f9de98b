"""What is seen while one picture gives way to the next."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.media.edit_list import EditList, PictureSegment, PictureTransition
from engine.media.encode import write_png
from engine.media.playout import Playout
from engine.media.transitions import blended
from engine.timing import FrameRate
from tests.fakes.numbered_film import number_in, write_numbered

RATE = FrameRate(24)
BLUE = np.full((60, 100, 3), (10, 20, 200), np.uint8)
RED = np.full((60, 100, 3), (220, 30, 40), np.uint8)


def coming(kind: str, **changes: object) -> PictureTransition:
    return PictureTransition(kind=kind, frame_count=10, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["dissolve", "wipe", "whip", "match"])
def test_every_transition_begins_with_the_one_and_ends_with_the_other(kind: str):
    assert np.abs(blended(BLUE, RED, coming(kind), 0.0).astype(int) - BLUE).max() <= 1
    assert np.abs(blended(BLUE, RED, coming(kind), 1.0).astype(int) - RED).max() <= 1


def test_a_dissolve_is_half_and_half_in_the_middle():
    middle = blended(BLUE, RED, coming("dissolve"), 0.5).astype(float)
    assert np.abs(middle - (BLUE.astype(float) + RED) / 2).max() <= 1.0


def test_a_wipe_uncovers_from_the_left():
    half = blended(BLUE, RED, coming("wipe"), 0.5)
    assert (half[:, :40] == RED[:, :40]).all()
    assert (half[:, 60:] == BLUE[:, 60:]).all()


def test_a_whip_smears_along_the_row_and_not_across():
    stripes = np.zeros((60, 100, 3), np.uint8)
    stripes[::2] = 255
    stripes[:, 40:60] = 0
    middle = blended(stripes, stripes, coming("whip"), 0.5)
    assert (middle[1::2] == 0).all()
    assert len(np.unique(middle[0, :, 0])) > 10


def test_a_match_lays_the_one_subject_on_the_other():
    before, after = np.zeros((60, 100, 3), np.uint8), np.zeros((60, 100, 3), np.uint8)
    before[30:60, 0:30] = 255
    after[0:15, 70:85] = 255
    match = coming("match", before=(0.0, 0.5, 0.3, 1.0), after=(0.7, 0.0, 0.85, 0.25))
    middle = blended(before, after, match, 0.5)
    ys, xs = np.nonzero(middle[:, :, 0] > 200)
    assert abs((ys.max() + ys.min()) / 2 - 60 * (0.75 + 0.125) / 2) <= 2
    assert abs((xs.max() + xs.min()) / 2 - 100 * (0.15 + 0.775) / 2) <= 2
    assert abs((ys.max() - ys.min() + 1) - 60 * 0.375) <= 2


def test_the_outgoing_clip_runs_on_under_the_incoming_one(tmp_path: Path):
    film = write_numbered(tmp_path / "film.mp4", 30, RATE)
    picture = tmp_path / "black.png"
    write_png(picture, np.zeros((96, 160, 3), np.uint8))
    before = PictureSegment(
        start_frame=0, frame_count=14, layer=0, path=film, kind="video",
        source_rate=RATE, source_start_frame=3,
    )  # fmt: skip
    after = PictureSegment(
        start_frame=10, frame_count=20, layer=0, path=picture, kind="image", source_rate=RATE,
        source_start_frame=0, transition=PictureTransition(kind="wipe", frame_count=1000),
    )  # fmt: skip
    listed = EditList(
        rate=RATE, width_px=160, height_px=96, frame_count=30, picture=(before, after), sound=()
    )
    with Playout(listed) as playout:
        assert [number_in(playout.picture(frame)) for frame in (9, 10, 13)] == [12, 13, 16]


def test_before_its_first_picture_a_file_shows_its_first(tmp_path: Path):
    film = write_numbered(tmp_path / "film.mp4", 30, RATE)
    early = PictureSegment(
        start_frame=0, frame_count=10, layer=0, path=film, kind="video",
        source_rate=RATE, source_start_frame=-4,
    )  # fmt: skip
    listed = EditList(
        rate=RATE, width_px=160, height_px=96, frame_count=10, picture=(early,), sound=()
    )
    with Playout(listed) as playout:
        assert [number_in(playout.picture(frame)) for frame in range(8)] == [0, 0, 0, 0, 0, 1, 2, 3]
