"""How fluid the timeline and the viewer are: painting 300 clips, scrubbing, playing.

The window is made offscreen; takes are small files of numbered frames.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import msgspec
import numpy as np
from PySide6.QtCore import QElapsedTimer, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from engine import Engine
from engine.events import StoredTake
from engine.media.encode import write_png, write_wav
from engine.request import ShotRequest, request_hash
from engine.timing import FrameRate
from studio.app import build_workplace
from studio.document import edits
from studio.document.project import Project, new_project
from studio.library import Library
from studio.session.workplace import Workplace
from studio.views import theme
from studio.views.main_window import MainWindow
from studio.views.timeline.canvas import TimelineCanvas
from tests.fakes.numbered_film import numbered, write_numbered

CLIPS = 300
FRAMES = 48
RATE = FrameRate(24)
Row = tuple[str, float, str]


def film(library: Library, folder: Path, width_px: int, height_px: int) -> Project:
    """150 shots, each a picture and a sound clip, over four different takes."""
    takes = [_take(library, folder, seed, width_px, height_px) for seed in range(4)]
    project = msgspec.structs.replace(new_project("Long"), width_px=width_px, height_px=height_px)
    for number in range(CLIPS // 2):
        stored = takes[number % len(takes)]
        project = edits.add_shot(project, stored.request, name=f"Shot {number + 1}")
        project = edits.add_take(project, project.shots[-1].id, stored)
    return project


def _take(library: Library, folder: Path, seed: int, width_px: int, height_px: int) -> StoredTake:
    request = ShotRequest(
        prompt=f"a ball rolls, number {seed}",
        frame_count=FRAMES,
        rate=RATE,
        width_px=width_px,
        height_px=height_px,
        seed=seed,
    )
    picture = write_numbered(folder / f"{seed}.mp4", FRAMES, RATE, width_px, height_px)
    count = RATE.first_sample(FRAMES)
    noise = np.random.default_rng(seed).normal(0, 0.1, (count, 2)).astype(np.float32)
    write_wav(folder / f"{seed}.wav", noise)
    write_png(folder / f"{seed}.png", numbered(seed, width_px, height_px))
    picture_sha256, sound_sha256, poster_sha256 = (
        library.media.put(path)
        for path in (picture, folder / f"{seed}.wav", folder / f"{seed}.png")
    )
    return StoredTake(
        request=request,
        request_hash=request_hash(request),
        picture_sha256=picture_sha256,
        sound_sha256=sound_sha256,
        poster_sha256=poster_sha256,
        sample_count=count,
    )


def turn(application: QApplication, until: Callable[[], bool], most_s: float = 20.0) -> None:
    """Runs the event loop until something holds."""
    end_s = time.perf_counter() + most_s
    while not until() and time.perf_counter() < end_s:
        application.processEvents()
        time.sleep(0.001)


def each_ms(count: int, work: Callable[[int], None]) -> float:
    """Median milliseconds of one call."""
    times = []
    for number in range(count):
        start_s = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - start_s) * 1000)
    return statistics.median(times)


class Stall:
    """The longest gap between ticks of a 5 ms timer of the GUI thread."""

    def __init__(self) -> None:
        self.longest_ms = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._clock.start()
        self._timer.start(5)

    def _tick(self) -> None:
        self.longest_ms = max(self.longest_ms, self._clock.restart() - 5)

    def stop(self) -> int:
        """Milliseconds."""
        self._timer.stop()
        return self.longest_ms


def painting(work: Workplace, canvas: TimelineCanvas) -> list[Row]:
    """Milliseconds of one frame of the timeline in several situations."""

    def playing(number: int) -> None:
        work.session.move_playhead(number)
        canvas.repaint()

    def scrolling(number: int) -> None:
        canvas.scroll_to(number * 7 % 900)
        canvas.repaint()

    def dragging(number: int) -> None:
        at = QPointF(canvas.scale.x(30) + number, canvas.rows()[1].top_px + 20)
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            at,
            canvas.mapToGlobal(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        canvas.mouseMoveEvent(event)
        canvas.repaint()

    def everything(_number: int) -> None:
        canvas._repaint_all()
        canvas.repaint()

    rows: list[Row] = []
    canvas.zoom_to_fit()
    rows.append((f"timeline: playhead moves, {CLIPS} clips in view", each_ms(60, playing), "ms"))
    rows.append((f"timeline: all painted anew, {CLIPS} clips", each_ms(20, everything), "ms"))
    at = QPointF(canvas.scale.x(30), canvas.rows()[1].top_px + 20)
    press = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        at,
        canvas.mapToGlobal(at),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    canvas.mousePressEvent(press)
    rows.append(("timeline: a clip is dragged", each_ms(40, dragging), "ms"))
    canvas._let_go()
    canvas.zoom_to(4.0)
    canvas.scroll_to(0)
    rows.append(("timeline: scrolled at 4 px a frame", each_ms(40, scrolling), "ms"))
    return rows


class Latency:
    """From the wish for a frame to its picture."""

    def __init__(self, work: Workplace, application: QApplication) -> None:
        self._work = work
        self._application = application
        self._arrived = -1
        work.feed.picture_ready.connect(self._take)

    def _take(self, frame: int, _image: object) -> None:
        self._arrived = frame

    def measure(self, frames: list[int]) -> list[float]:
        """Milliseconds of each."""
        times = []
        for frame in frames:
            self._arrived = -1
            start_s = time.perf_counter()
            self._work.session.move_playhead(frame)
            turn(self._application, lambda frame=frame: self._arrived == frame)  # type: ignore[misc]
            times.append((time.perf_counter() - start_s) * 1000)
        return times


def scrubbing(work: Workplace, application: QApplication, size: str) -> list[Row]:
    """Median and worst milliseconds of a scrub to a random place and to the next frame."""
    latency = Latency(work, application)
    places = np.random.default_rng(5).integers(0, work.session.project.frame_count, 40).tolist()
    far = latency.measure(places)
    near = latency.measure(list(range(2000, 2040)))
    return [
        (f"scrub {size}: to any place, median", statistics.median(far), "ms"),
        (f"scrub {size}: to any place, worst", max(far), "ms"),
        (f"scrub {size}: to the next frame, median", statistics.median(near), "ms"),
    ]


def playing(work: Workplace, application: QApplication, size: str) -> list[Row]:
    """Pictures shown in three seconds of playback, how far off the clock, and GUI stalls."""
    shown: list[int] = []

    def take(frame: int, _image: object) -> None:
        shown.append(frame)

    work.session.move_playhead(100)
    turn(application, lambda: False, 0.3)
    work.feed.picture_ready.connect(take)
    stall = Stall()
    start_s = time.perf_counter()
    work.transport.play()
    turn(application, lambda: time.perf_counter() - start_s > 3.0)
    due = 100 + int((time.perf_counter() - start_s) * 24)
    late = float(due - work.session.playhead)
    work.transport.stop()
    return [
        (f"play {size}: different pictures shown of 72", float(len(set(shown))), "frames"),
        (f"play {size}: playhead behind the clock after 3 s", late, "frames"),
        (f"play {size}: longest stall of the GUI thread", float(stall.stop()), "ms"),
    ]


def measure() -> list[Row]:
    """(name, value, unit) of each figure."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    theme.dress(application)
    rows: list[Row] = []
    for width_px, height_px in ((640, 360), (1280, 720)):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            library = Library(folder / "library")
            engine = Engine(library.takes, {}, library.work)
            settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
            work = build_workplace(library, engine, settings)
            window = MainWindow(work)
            window.show()
            work.session.open_project(film(library, folder, width_px, height_px), None)
            turn(application, lambda: False, 2.0)  # strips and waveforms arrive
            size = f"{width_px}x{height_px}"
            if width_px == 640:
                rows += painting(work, window.timeline.canvas)
            rows += scrubbing(work, application, size)
            rows += playing(work, application, size)
            work.autosave.give_up()
            window.close()
            window.deleteLater()
            turn(application, lambda: False, 0.05)
            work.close()
            engine.close()
            library.close()
    return [(name, round(value, 2), unit) for name, value, unit in rows]


def main() -> None:
    """Prints the figures."""
    for name, value, unit in measure():
        print(f"{name:56} {value:9.2f} {unit}")


if __name__ == "__main__":
    main()
