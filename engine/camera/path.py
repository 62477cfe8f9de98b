"""The camera's direction as a value: from the words, a named move, or exact keys.

Space is metres, right-handed, +Y up; the camera looks along its own -Z (OpenGL).  Keys lie on
whole frames; between keys the path is smooth (see ``engine.camera.motion``).
"""

from __future__ import annotations

from typing import Literal

import msgspec

Vector = tuple[float, float, float]
Ease = Literal["linear", "smooth", "hold"]

FULL_FRAME_WIDTH_MM = 36.0


class FromWords(msgspec.Struct, frozen=True, tag="words"):
    """The camera follows what the shot's words say (or a fitting default)."""


class CameraMove(msgspec.Struct, frozen=True, tag="move"):
    """A named move (see ``engine.camera.moves``), laid around the shot's own subject.

    Attributes:
        name: canonical move name, e.g. ``"dolly in"``.
        amount: 1.0 is the move as named; 0.5 goes half as far.
    """

    name: str
    amount: float = 1.0


class CameraKey(msgspec.Struct, frozen=True, kw_only=True):
    """One key of a path.

    Attributes:
        frame: when, counted from the shot's first frame.
        position_m: where the camera stands.
        target_m: the point it looks at (must differ from the position).
        roll_deg: clockwise tilt of the picture's horizon.
        focal_length_mm: on the path's sensor width.
        focus_distance_m: None keeps everything sharp.
        ease: how the path leaves this key.
    """

    frame: int
    position_m: Vector
    target_m: Vector
    roll_deg: float = 0.0
    focal_length_mm: float = 35.0
    focus_distance_m: float | None = None
    ease: Ease = "smooth"


class CameraPath(msgspec.Struct, frozen=True, kw_only=True, tag="path"):
    """Exact keys, in order of frame; before the first and after the last the camera rests."""

    keys: tuple[CameraKey, ...]
    sensor_width_mm: float = FULL_FRAME_WIDTH_MM
    handheld: float = 0.0


CameraDirection = FromWords | CameraMove | CameraPath
