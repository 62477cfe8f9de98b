"""What a frame costs: about sixty drawables and a hundred thousand triangles, by size and air.

The camera goes slowly forward, so that final frames open their shutter.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

_SIZES = ((640, 360), (1280, 720))
_FRAMES = 6
_BALLS = 28
_BALL_RINGS = 28


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): triangles; seconds of wall and of processor a frame; first frame."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "engine/world/renderer"))
    import scenes

    from engine.request import Quality
    from engine.world.model import Atmosphere, FrameView, Surface
    from engine.world.renderer import Renderer

    scene = scenes.playground()
    ball = scenes.sphere(0.2, _BALL_RINGS)
    for index in range(_BALLS):
        red = Surface((0.1 + 0.03 * index, 0.2, 0.3), roughness=0.3)
        scene.add(ball, red, scenes.at(index % 7 - 3.0, 0.2 + index // 14, -(index // 7) * 0.8))
    triangles = sum(len(item.mesh.indices) for item in scene.drawables)
    rows = [("renderer: triangles", float(triangles), "")]
    rows.append(("renderer: drawables", float(len(scene.drawables)), ""))

    def moving(frame: float) -> FrameView:
        camera = scene.camera.copy()
        camera[:3, 3] -= camera[:3, 2] * 0.05 * frame
        return scene.view((frame + 0.5) / 24, camera_to_world=camera)

    kinds: tuple[Quality, ...] = ("draft", "final")
    for width, height in _SIZES:
        for quality in kinds:
            for name, air in (("day", Atmosphere()), ("rain", scenes.RAINY)):
                what = f"renderer: {width}x{height} {name}, {quality}"
                with Renderer(width, height, quality=quality) as renderer:
                    start = time.perf_counter()
                    renderer.load(scene.drawables, air)
                    renderer.expose(moving, 0)
                    first = time.perf_counter() - start
                    start, busy = time.perf_counter(), time.process_time()
                    for _ in renderer.frames(moving, range(_FRAMES)):
                        pass
                    wall, cpu = time.perf_counter() - start, time.process_time() - busy
                rows.append((f"{what}, load and first frame", round(first, 3), "s"))
                rows.append((f"{what}, wall a frame", round(wall / _FRAMES, 3), "s"))
                rows.append((f"{what}, processor a frame", round(cpu / _FRAMES, 3), "s"))
    return rows


def main() -> None:
    """Prints the figures."""
    for name, value, unit in measure():
        print(f"{name:48} {value:10.3f} {unit}")


if __name__ == "__main__":
    main()
