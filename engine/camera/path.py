"""The camera's direction as a value: from the words, a named move, or exact keys.

Space is metres, right-handed, +Y up; the camera looks along its own -Z (OpenGL).  Keys lie on
whole frames; between keys the path is smooth (see ``engine.camera.motion``).
"""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Vector = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]
"""w, x, y, z; it turns the camera, which looks along its own -Z, into the world."""

Ease = Literal[
    "smooth", "linear", "hold", "ease in", "ease out", "ease in-out", "catmull-rom", "bezier"
]
"""How a path leaves a key.

``smooth``: through the keys, monotone between them, never beyond; ``linear``; ``hold`` jumps at the
next key; ``ease in``, ``ease out``, ``ease in-out``: straight, with a soft start, end or both;
``catmull-rom``: through the keys with the tangents of their neighbours, which may swing out;
``bezier``: positions and targets along the keys' handles.
"""

EASES: tuple[Ease, ...] = get_args(Ease)

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
        orientation: how it is turned; where it is given, target and roll are not looked at.
        roll_deg: clockwise tilt of the picture's horizon.
        focal_length_mm: on the path's sensor width.
        focus_distance_m: None keeps everything sharp.
        aperture_f: f-number; the smaller, the softer what is off the focus.
        ease: how the path leaves this key.
        handle_in_m, handle_out_m: of ``bezier``: from the position to the control points before
            and after this key; None is a third of the way to the neighbour.
    """

    frame: int
    position_m: Vector
    target_m: Vector = (0.0, 0.0, 0.0)
    orientation: Quaternion | None = None
    roll_deg: float = 0.0
    focal_length_mm: float = 35.0
    focus_distance_m: float | None = None
    aperture_f: float = 2.8
    ease: Ease = "smooth"
    handle_in_m: Vector | None = None
    handle_out_m: Vector | None = None


class CameraPath(msgspec.Struct, frozen=True, kw_only=True, tag="path"):
    """Exact keys, in order of frame; before the first and after the last the camera rests."""

    keys: tuple[CameraKey, ...]
    sensor_width_mm: float = FULL_FRAME_WIDTH_MM
    handheld: float = 0.0


CameraDirection = FromWords | CameraMove | CameraPath
