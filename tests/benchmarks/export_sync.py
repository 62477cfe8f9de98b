"""How exactly an export keeps picture and sound, and how fast media are read and written."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np

from engine.generation import Picture
from engine.media.decode import PictureReader, read_sound
from engine.media.edit_list import EditList, PictureSegment, SoundSegment
from engine.media.encode import VideoWriter, write_wav
from engine.media.export import export
from engine.timing import SAMPLE_RATE_HZ, FrameRate

WIDTH_PX, HEIGHT_PX, FRAMES = 1280, 720, 240
RATE = FrameRate(24)
FLASH_EVERY_FRAMES = 23


def frame_picture(frame: int, ground: Picture) -> Picture:
    """Moving ground; white on the frames on which a click begins."""
    if frame % FLASH_EVERY_FRAMES == 0:
        return np.full_like(ground, 235)
    return np.ascontiguousarray(np.roll(ground, 4 * frame, axis=1))


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): errors and speeds on this machine."""
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> list[tuple[str, float, str]]:
    rng = np.random.default_rng(1)
    coarse = rng.integers(20, 120, (HEIGHT_PX // 16, WIDTH_PX // 16, 3), dtype=np.uint8)
    ground = np.repeat(np.repeat(coarse, 16, axis=0), 16, axis=1)
    begin = time.perf_counter()
    with VideoWriter(folder / "take.mp4", WIDTH_PX, HEIGHT_PX, RATE) as writer:
        for frame in range(FRAMES):
            writer.write(frame_picture(frame, ground))
    write_ms = (time.perf_counter() - begin) * 1000 / FRAMES

    total = RATE.first_sample(FRAMES)
    flashes = list(range(0, FRAMES, FLASH_EVERY_FRAMES))
    samples = np.zeros((total, 2), np.float32)
    for frame in flashes:
        place = RATE.first_sample(frame)
        samples[place : place + 480] = 0.7 * np.exp(-np.arange(480) / 40)[:, None]
    write_wav(folder / "take.wav", samples)

    begin = time.perf_counter()
    export(_edit_list(folder, total), folder / "out.mp4")
    export_ms = (time.perf_counter() - begin) * 1000 / FRAMES

    begin = time.perf_counter()
    with PictureReader(folder / "out.mp4") as reader:
        count = reader.info.frame_count
        lit = [frame for frame in range(count) if reader.frame(frame).mean() > 200]
    read_ms = (time.perf_counter() - begin) * 1000 / FRAMES
    with PictureReader(folder / "take.mp4") as reader:
        begin = time.perf_counter()
        for frame in rng.integers(0, FRAMES, 40):
            reader.frame(int(frame))
        random_ms = (time.perf_counter() - begin) * 1000 / 40

    heard = np.abs(read_sound(folder / "out.mp4", 0, total)[:, 0])
    errors = [abs(_onset(heard, RATE.first_sample(frame))) for frame in flashes]
    size_mb = (folder / "out.mp4").stat().st_size / 1e6
    return [
        ("frames in the export, too many or few", abs(count - FRAMES), "frames"),
        ("flashes on a wrong frame", len(set(lit) ^ set(flashes)), "frames"),
        ("worst click, off its flash", 1000 * max(errors) / SAMPLE_RATE_HZ, "ms"),
        ("last click, off its flash", 1000 * errors[-1] / SAMPLE_RATE_HZ, "ms"),
        ("write a take, 1280x720", write_ms, "ms/frame"),
        ("export, 1280x720", export_ms, "ms/frame"),
        ("read in order, 1280x720", read_ms, "ms/frame"),
        ("read at random, 1280x720", random_ms, "ms/frame"),
        ("export of 10 s, 1280x720", size_mb, "MB"),
    ]


def _edit_list(folder: Path, total: int) -> EditList:
    picture = PictureSegment(
        start_frame=0,
        frame_count=FRAMES,
        layer=0,
        path=folder / "take.mp4",
        kind="video",
        source_rate=RATE,
        source_start_frame=0,
    )
    sound = SoundSegment(
        start_sample=0, sample_count=total, path=folder / "take.wav", source_start_sample=0
    )
    return EditList(
        rate=RATE,
        width_px=WIDTH_PX,
        height_px=HEIGHT_PX,
        frame_count=FRAMES,
        picture=(picture,),
        sound=(sound,),
    )


def _onset(heard: np.ndarray, place: int) -> int:
    """Samples from ``place`` to the steepest rise near it."""
    low = max(0, place - 500)
    return int(np.argmax(heard[low : place + 500])) + low - place


def main() -> None:
    """Prints the figures."""
    for name, value, unit in measure():
        print(f"{name:40} {value:10.3f} {unit}")


if __name__ == "__main__":
    main()
