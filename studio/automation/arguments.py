"""Sizes, rates, lengths and files as people write them on a command line."""

from __future__ import annotations

import argparse
import math
import os
import re
from fractions import Fraction
from pathlib import Path

from engine import CannotHere, FrameRate
from engine.media.whole_file import check_folder
from studio.automation.errors import CommandError, UsageError

_SIZE = re.compile(r"(\d{1,6})\s*[xX×*]\s*(\d{1,6})")
_NTSC_FAMILY = {
    Fraction(23976, 1000): FrameRate(24_000, 1_001),
    Fraction(2398, 100): FrameRate(24_000, 1_001),
    Fraction(2997, 100): FrameRate(30_000, 1_001),
    Fraction(5994, 100): FrameRate(60_000, 1_001),
    Fraction(11988, 100): FrameRate(120_000, 1_001),
}


def seconds(text: str) -> float:
    """A length, e.g. ``5`` or ``2.5``."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"“{text}” is no length in seconds: write e.g. 5 or 2.5")
    if value <= 0:
        raise argparse.ArgumentTypeError(
            f"a shot of {text} s shows nothing: give a length above 0 seconds"
        )
    return value


def own_model(text: str) -> tuple[str, Path]:
    """A name and the model file that it looks like, e.g. ``Rolo=robot.glb``."""
    name, equals, file = text.partition("=")
    if not (name.strip() and equals and file.strip()):
        raise argparse.ArgumentTypeError(
            f"“{text}” names no model: write the name, = and the file, e.g. Rolo=robot.glb"
        )
    return name.strip(), Path(file.strip()).expanduser()


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels, e.g. ``640x360``."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no picture size: write width x height, e.g. 640x360"
        )
    return int(match[1]), int(match[2])


def rate(text: str) -> FrameRate:
    """Frames a second, e.g. ``24``, ``29.97`` or ``30000/1001``."""
    try:
        value = Fraction(text.strip())
        if value <= 0:
            raise ValueError
    except (ValueError, ZeroDivisionError):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no frame rate: write e.g. 24, 29.97 or 30000/1001"
        ) from None
    for near, exact in _NTSC_FAMILY.items():
        if abs(value - near) < Fraction(1, 1000):
            return exact
    if value.denominator > 100_000 or value.numerator > 100_000_000:
        raise argparse.ArgumentTypeError(
            f"{text} frames a second cannot be written exactly: use e.g. 24, 29.97 or 30000/1001"
        )
    return FrameRate(value.numerator, value.denominator)


def whole_number(text: str) -> int:
    """A seed: 0 or a positive whole number below 2^63."""
    try:
        value = int(text)
    except ValueError:
        value = -1
    if not 0 <= value < 1 << 63:
        raise argparse.ArgumentTypeError(f"“{text}” is no seed: write a whole number, 0 or above")
    return value


def check_video_output(path: Path) -> None:
    """Refuses, before any work, an output that cannot be written.

    Raises:
        UsageError: it is not called .mp4.
        CommandError: it is a folder, or its folder is missing or cannot be written.
    """
    if path.suffix.lower() != ".mp4":
        if path.is_dir():
            raise CommandError(f"{path} is a folder; choose a file name inside it.")
        raise UsageError(f"“{path.name}” is not called .mp4: write the film to e.g. -o film.mp4.")
    check_output(path)


def check_output(path: Path) -> None:
    """Refuses, before any work, a file that cannot be written.

    Raises:
        CommandError: it is a folder, write-protected, or its folder is missing or read-only.
    """
    try:
        check_folder(path)
    except CannotHere as error:
        raise CommandError(str(error)) from error
    if path.exists() and not os.access(path, os.W_OK):
        raise CommandError(f"{path} is write-protected; choose another name.")
