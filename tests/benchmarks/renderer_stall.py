"""How long a renderer in a worker thread keeps other threads of the process from running."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

_TICK_S = 0.005


class Ticker:
    """A thread that wants to run every 5 ms, as a window does; remembers its longest gap."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Ticker:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def reset(self) -> float:
        """The longest gap so far in milliseconds; starts anew."""
        longest, self.longest_s = self.longest_s, 0.0
        return longest * 1000

    def _run(self) -> None:
        last = time.perf_counter()
        while not self._stop.is_set():
            time.sleep(_TICK_S)
            now = time.perf_counter()
            self.longest_s = max(self.longest_s, now - last - _TICK_S)
            last = now


def measure() -> list[tuple[str, float, str]]:
    """(name, value, unit): the ticker's longest gap while idle, opening, loading, rendering."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "engine/world/renderer"))
    import scenes

    from engine.world.renderer import Renderer

    scene = scenes.playground()
    rows: list[tuple[str, float, str]] = []
    with Ticker() as ticker:

        def note(name: str) -> None:
            rows.append((f"renderer: longest GIL gap, {name}", round(ticker.reset(), 1), "ms"))

        def work() -> None:
            renderer = Renderer(640, 360)
            note("opening")
            renderer.load(scene.drawables, scenes.RAINY)
            note("loading")
            renderer.render(scene.view(0.0))
            note("first frame")
            for index in range(10):
                renderer.render(scene.view(index / 24))
            note("ten frames")
            renderer.close()
            note("closing")

        time.sleep(0.5)
        note("idle")
        worker = threading.Thread(target=work)
        worker.start()
        worker.join()
    return rows


def main() -> None:
    """Prints the figures."""
    for name, value, unit in measure():
        print(f"{name:48} {value:10.1f} {unit}")


if __name__ == "__main__":
    main()
