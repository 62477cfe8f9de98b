"""What the command line shows: a progress line, JSON or words."""

from __future__ import annotations

import json
import sys
import time
from typing import Any, TextIO

BAR_CELLS = 24
_SHORTEST_GAP_S = 0.1


def write_json(value: Any) -> None:
    """JSON for programs, on stdout."""
    print(json.dumps(value, indent=2, ensure_ascii=False))


def warn(sentence: str) -> None:
    """A sentence that does not stop the work, on stderr."""
    print(sentence, file=sys.stderr, flush=True)


def length_words(length_s: float) -> str:
    """``0:07`` or ``1:02:07``."""
    minutes, rest = divmod(max(0, round(length_s)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


class ProgressLine:
    """One line on stderr: bar, per cent, stage, time left; nothing where nobody looks.

    Args:
        wanted: show it although stderr is not a terminal: a line for each tenth.
    """

    def __init__(self, wanted: bool = False, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._on_terminal = self._stream.isatty()
        self._shown = self._on_terminal or wanted
        self._started_s = time.monotonic()
        self._told_s = -1.0
        self._told_tenth = -1
        self._width = 0

    def show(self, stage: str, fraction: float, remaining_s: float | None = None) -> None:
        """Shows how far the whole work is.

        Args:
            stage: what is being done.
            fraction: 0 to 1.
            remaining_s: a better estimate than the pace so far, when there is one.
        """
        if not self._shown:
            return
        now_s = time.monotonic()
        tenth = int(fraction * 10)
        if self._on_terminal:
            if now_s - self._told_s < _SHORTEST_GAP_S and fraction < 1.0:
                return
        elif tenth == self._told_tenth:
            return
        self._told_s, self._told_tenth = now_s, tenth
        if remaining_s is None and fraction > 0.02:
            remaining_s = (now_s - self._started_s) * (1.0 - fraction) / fraction
        self._write(_progress_text(stage, fraction, remaining_s))

    def close(self) -> None:
        """Clears the line, so that what follows stands alone."""
        if self._shown and self._on_terminal and self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0

    def _write(self, text: str) -> None:
        if self._on_terminal:
            self._stream.write("\r" + text.ljust(self._width))
            self._width = len(text)
        else:
            self._stream.write(text + "\n")
        self._stream.flush()


def _progress_text(stage: str, fraction: float, remaining_s: float | None) -> str:
    full = round(fraction * BAR_CELLS)
    left = "" if remaining_s is None else f"  {length_words(remaining_s)} left"
    return f"[{'#' * full}{'.' * (BAR_CELLS - full)}] {fraction:4.0%}  {stage}{left}"
