"""A generator with behaviour that takes about 10 ms a frame: for everybody's tests.

It draws a bright square that moves over a coloured ground (both hang on the seed and the prompt),
clicks once at the start of a middle frame, and writes real files through the engine's writers.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.errors import BadRequest
from engine.generation import (
    ContactEvent,
    GeneratedTake,
    GeneratorCard,
    MediaResolver,
    Picture,
    Reporter,
    SpokenWord,
)
from engine.media.encode import VideoWriter, write_png, write_wav
from engine.request import ShotRequest

UNMAKEABLE = "unmakeable"
"""A prompt with this word is refused by ``check``."""


class QuickGenerator:
    """See the module.

    Args:
        frame_s: seconds that each frame takes.
        fail: called before each frame with its number; may raise.
        name: under which it is registered.
    """

    def __init__(
        self,
        frame_s: float = 0.01,
        fail: Callable[[int], None] | None = None,
        name: str = "world",
    ) -> None:
        self._frame_s = frame_s
        self._fail = fail
        self._name = name
        self.made: list[ShotRequest] = []

    @property
    def card(self) -> GeneratorCard:
        return GeneratorCard(
            name=self._name,
            version="2",
            title="Quick test pictures",
            licence="Apache-2.0",
            camera="none",
            image="none",
            makes_sound=True,
            makes_passes=True,
            styles=("natural",),
            max_seconds=120,
            reasons={"camera": "Test pictures have no camera."},
        )

    def check(self, request: ShotRequest) -> None:
        if UNMAKEABLE in request.prompt:
            raise BadRequest("Test pictures cannot show this; write another prompt.")

    def generate(
        self, request: ShotRequest, folder: Path, reporter: Reporter, media: MediaResolver
    ) -> GeneratedTake:
        if request.image_sha256 is not None:
            media(request.image_sha256)
        frames = request.frame_count
        picture = folder / "picture.mp4"
        with VideoWriter(picture, request.width_px, request.height_px, request.rate) as writer:
            for frame in range(frames):
                self._work(frame, reporter)
                drawn = draw(request, frame)
                writer.write(drawn)
                reporter.preview(frame, small(drawn))
                reporter.stage("Drawing", 0.05 + 0.9 * (frame + 1) / frames)
        reporter.stage("Sounding", 0.96)
        contact = click(request)
        write_wav(folder / "sound.wav", sounding(request, contact.sample))
        write_png(folder / "poster.png", draw(request, frames // 2))
        self.made.append(request)
        return GeneratedTake(
            picture=picture,
            sound=folder / "sound.wav",
            poster=folder / "poster.png",
            passes=self._passes(request, folder),
            contacts=(contact,),
            dialogue=(SpokenWord(speaker="narrator", line="tick", start_sample=0, end_sample=10),),
            breakdown={"subjects": [{"name": "square"}]},
        )

    def _work(self, frame: int, reporter: Reporter) -> None:
        reporter.check()
        until = time.monotonic() + self._frame_s
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(0.05, left))
            reporter.check()
        if self._fail is not None:
            self._fail(frame)

    def _passes(self, request: ShotRequest, folder: Path) -> Path | None:
        if not request.passes:
            return None
        passes = folder / "passes"
        passes.mkdir()
        depth = np.full((request.height_px, request.width_px), 2.0, np.float32)
        np.save(passes / "depth_0000.npy", depth)
        return passes


def draw(request: ShotRequest, frame: int) -> Picture:
    """The picture of a frame."""
    digest = hashlib.sha256(f"{request.prompt}/{request.seed}".encode()).digest()
    picture = np.empty((request.height_px, request.width_px, 3), np.uint8)
    picture[:] = [40 + part % 120 for part in digest[:3]]
    side = request.height_px // 4
    left = round((request.width_px - side) * frame / max(1, request.frame_count - 1))
    picture[side : 2 * side, left : left + side] = 235
    return picture


def small(picture: Picture) -> Picture:
    """At most 480 pixels wide."""
    step = -(-picture.shape[1] // 480)
    return picture[::step, ::step]


def click(request: ShotRequest) -> ContactEvent:
    """The one contact: on the first sample of the middle frame."""
    frame = request.frame_count // 2
    return ContactEvent(
        t_s=request.rate.seconds(frame),
        frame=frame,
        sample=request.rate.first_sample(frame),
        position_m=(0.0, 0.0, 0.0),
        impulse_ns=1.0,
        materials=("wood", "stone"),
        bodies=("square", "ground"),
    )


def sounding(request: ShotRequest, sample: int) -> np.ndarray:
    """Quiet noise and the click, (samples, 2) float32."""
    count = request.rate.first_sample(request.frame_count)
    noise = np.random.default_rng(request.seed).standard_normal((count, 2)) * 0.002
    length = min(480, count - sample)
    noise[sample : sample + length] += 0.6 * np.exp(-np.arange(length) / 60)[:, None]
    return noise.astype(np.float32)
