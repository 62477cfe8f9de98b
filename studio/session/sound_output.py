"""Sound of playback: made ahead on a thread of its own, and the clock that pictures follow.

    GUI thread      start, stop, position, volume
    our thread      opens the device, makes blocks through a Playout, watches that the device lives
    device thread   takes blocks (``SoundRun.fill``)

Without PortAudio, without a device, or when the device goes away, a silent clock takes over at
the same position; a device that went away is looked for again at the next play.
"""

from __future__ import annotations

import threading
import time
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot

from engine.errors import CannotHere, EngineError
from engine.media.edit_list import EditList
from engine.media.resampling import Stereo
from studio.session.clocks import NO_DEVICE, Now, SilentClock
from studio.session.playout_source import PlayoutSource
from studio.session.sound_device import SoundDevice
from studio.session.sound_run import AUDIBLE_SPEED, BLOCK_SAMPLES, SoundRun

_IDLE_S: Final = 2.0
"""So long the device keeps running after a stop, so that play and pause answer at once."""

_LOST_S: Final = 1.5
"""A device that has not asked for so long while playing is gone."""

_MOST_AHEAD_S: Final = 3.0
"""No device buffers so much; one that takes more is none (a null sink) and keeps no time."""

_GONE = "The sound device went away: playing on without sound."
_TIMELESS = "The sound device does not keep time: playing on without sound."


