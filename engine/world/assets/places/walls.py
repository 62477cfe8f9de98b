"""Walls, windows, curtains, ceilings and their lamps: what closes a room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.world.assets.assembly import Assembly
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.setting import Set, coat, slab
from engine.world.assets.shapes import Vector, box, ellipsoid, placed, rounded_box
from engine.world.assets.sweeps import cylinder, lathe, sweep
from engine.world.model import Color, Model, Surface

_DAYLIGHT: Color = (0.80, 0.90, 1.0)


_NIGHT_SKY: Color = (0.05, 0.07, 0.13)


@dataclass(frozen=True)
class Opening:
    """A window in a wall: middle along the wall, sill height, width, height."""

    x: float
    sill: float
    width: float
    height: float


def wall(
    width: float, height: float, paint: Surface, openings: tuple[Opening, ...] = ()
) -> Assembly:
    """A wall facing +Z with skirting; its front is z = 0, its foot y = 0."""
    wall = Assembly("brick", 2000.0, fixed=True)
    thick = 0.16
    edge = -width / 2
    for hole in sorted(openings, key=lambda opening: opening.x):
        left, right = hole.x - hole.width / 2, hole.x + hole.width / 2
        _panel(wall, paint, edge, left, 0.0, height, thick)
        _panel(wall, paint, left, right, 0.0, hole.sill, thick)
        _panel(wall, paint, left, right, hole.sill + hole.height, height, thick)
        edge = right
    _panel(wall, paint, edge, width / 2, 0.0, height, thick)
    white = coat("plastic", linear("e6e1d6"), roughness=0.5)
    wall.add(rounded_box((width, 0.1, 0.024), 0.006, 1), white, (0, 0, 0.012))
    wall.box((width, height, thick), (0, 0, -thick / 2))
    return wall


def _panel(
    wall: Assembly, paint: Surface, left: float, right: float, low: float, high: float, thick: float
) -> None:
    if right - left > 1e-3 and high - low > 1e-3:
        wall.add(
            box((right - left, high - low, thick)), paint, ((left + right) / 2, low, -thick / 2)
        )


def glaze(set_: Set, wall: Assembly, hole: Opening) -> None:
    """Frame, sill, curtains and the light outside a window of a wall."""
    sky = _NIGHT_SKY if set_.night else _DAYLIGHT
    glow = coat("glass", sky, opacity=1.0, emission=0.25 if set_.night else 1.5, roughness=0.1)
    white = coat("plastic", linear("ece8de"), roughness=0.45)
    x, y, w, h = hole.x, hole.sill, hole.width, hole.height
    wall.add(box((w, h, 0.02)), glow, (x, y, -0.14), part="window light")
    for side in (-1, 1):
        wall.add(rounded_box((0.06, h, 0.1), 0.01, 1), white, (x + side * (w / 2 - 0.03), y, -0.08))
        wall.add(
            rounded_box((w, 0.06, 0.1), 0.01, 1),
            white,
            (x, y + (h - 0.06 if side > 0 else 0), -0.08),
        )
        wall.add(
            rounded_box((0.09, h + 0.18, 0.03), 0.01, 1),
            white,
            (x + side * (w / 2 + 0.045), y - 0.09, 0.01),
        )
    wall.add(rounded_box((w + 0.18, 0.09, 0.03), 0.01, 1), white, (x, y + h, 0.01))
    wall.add(rounded_box((0.045, h, 0.06), 0.008, 1), white, (x, y, -0.09))
    wall.add(rounded_box((w, 0.04, 0.06), 0.008, 1), white, (x, y + h * 0.6, -0.09))
    wall.add(rounded_box((w + 0.28, 0.045, 0.2), 0.015, 1), white, (x, y - 0.045, 0.04))


def curtains(wall: Assembly, hole: Opening, color: str, drop: float) -> None:
    """A rail with two drawn curtains."""
    cloth = coat("fabric", linear(color))
    rail = coat("metal", COLOURS["brass"], pattern="plain")
    top = hole.sill + hole.height + 0.16
    for side in (-1, 1):
        folds = 7
        for number in range(folds):
            x = hole.x + side * (hole.width / 2 + 0.2 - number * 0.055)
            fold = cylinder(0.038, drop, 0.0, 10)
            wall.add(fold, cloth, (x, top - drop, 0.09 + 0.014 * (number % 2)))
    half = hole.width / 2 + 0.34
    path = [(hole.x - half, top + 0.01, 0.1), (hole.x + half, top + 0.01, 0.1)]
    wall.add(sweep(path, 0.014, 10), rail)
    for side in (-1, 1):
        wall.add(ellipsoid((0.06, 0.05, 0.05), 14), rail, (hole.x + side * half, top + 0.01, 0.1))


def shell(
    set_: Set,
    half_width: float,
    back: float,
    front: float,
    height: float,
    paint: Surface,
    window: Opening | None,
    curtain: str = "",
    *,
    side_windows: tuple[Opening, ...] = (),
    overhead: Surface | None = None,
) -> None:
    """Four walls and a ceiling round a rectangle.

    Args:
        window: in the back wall; ``side_windows`` are in the left wall, x towards the back.
        overhead: the ceiling's finish; None is white.
    """
    rear = wall(2 * half_width, height, paint, (window,) if window else ())
    if window:
        glaze(set_, rear, window)
        if curtain:
            curtains(rear, window, curtain, window.height + 0.42)
    set_.wall(rear, "back wall", (0, 0, back))
    depth = front - back
    left = wall(depth, height, paint, side_windows)
    for hole in side_windows:
        glaze(set_, left, hole)
    set_.wall(left, "left wall", (-half_width, 0, (front + back) / 2), 90)
    set_.wall(wall(depth, height, paint), "right wall", (half_width, 0, (front + back) / 2), -90)
    set_.wall(wall(2 * half_width, height, paint), "front wall", (0, 0, front), 180)
    ceiling = Assembly("concrete", 2000.0, fixed=True)
    plaster = coat("concrete", linear("e9e5db"), pattern="plain")
    ceiling.add(box((2 * half_width, 0.1, depth)), overhead or plaster)
    ceiling.box((2 * half_width, 0.1, depth))
    set_.wall(ceiling, "ceiling", (0, height, (front + back) / 2))


def pendant(set_: Set, at: Vector, color: str, height: float) -> None:
    """A lamp on a cord; ``at`` is the middle of its rim."""
    lamp = Assembly("metal", 2.0, fixed=True)
    shade = [
        (0, 0.02),
        (0.05, 0.02),
        (0.2, 0.0),
        (0.205, 0.004),
        (0.17, 0.11),
        (0.05, 0.19),
        (0.02, 0.22),
        (0, 0.22),
    ]
    lamp.add(
        lathe(shade, 36, 60),
        coat("metal", linear(color), metallic=0.0, pattern="plain", roughness=0.35),
    )
    lamp.add(
        cylinder(0.006, height - at[1] - 0.2, 0.0, 8),
        coat("plastic", COLOURS["black"]),
        (0, 0.2, 0),
    )
    bulb = coat("glass", (1.0, 0.84, 0.58), emission=4.0, opacity=1.0)
    lamp.add(ellipsoid((0.11, 0.11, 0.11), 20), bulb, (0, 0.03, 0))
    set_.put(set_.still(lamp.finished("pendant", Look())), (at[0], at[1] - 0.025, at[2]))


def picture(wall_color: str, size: tuple[float, float]) -> Assembly:
    """A framed painting that hangs on a wall facing +Z."""
    width, height = size
    frame = Assembly("wood", 3.0, fixed=True)
    wood = coat("wood", linear("6b4a2f"))
    for side in (-1, 1):
        frame.add(
            rounded_box((0.05, height + 0.1, 0.035), 0.008, 1),
            wood,
            (side * (width + 0.05) / 2, -0.05, 0.0175),
        )
        frame.add(
            rounded_box((width, 0.05, 0.035), 0.008, 1),
            wood,
            (0, height if side > 0 else -0.05, 0.0175),
        )
    paper = coat("paper", linear("ded2b6"))
    frame.add(box((width, height, 0.012)), paper, (0, 0, 0.006))
    art = coat("paper", linear(wall_color))
    sun = coat("paper", linear("d9a05a"))
    low = coat("paper", linear("4c6a6b"))
    frame.add(box((width * 0.8, height * 0.76, 0.014)), art, (0, height * 0.12, 0.008))
    frame.add(box((width * 0.8, height * 0.28, 0.016)), low, (0, height * 0.12, 0.008))
    frame.add(
        cylinder(height * 0.12, 0.003, 0.0, 28),
        sun,
        (width * 0.14, height * 0.52, 0.0145),
        (90, 0, 0),
    )
    return frame


def panels(set_: Set, spots: tuple[tuple[float, float], ...], height: float) -> None:
    """Flat ceiling lights."""
    glow = coat("plastic", (1.0, 0.97, 0.9), emission=2.2)
    for x, z in spots:
        slab(set_, "ceiling light", (0.9, 0.04, 0.3), glow, (x, height - 0.05, z), solid=False)
        set_.light((x, height - 0.25, z), (5.6, 5.4, 5.0), 8.0)


def hang(set_: Set, side: str, model: Model, along: float, height: float) -> None:
    """Hangs something flat on a wall of the room, so that it goes where the wall goes.

    Args:
        side: ``"back wall"``, ``"left wall"``, ``"right wall"`` or ``"front wall"``.
        along: from the wall's middle to its right, seen from inside.
        height: of the model's underside.
    """
    for row in (set_.things, set_.walls):
        for number, thing in enumerate(row):
            if thing.model.name != side:
                continue
            nail = placed((along, height, 0.0))
            parts = tuple(
                replace(part, name=f"{model.name} {part.name}", offset=nail @ part.offset)
                for part in model.parts
            )
            row[number] = replace(
                thing, model=replace(thing.model, parts=(*thing.model.parts, *parts))
            )
