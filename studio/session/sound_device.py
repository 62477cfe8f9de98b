"""The machine's sound output, as far as playback needs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

from engine.errors import CannotHere
from engine.media.resampling import Stereo
from engine.timing import SAMPLE_RATE_HZ

_LATENCY_S: Final = 0.08
"""Asked of the device: long enough that a busy interpreter does not tear holes."""

_LONGEST_LEAD_S: Final = 2.0

Fill = Callable[[int, float], Stereo]
"""(count, lead_s) -> (count, 2) float32; the first sample is heard ``lead_s`` from now."""


class SoundDevice(Protocol):
    """A stereo output at 48 kHz that asks for samples on a thread of its own."""

    def open(self, fill: Fill) -> str:
        """Gets ready; returns the device's name.  Raises ``CannotHere`` when there is none."""
        ...

    def start(self) -> None:
        """Begins to ask.  Raises ``CannotHere`` when the device does not answer."""

    def stop(self) -> None:
        """Asks no more."""

    def close(self) -> None:
        """Lets the device go."""


class PortAudioDevice:
    """The default output, through PortAudio."""

    def __init__(self) -> None:
        self._stream: Any = None
        self._fault: tuple[type[Exception], ...] = (OSError,)
        self._fill: Fill | None = None

    def open(self, fill: Fill) -> str:
        """Opens the default output; returns its name.

        Raises:
            CannotHere: PortAudio is not installed, or no device takes 48 kHz stereo.
        """
        try:
            import sounddevice  # noqa: PLC0415  (loads PortAudio: not before it is needed)
        except (ImportError, OSError) as error:
            raise CannotHere(
                "No PortAudio on this machine, playing without sound: install libportaudio2."
            ) from error
        self._fault = (sounddevice.PortAudioError, ValueError, OSError)
        self._fill = fill
        try:
            name = str(sounddevice.query_devices(kind="output")["name"])
            self._stream = sounddevice.OutputStream(
                samplerate=SAMPLE_RATE_HZ,
                channels=2,
                dtype="float32",
                latency=_LATENCY_S,
                callback=self._on_block_asked,
            )
        except self._fault as error:
            raise CannotHere("No sound device: playing without sound.") from error
        return name

    def start(self) -> None:
        """Begins to ask for samples.

        Raises:
            CannotHere: the device does not answer (unplugged, taken by another program).
        """
        try:
            if self._stream is not None and not self._stream.active:
                self._stream.start()
        except self._fault as error:
            raise CannotHere("The sound device does not answer: playing without sound.") from error

    def stop(self) -> None:
        """Asks no more; a device that is gone is no fault."""
        try:
            if self._stream is not None:
                self._stream.stop()
        except self._fault:
            self.close()

    def close(self) -> None:
        """Lets the device go; one that is gone already is no fault."""
        stream, self._stream = self._stream, None
        try:
            if stream is not None:
                stream.close()
        except self._fault:
            return

    def _on_block_asked(self, out: Any, count: int, times: Any, _status: Any) -> None:
        """Runs on PortAudio's thread."""
        if self._fill is None:
            return
        lead_s = times.outputBufferDacTime - times.currentTime
        if not 0.0 <= lead_s <= _LONGEST_LEAD_S:  # some hosts do not tell
            lead_s = self._stream.latency if self._stream is not None else _LATENCY_S
        out[:] = self._fill(count, lead_s)
