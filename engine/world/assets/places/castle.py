"""A castle's courtyard: battlements, towers, the great hall with its gate, banners, a well."""

from __future__ import annotations

import numpy as np

from engine.world.assets.assembly import Assembly
from engine.world.assets.buildings import LIT_PANES
from engine.world.assets.greenery import scatter, sow_grass
from engine.world.assets.landforms import rings, rolling, smoothstep
from engine.world.assets.look import Look
from engine.world.assets.palette import COLOURS, linear
from engine.world.assets.places.masonry import arch, ashlar, battlement, doorway, round_tower, torch
from engine.world.assets.setting import Place, Set, Stage, coat
from engine.world.assets.shapes import Points, box, rounded_box
from engine.world.assets.sweeps import cylinder, extrude, rod


def castle(set_: Set) -> Place:
    """Cobbles between high walls."""
    cobbles = coat(
        "stone", linear("8d867a"), color2=linear("6d675e"), pattern="gravel", pattern_scale_m=1.1
    )
    _walls(set_)
    set_.put(set_.still(_hall().finished("great hall", Look())), (0, 0, -15.5))
    for x in (-2.6, 2.6):
        set_.light((x, 3.0, -10.6), (17.0, 9.5, 3.6), 11.0)
    set_.light((-7.4, 3.0, -2.0), (15.0, 8.5, 3.2), 10.0)
    set_.light((7.4, 3.0, -2.0), (15.0, 8.5, 3.2), 10.0)
    set_.light((1.0, 3.4, 4.6), (11.0, 8.0, 4.6), 11.0)
    set_.put(set_.still(_well().finished("well", Look())), (-4.3, 0, -3.4))
    barrel, crate = set_.model("barrel"), set_.model("crate", "old")
    for x, z in ((5.4, -4.4), (6.1, -4.0), (5.7, -5.2)):
        set_.put(barrel, (x, 0, z), float(set_.rng.uniform(0, 360)))
    for x, z, yaw in ((4.6, -5.4, 12), (-7.0, 1.6, 30)):
        set_.put(crate, (x, 0, z), yaw)
    for x in (-7.4, 7.4):
        post = Assembly("wood", 30.0, fixed=True)
        torch(post, (0, 2.3, 0.0))
        post.add(cylinder(0.08, 2.5, 0.02, 14), coat("wood", linear("4b3524")))
        post.post(0.08, 2.5)
        set_.put(set_.still(post.finished("torch", Look())), (x, 0, -2.0))
    far = coat("grass", linear("6d8a4f"), color2=linear("8a9a5c"))
    seed = int(set_.rng.integers(1000))
    hills = rings(lambda x, z: _relief(seed, x, z), 45.0, 330.0, 24, 90)
    set_.paint("hills", hills, far, hill=True)
    sow_grass(set_, scatter(set_, 10, (-10, 10), (-10, 6), 4.5), "6d7f3e", 0.16)
    return Place(
        "castle",
        cobbles,
        "stone",
        False,
        60.0,
        tuple(set_.things),
        (),
        tuple(set_.lights),
        Stage((0.0, 0.0), 3.0),
    )


def _relief(seed: int, x: Points, z: Points) -> Points:
    far = smoothstep(60.0, 300.0, np.hypot(x, z))
    return np.asarray(40.0 * far * rolling(x, z, 110.0, seed))


def _walls(set_: Set) -> None:
    """A curtain wall on every side with a tower at each corner; one side has the gate."""
    side = set_.still(battlement(15.0, 6.2).finished("castle wall", Look()))
    for z in (-9.0, 5.0, 19.0):
        set_.put(side, (-13.0, 0, z), 90)
        set_.put(side, (13.0, 0, z), -90)
    for x in (-10.0, 10.0):
        set_.put(set_.still(battlement(7.0, 6.2).finished("castle wall", Look())), (x, 0, -14.5))
    for x in (-8.0, 8.0):
        set_.put(
            set_.still(battlement(11.0, 6.2).finished("castle wall", Look())), (x, 0, 26.0), 180
        )
    gate = battlement(6.0, 8.2, 2.4)
    oak = coat("wood", linear("56402b"), pattern="planks", pattern_scale_m=0.22)
    gate.add(doorway(3.0, 3.8), oak, (0, 0, 1.2))
    gate.add(arch(3.0, 3.8, 0.45, 0.5), ashlar(linear("aaa192"), 0.5), (0, 0, 1.25))
    set_.put(set_.still(gate.finished("gate", Look())), (0, 0, 26.0), 180)
    tower = set_.still(round_tower(2.5, 8.6).finished("castle tower", Look()))
    roofed = set_.still(round_tower(2.3, 9.2, roof="55616f").finished("castle tower", Look()))
    for x in (-13.0, 13.0):
        set_.put(roofed, (x, 0, -15.0))
        set_.put(tower, (x, 0, 26.0))


