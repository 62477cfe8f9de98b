"""Every shape of picture and every rate that an editor may ask for makes a whole take."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from engine.generation import Picture
from engine.request import ShotRequest
from engine.timing import FrameRate
from engine.world.generator import WorldGenerator

_ASKED = (
    (12, 128, 72), (24, 72, 128), (25, 72, 72), (30, 172, 72), (48, 128, 72), (60, 72, 128),
)  # fmt: skip


class _Quiet:
    """A reporter that nobody listens to."""

    def stage(self, words: str, fraction: float) -> None:
        """Takes it."""

    def preview(self, frame: int, picture: Picture) -> None:
        """Takes it."""

    def check(self) -> None:
        """Never stops."""


@pytest.mark.parametrize(("fps", "width_px", "height_px"), _ASKED)
def test_half_a_second_of_any_aspect_and_rate_has_its_size_and_all_its_frames(
    fps: int, width_px: int, height_px: int, tmp_path: Path
) -> None:
    request = ShotRequest(
        prompt="A red ball bounces",
        frame_count=max(fps // 2, 1),
        rate=FrameRate(fps),
        width_px=width_px,
        height_px=height_px,
    )
    take = WorldGenerator().generate(request, tmp_path, _Quiet(), lambda _: tmp_path)
    with av.open(str(take.picture)) as film:
        frames = [(frame.width, frame.height) for frame in film.decode(video=0)]
    assert frames == [(width_px, height_px)] * request.frame_count
