"""Walls of cut stone: battlements, arches, towers, vaults."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.setting import coat
from engine.world.assets.shapes import Points, box, creased, grid_triangles, rounded_box
from engine.world.assets.sweeps import cone, cylinder, extrude, lathe, rod, torus
from engine.world.model import Color, Mesh, Surface

STONE: Color = linear("9c9385")


def ashlar(color: Color = STONE, size_m: float = 0.9) -> Surface:
    """Large cut blocks with pale joints."""
    light = tuple(min(part * 1.25, 1.0) for part in color)
    return coat("brick", color, color2=light, pattern="brick", pattern_scale_m=size_m)


def battlement(
    length: float, height: float, thick: float = 1.0, stone: Surface | None = None
) -> Assembly:
    """A wall with merlons and arrow slits, along x, facing +Z."""
    wall = Assembly("stone", 90000.0, fixed=True)
    stone = stone or ashlar()
    dark = coat("stone", COLOURS["black"], pattern="plain")
    wall.add(box((length, height, thick)), stone)
    wall.add(rounded_box((length, 0.5, thick + 0.3), 0.08, 1), stone)
    wall.add(rounded_box((length, 0.25, thick + 0.3), 0.05, 1), stone, (0, height - 0.2, 0))
    count = max(round(length / 1.5), 2)
    for number in range(count):
        x = (number + 0.5) * length / count - length / 2
        wall.add(rounded_box((0.85, 0.85, 0.4), 0.05, 1), stone, (x, height, thick / 2 - 0.1))
        if number % 3 == 1:
            wall.add(box((0.12, 1.1, 0.06)), dark, (x, height * 0.52, thick / 2))
    wall.box((length, height + 0.6, thick))
    return wall


def round_tower(radius: float, height: float, *, roof: str = "") -> Assembly:
    """A tower with merlons, or a pointed roof of that colour."""
    tower = Assembly("stone", 300000.0, fixed=True)
    stone = ashlar()
    dark = coat("stone", COLOURS["black"], pattern="plain")
    tower.add(cylinder(radius * 1.06, height, 0.05, 36, radius), stone)
    tower.add(cylinder(radius * 1.02, 1.1, 0.0, 36, radius * 1.18), stone, (0, height, 0))
    for number in range(10):
        turn = number * 36.0
        x, z = float(np.sin(np.radians(turn))), float(np.cos(np.radians(turn)))
        at = (radius * 1.06 * x, height + 1.1, radius * 1.06 * z)
        tower.add(rounded_box((radius * 0.42, 0.8, 0.35), 0.05, 1), stone, at, (0, turn, 0))
        if number % 3 == 0:
            slit = (radius * 1.02 * x, height * 0.55, radius * 1.02 * z)
            tower.add(box((0.14, 1.1, 0.1)), dark, slit, (0, turn, 0))
    if roof:
        tile = coat("tiles", linear(roof), pattern="tiles", pattern_scale_m=0.4, roughness=0.8)
        tower.add(cone(radius * 1.25, radius * 2.1, 36), tile, (0, height + 1.0, 0))
    tower.post(radius, height)
    return tower


def arch_outline(
    width: float, height: float, band: float, *, pointed: bool = False
) -> list[tuple[float, float]]:
    """A doorway's frame as an outline: legs and a round or pointed head, ``band`` broad."""
    return [
        *_bow(width / 2 + band, height + band, pointed),
        *reversed(_bow(width / 2, height, pointed)),
    ]


def _bow(half: float, top: float, pointed: bool) -> list[tuple[float, float]]:
    spring = max(top - half * (1.25 if pointed else 1.0), 0.2 * top)
    turn = np.linspace(0, np.pi, 21)
    rise = np.sin(turn) ** (0.75 if pointed else 1.0) * (top - spring)
    arc = [(half * float(np.cos(a)), spring + float(y)) for a, y in zip(turn, rise, strict=True)]
    return [(half, 0.0), *arc, (-half, 0.0)]


def doorway(width: float, height: float, *, pointed: bool = False) -> Mesh:
    """The solid that fills an arched opening, 6 cm thick."""
    return extrude(_bow(width / 2, height, pointed), 0.06)


def arch(width: float, height: float, band: float, depth: float, *, pointed: bool = False) -> Mesh:
    """An arched frame."""
    return extrude(arch_outline(width, height, band, pointed=pointed), depth, 0.02)


def barrel_vault(width: float, spring: float, top: float, depth: float) -> Mesh:
    """The underside of a round ceiling along z, seen from below."""
    turn = np.linspace(0, np.pi, 25)
    line = np.column_stack([-width / 2 * np.cos(turn), spring + (top - spring) * np.sin(turn)])
    rows: list[Points] = [
        np.column_stack([line, np.full(len(line), z)])
        for z in np.linspace(-depth / 2, depth / 2, 9)
    ]
    return creased(np.concatenate(rows), grid_triangles(9, 25), 70)


def rib(width: float, rise: float, band: float, depth: float) -> Mesh:
    """A round arch without legs, springing from y = 0."""
    turn = np.linspace(0, np.pi, 25)
    outer = np.column_stack([(width / 2) * np.cos(turn), rise * np.sin(turn)])
    inner = np.column_stack([(width / 2 - band) * np.cos(turn), (rise - band) * np.sin(turn)])
    return extrude(np.concatenate([outer, inner[::-1]]), depth, 0.02)


def torch(flames: Assembly, at: tuple[float, float, float]) -> None:
    """A torch in an iron holder, added to an assembly; its flame is at 0.62 m above ``at``."""
    x, y, z = at
    wood = coat("wood", linear("4b3524"))
    iron = coat("metal", linear("2f3233"), metallic=0.0, pattern="plain")
    flames.add(rod((x, y, z), (x, y + 0.5, z + 0.12), 0.03, 0.045), wood)
    flames.add(torus(0.05, 0.014, 16, 6), iron, (x, y + 0.3, z + 0.075))
    flames.add(rod((x, y + 0.3, z - 0.1), (x, y + 0.3, z + 0.05), 0.015), iron)
    for size, tall, color, glow in ((0.085, 0.36, "e0601e", 4.0), (0.05, 0.24, "ffc45c", 9.0)):
        flame = lathe([(0, 0), (size, 0.09), (size * 0.6, tall * 0.55), (0, tall)], 14, 80)
        flames.add(
            flame,
            coat("plastic", linear(color), emission=glow),
            (x, y + 0.48, z + 0.12),
            part="flame",
        )