def _hall() -> Assembly:
    """The great hall: a gate up three steps, pointed windows, banners, merlons."""
    hall = battlement(13.0, 8.4, 8.0)
    stone, trim = ashlar(), ashlar(linear("b3aa99"), 0.5)
    oak = coat("wood", linear("5d4229"), pattern="planks", pattern_scale_m=0.2, roughness=0.8)
    iron = coat("metal", linear("2f3233"), metallic=0.0, pattern="plain")
    front = 4.0
    for number in range(3):
        step = rounded_box((4.4 - 0.5 * number, 0.16, 1.5 - 0.45 * number), 0.03, 1)
        hall.add(step, trim, (0, 0.16 * number, front + 0.6 - 0.2 * number))
    hall.add(doorway(2.3, 3.3, pointed=True), oak, (0, 0.45, front + 0.05))
    hall.add(arch(2.3, 3.3, 0.4, 0.6, pointed=True), trim, (0, 0.45, front + 0.1))
    hall.add(box((0.05, 3.1, 0.04)), iron, (0, 0.45, front + 0.1))
    for y in (1.0, 2.2):
        hall.add(box((2.2, 0.1, 0.04)), iron, (0, y, front + 0.1))
    pane = coat("glass", linear("2c3a48"), opacity=1.0, roughness=0.1)
    for x in (-4.6, -2.4, 2.4, 4.6):
        hall.add(doorway(0.8, 2.4, pointed=True), pane, (x, 4.7, front + 0.03), part=LIT_PANES)
        hall.add(arch(0.8, 2.4, 0.18, 0.3, pointed=True), trim, (x, 4.7, front + 0.05))
        hall.add(box((0.06, 2.2, 0.1)), trim, (x, 4.7, front + 0.05))
    _banners(hall, front)
    for x in (-2.6, 2.6):
        torch(hall, (x, 2.3, front + 0.15))
    for x in (-6.2, 6.2):
        hall.add(cylinder(1.15, 10.2, 0.05, 28), stone, (x, 0, front - 0.4))
        hall.add(cylinder(1.2, 0.6, 0.0, 28, 1.4), stone, (x, 10.2, front - 0.4))
    return hall


def _banners(hall: Assembly, front: float) -> None:
    rod_paint = coat("wood", linear("4b3524"))
    gold = coat("fabric", COLOURS["gold"])
    for x, color in ((-3.5, "9c2a2c"), (3.5, "274a86")):
        hall.add(rod((x - 0.6, 4.3, front + 0.2), (x + 0.6, 4.3, front + 0.2), 0.03), rod_paint)
        cloth = [(-0.5, 0.4), (0.0, 0.0), (0.5, 0.4), (0.5, 2.4), (-0.5, 2.4)]
        hall.add(extrude(cloth, 0.03), coat("fabric", linear(color)), (x, 1.9, front + 0.22))
        hall.add(cylinder(0.27, 0.02, 0.0, 6), gold, (x, 3.3, front + 0.235), (90, 0, 0))


def _well() -> Assembly:
    """A draw well under a little roof."""
    well = Assembly("stone", 2500.0, fixed=True)
    wood = coat("wood", linear("6b4c31"))
    ring = cylinder(0.85, 0.8, 0.06, 32)
    well.add(ring, ashlar(linear("8f877a"), 0.35))
    well.add(
        cylinder(0.66, 0.02, 0.0, 28), coat("stone", COLOURS["black"], pattern="plain"), (0, 0.8, 0)
    )
    for x in (-0.75, 0.75):
        well.add(box((0.12, 2.1, 0.12)), wood, (x, 0.2, 0))
    well.add(rod((-0.9, 1.75, 0), (0.95, 1.75, 0), 0.05), wood)
    well.add(
        cylinder(0.1, 0.5, 0.02, 16), coat("fabric", linear("b09b6b")), (0.25, 1.75, 0), (0, 0, 90)
    )
    well.add(rod((0, 1.0, 0), (0, 1.72, 0), 0.012), coat("fabric", linear("b09b6b")))
    well.add(cylinder(0.15, 0.28, 0.02, 18, 0.18), wood, (0, 0.84, 0))
    roof = [(-1.15, 0.0), (1.15, 0.0), (1.15, 0.08), (0.0, 0.75), (-1.15, 0.08)]
    well.add(
        extrude(roof, 1.5, 0.02),
        coat("tiles", linear("74503a"), pattern="planks", pattern_scale_m=0.2),
        (0, 2.25, 0),
    )
    well.post(0.85, 0.8)
    return well