class SoundOutput(QObject):
    """The clock of a machine with sound; see the module.

    Signals:
        note_changed(words): for the status bar.
        trouble(sentence): the device went away, or a file of the film has unreadable sound.
    """

    note_changed = Signal(str)
    trouble = Signal(str)
    _opened = Signal(str)
    _failed = Signal(str, bool)

    def __init__(
        self,
        device: SoundDevice | None,
        now: Now = time.perf_counter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._device = device
        self._now = now
        self._note = "Looking for a sound device" if device is not None else NO_DEVICE
        self._change = threading.Condition()
        self._edit_list: EditList | None = None
        self._generation = 0
        self._run: SoundRun | None = None
        self._is_needed = False
        self._is_running = False
        self._is_open = True
        self._stopped_at_s = 0.0
        self._asked_at_s = 0.0
        self._volume = 1.0
        self._is_muted = False
        self._position = 0
        self._silent: SilentClock | None = None
        self._has_device = device is not None
        self._thread: threading.Thread | None = None
        self._opened.connect(self._on_opened, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    @property
    def note(self) -> str:
        """Words for the status bar."""
        return self._note

    @property
    def volume(self) -> float:
        """0 to 1, as the slider stands."""
        return self._volume

    @property
    def is_muted(self) -> bool:
        """Is the output silenced?"""
        return self._is_muted

    def set_volume(self, volume: float) -> None:
        """Loudness of the preview, 0 to 1 (export is not changed by it)."""
        self._volume = max(0.0, min(volume, 1.0))

    def set_muted(self, muted: bool) -> None:
        """Silences the preview, or not."""
        self._is_muted = muted

    def prepare(self) -> None:
        """Looks for the device, in the background; ``note_changed`` says what was found."""
        if self._thread is not None and not self._thread.is_alive():
            self._thread.join()  # the device went away: look again
            self._thread = None
        if self._has_device and self._thread is None:
            self._thread = threading.Thread(target=self._work, name="storyreel-sound", daemon=True)
            self._thread.start()

    def show_film(self, edit_list: EditList) -> None:
        """Plays another edit from now on; what sounds already goes on until it is replaced."""
        with self._change:
            self._edit_list = edit_list
            self._generation += 1
            self._change.notify()

    def start(self, sample: int, speed: float) -> None:
        """Runs from ``sample`` of the film at ``speed``; silent above double speed."""
        if not self._has_device:
            self._start_silent(sample, speed)
            return
        self._silent = None
        self.prepare()
        with self._change:
            self._run = SoundRun(sample, speed, self._now)
            self._asked_at_s = self._now()
            self._change.notify()

    def position(self) -> int:
        """The film's sample that is heard now."""
        if self._silent is not None:
            return self._silent.position()
        run = self._run
        return run.position() if run is not None else self._position

    def stop(self) -> None:
        """Falls silent at once."""
        self._position = self.position()
        if self._silent is not None:
            self._silent.stop()
        with self._change:
            self._run = None
            self._stopped_at_s = self._now()
            self._change.notify()

    def close(self) -> None:
        """Lets the device go and joins the thread."""
        with self._change:
            self._is_open = False
            self._run = None
            self._change.notify()
        if self._thread is not None:
            self._thread.join()

    # -- device's thread ---------------------------------------------------------------------

    def _fill(self, count: int, lead_s: float) -> Stereo:
        self._asked_at_s = self._now()
        run = self._run
        if run is None:
            return np.zeros((count, 2), np.float32)
        samples = run.fill(count, lead_s)
        loudness = 0.0 if self._is_muted else self._volume**2
        return samples if loudness == 1.0 else samples * np.float32(loudness)

    # -- our thread --------------------------------------------------------------------------

    def _work(self) -> None:
        device = self._device
        if device is None:
            return
        self._is_running = False
        try:
            self._opened.emit(device.open(self._fill))
        except EngineError as error:
            self._failed.emit(str(error), False)
            device.close()
            return
        with PlayoutSource() as source:
            try:
                while self._wait():
                    self._tend(device)
                    self._make(source)
            except EngineError as error:
                self._failed.emit(str(error), True)
        device.close()

    def _wait(self) -> bool:
        """Until there is something to do; False at the end."""
        with self._change:
            if self._is_open and self._next_block() is None:
                self._change.wait(0.02 if self._run is not None else 0.5)
            return self._is_open

    def _next_block(self) -> int | None:
        run = self._run
        if run is None or self._edit_list is None:
            return None
        return run.next_block(self._generation)

    def _tend(self, device: SoundDevice) -> None:
        """Runs the device while it is needed; raises ``CannotHere`` when it is gone."""
        run = self._run
        is_playing = run is not None
        if is_playing and not self._is_running:
            device.start()
            self._is_running, self._asked_at_s = True, self._now()
        elif is_playing and self._now() - self._asked_at_s > _LOST_S:
            raise CannotHere(_GONE)
        elif run is not None and run.ahead_s() > _MOST_AHEAD_S:
            raise CannotHere(_TIMELESS)
        elif not is_playing and self._is_running and self._now() - self._stopped_at_s > _IDLE_S:
            device.stop()
            self._is_running = False

    def _make(self, source: PlayoutSource) -> None:
        with self._change:
            run, edit_list, generation = self._run, self._edit_list, self._generation
            index = self._next_block()
        if run is None or edit_list is None or index is None:
            return
        try:
            samples = block_of(source, edit_list, run, index)
        except EngineError as error:
            samples = np.zeros((BLOCK_SAMPLES, 2), np.float32)
            if source.is_new_fault(str(error)):
                self.trouble.emit(str(error))
        run.put(index, generation, samples)

    # -- GUI thread --------------------------------------------------------------------------

    def _start_silent(self, sample: int, speed: float) -> None:
        self._silent = SilentClock(self._note, self._now)
        self._silent.start(sample, speed)

    @Slot(str)
    def _on_opened(self, name: str) -> None:
        self._note = f"Sound: {name}"
        self.note_changed.emit(self._note)

    @Slot(str, bool)
    def _on_failed(self, sentence: str, was_open: bool) -> None:
        run = self._run
        if self._silent is None and run is not None:
            self._start_silent(run.position(), run.speed)
        with self._change:
            self._run = None
        self._has_device = was_open and sentence != _TIMELESS
        self._note = NO_DEVICE if was_open else sentence.rstrip(".")
        self.note_changed.emit(self._note)
        if was_open:
            self.trouble.emit(sentence)


def block_of(source: PlayoutSource, edit_list: EditList, run: SoundRun, index: int) -> Stereo:
    """(BLOCK_SAMPLES, 2) float32: what block ``index`` of a run sounds like.

    Other speeds than 1 sound as tape does, higher or lower; above double speed there is silence.

    Raises:
        BadMedia: a file's sound cannot be read.
    """
    if abs(run.speed) > AUDIBLE_SPEED:
        return np.zeros((BLOCK_SAMPLES, 2), np.float32)
    playout = source.playout(edit_list)
    if run.speed == 1.0:
        return playout.sound(run.start_sample + index * BLOCK_SAMPLES, BLOCK_SAMPLES)
    steps = np.arange(index * BLOCK_SAMPLES, (index + 1) * BLOCK_SAMPLES)
    places = run.start_sample + steps * run.speed
    first = int(np.floor(places.min())) - 1
    film = playout.sound(first, int(np.ceil(places.max())) + 3 - first)
    grid = np.arange(first, first + len(film))
    half = run.speed / 2  # the mean of two places keeps most of what would alias away
    channels = [
        (np.interp(places, grid, film[:, side]) + np.interp(places + half, grid, film[:, side])) / 2
        for side in (0, 1)
    ]
    return np.stack(channels, axis=1).astype(np.float32)
