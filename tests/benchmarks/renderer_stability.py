"""How quiet the picture is: a still camera, and a slow pan against sixteen samples a pixel."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from engine.request import Quality
    from engine.world.model import FrameView

_SIZE = (640, 360)
_SIDE = 4
_FRAMES = 6
_PAN_RAD = 0.0012

Pictures = NDArray[np.float64]
Views = Callable[[float], "FrameView"]


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit) in 8-bit steps: still frames; each frame's change beyond the reference's.

    The reference averages sixteen drafts of each frame, turned by parts of a pixel.  What changes
    in it from frame to frame is the motion itself; what a frame changes beyond that is crawling.
    """
    sys.path.insert(0, str(Path(__file__).parents[1] / "engine/world/renderer"))
    import scenes

    scene = scenes.playground()
    pixel_rad = 2 * math.tan(scene.fov / 2) / _SIZE[1]

    def turned(yaw: float, pitch: float) -> FrameView:
        camera = scene.camera.copy()
        cosine, sine = math.cos(pitch), math.sin(pitch)
        tilt = np.array([[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]])
        camera[:3, :3] = scenes.at(0, 0, 0, yaw)[:3, :3] @ camera[:3, :3] @ tilt
        return replace(scene.view(0.5), camera_to_world=camera)

    def panned(frame: float) -> FrameView:
        return turned(frame * _PAN_RAD, 0.0)

    steps = [((index + 0.5) / _SIDE - 0.5) * pixel_rad for index in range(_SIDE)]
    looks: list[Views] = [
        lambda frame, yaw=yaw, pitch=pitch: turned(frame * _PAN_RAD + yaw, pitch)  # type: ignore[misc]
        for yaw in steps
        for pitch in steps
    ]
    reference = np.mean([_drawn(scene.drawables, look, "draft") for look in looks], axis=0)
    own = float(np.abs(np.diff(reference, axis=0)).mean())
    rows = [("renderer: slow pan, the reference's own change", round(own, 3), "of 255")]
    kinds: tuple[Quality, ...] = ("draft", "final")
    for quality in kinds:
        frames = _drawn(scene.drawables, lambda _: scene.view(0.5), quality)
        apart = max(float(np.abs(frame - frames[0]).max()) for frame in frames)
        rows.append((f"renderer: still camera, {quality}, largest change", apart, "of 255"))
        frames = _drawn(scene.drawables, panned, quality)
        beyond = np.abs(np.diff(frames, axis=0) - np.diff(reference, axis=0)).mean()
        name = f"renderer: slow pan, {quality}, change beyond the reference"
        rows.append((name, round(float(beyond), 3), "of 255"))
    return rows


def _drawn(drawables: list[object], views: Views, quality: Quality) -> Pictures:
    """(frames, h, w, 3)."""
    from engine.world.model import Atmosphere
    from engine.world.renderer import Renderer

    with Renderer(*_SIZE, "natural", quality=quality) as renderer:
        renderer.load(drawables, Atmosphere())  # type: ignore[arg-type]
        frames = [frame.rgb for frame in renderer.frames(views, range(_FRAMES))]
    return np.array(frames, dtype=np.float64)


def main() -> None:
    """Prints the figures."""
    for name, value, unit in measure():
        print(f"{name:60} {value:10.3f} {unit}")


if __name__ == "__main__":
    main()
