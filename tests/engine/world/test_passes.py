"""Passes as files: only what is asked for, in the form asked for, readable by others."""

from __future__ import annotations

import json
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from engine.camera.pose import CameraPose
from engine.request import ALL_PASSES, PassFormat, PassName, ShotRequest
from engine.timing import FrameRate
from engine.world.model import RenderedFrame
from engine.world.passes import PassWriter, in_16_bits

HEIGHT, WIDTH = 64, 96
CAMERA = CameraPose(np.zeros(3), np.eye(4), 0.8, None)


def request(passes: tuple[PassName, ...], form: PassFormat) -> ShotRequest:
    return ShotRequest(
        prompt="a ball", frame_count=2, rate=FrameRate(24), width_px=WIDTH, height_px=HEIGHT,
        passes=passes, pass_format=form,
    )  # fmt: skip


def frame() -> RenderedFrame:
    depth = np.full((HEIGHT, WIDTH), 2.5, np.float32)
    depth[:10] = np.inf
    return RenderedFrame(
        np.zeros((HEIGHT, WIDTH, 3), np.uint8),
        depth_m=depth,
        normal=np.tile(np.array([0, 1, 0], np.float32), (HEIGHT, WIDTH, 1)),
        object_ids=np.full((HEIGHT, WIDTH), 40000, np.uint16),
        albedo=np.full((HEIGHT, WIDTH, 3), 0.5, np.float32),
        flow_px=np.tile(np.array([1.5, -2.25], np.float32), (HEIGHT, WIDTH, 1)),
    )


def written(folder: Path, passes: tuple[PassName, ...], form: PassFormat) -> Path:
    with PassWriter(folder, request(passes, form), {1: "ground"}) as writer:
        for number in range(2):
            writer.write(number, frame(), CAMERA)
    return folder


def test_only_the_passes_that_are_asked_for_are_written(tmp_path: Path) -> None:
    folder = written(tmp_path, ("depth", "flow"), "exr")
    names = {path.name for path in folder.iterdir()}
    assert names == {"depth", "flow", "passes.json"}
    facts = json.loads((folder / "passes.json").read_text())
    assert facts["cameras"] == []
    assert facts["passes"] == ["depth", "flow"]


def test_cameras_are_written_frame_by_frame_with_their_matrices(tmp_path: Path) -> None:
    facts = json.loads((written(tmp_path, ("camera",), "png") / "passes.json").read_text())
    assert [camera["frame"] for camera in facts["cameras"]] == [0, 1]
    assert np.array(facts["cameras"][1]["camera_to_world"]).shape == (4, 4)
    assert facts["ids"] == {"1": "ground"}


def test_png_depth_is_in_millimetres_and_the_sky_is_white(tmp_path: Path) -> None:
    depth = np.array(Image.open(written(tmp_path, ALL_PASSES, "png") / "depth" / "00001.png"))
    assert depth[20, 3] == 2500
    assert depth[0, 0] == 65535


def test_every_pass_comes_as_one_video(tmp_path: Path) -> None:
    folder = written(tmp_path, ALL_PASSES, "video")
    for kind, layout, pixel in (
        ("depth", "gray16le", 2500),
        ("id", "gray16le", 40000),
        ("normal", "gbrp16le", (32768, 65535, 32768)),
        ("flow", "gbrp16le", (32864, 32624, 65535)),
    ):
        with av.open(str(folder / f"{kind}.mkv")) as container:
            frames = [each.to_ndarray(format=layout) for each in container.decode(video=0)]
        assert len(frames) == 2
        assert (frames[0][20, 3] == pixel).all()


def test_what_stops_in_the_middle_leaves_no_video(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not asked"):  # noqa: SIM117
        with PassWriter(tmp_path, request(("depth",), "video"), {}) as writer:
            writer.write(0, RenderedFrame(np.zeros((HEIGHT, WIDTH, 3), np.uint8)), CAMERA)
    assert not list(tmp_path.glob("*.mkv"))


def test_values_that_do_not_fit_in_16_bits_stay_at_the_end() -> None:
    assert in_16_bits("depth", np.full((1, 1), 90.0, np.float32))[0, 0] == 65535
    far = in_16_bits("flow", np.full((1, 1, 2), 900.0, np.float32))
    assert tuple(far[0, 0]) == (65535, 65535, 65535)
