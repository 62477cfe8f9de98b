"""Experiments with a known outcome: each gives what was measured and what theory says.

Used by the tests (bounds) and by ``tests/benchmarks/physics.py`` (figures).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ellipk

from engine.materials import pair_friction, pair_restitution
from engine.world.model import Collider, Matrix
from engine.world.physics import STEP_RATE_HZ, BodySpec, Joint, Simulator

G = 9.81
DT = 1.0 / STEP_RATE_HZ


@dataclass(frozen=True)
class Outcome:
    """What came out and what theory says, in the same unit."""

    measured: float
    expected: float

    @property
    def error(self) -> float:
        """Relative error."""
        return abs(self.measured - self.expected) / abs(self.expected)


def at(x: float, y: float, z: float, roll_rad: float = 0.0) -> Matrix:
    """Pose turned about Z."""
    c, s = math.cos(roll_rad), math.sin(roll_rad)
    return np.array([[c, -s, 0, x], [s, c, 0, y], [0, 0, 1, z], [0, 0, 0, 1]], np.float64)


def block(size: tuple[float, float, float]) -> Collider:
    """A box standing on its model's origin."""
    return Collider("box", (size[0] / 2, size[1] / 2, size[2] / 2), at(0, size[1] / 2, 0))


def floor(material: str, roll_rad: float = 0.0) -> BodySpec:
    """Ground with its top through the origin, sloped by ``roll_rad`` about Z."""
    slab = Collider("box", (60.0, 0.5, 20.0), at(0.0, -0.5, 0.0))
    return BodySpec("ground", (slab,), material, 0.0, at(0, 0, 0, roll_rad), kind="fixed")


def ball(
    name: str, material: str, where: tuple[float, float, float], radius: float = 0.1, **more: object
) -> BodySpec:
    """A solid ball whose middle is its model's origin."""
    shape = Collider("sphere", (radius, 0.0, 0.0), np.eye(4))
    return BodySpec(name, (shape,), material, 0.6, at(*where), **more)  # type: ignore[arg-type]


def played(simulator: Simulator, name: str, seconds: float) -> np.ndarray:
    """(steps, 3) where a body is after each step."""
    track = []
    for _ in range(round(seconds * STEP_RATE_HZ)):
        simulator.step()
        track.append(simulator.pose(name)[0])
    return np.array(track)


def top_of(heights: np.ndarray) -> tuple[float, float]:
    """(time, height) of the highest point, between the steps."""
    i = int(np.argmax(heights[1:-1])) + 1
    before, here, after = heights[i - 1 : i + 2]
    shift = (before - after) / (2 * (before - 2 * here + after))
    return (i + 1 + shift) * DT, float(here - 0.25 * (before - after) * shift)


def dropped(gravity: float = G, materials: tuple[str, str] = ("rubber", "wood")) -> list[Outcome]:
    """A ball from 1 m: height of two rebounds, and when the first one is at its top."""
    simulator = Simulator(gravity)
    simulator.add(floor(materials[1]))
    simulator.add(ball("ball", materials[0], (0.0, 1.1, 0.0)))
    fall_s = math.sqrt(2.0 / gravity)
    e = pair_restitution(*materials)
    heights = played(simulator, "ball", fall_s * (1 + 2 * e + 2 * e * e))[:, 1] - 0.1
    first = round(fall_s * STEP_RATE_HZ)
    second = round(fall_s * (1 + 2 * e) * STEP_RATE_HZ)
    top_s, top_m = top_of(heights[first:second])
    _, next_m = top_of(heights[second:])
    return [
        Outcome(top_m, e**2),
        Outcome(next_m, e**4),
        Outcome(first * DT + top_s, fall_s * (1 + e)),
    ]


def fallen() -> Outcome:
    """Way of a free fall of 1 s."""
    simulator = Simulator()
    simulator.add(ball("ball", "rubber", (0.0, 0.0, 0.0)))
    return Outcome(-float(played(simulator, "ball", 1.0)[-1, 1]), G / 2)


def slid(speed: float, materials: tuple[str, str]) -> Outcome:
    """Stopping distance of a box."""
    simulator = Simulator()
    simulator.add(floor(materials[1]))
    shape = (block((0.4, 0.2, 0.4)),)
    start = BodySpec("box", shape, materials[0], 5.0, at(0, 0, 0), velocity_mps=(speed, 0, 0))
    simulator.add(start)
    way = played(simulator, "box", 4.0)[-1, 0]
    return Outcome(float(way), speed**2 / (2 * pair_friction(*materials) * G))


def slid_down(angle_deg: float, materials: tuple[str, str]) -> Outcome:
    """Way down an incline in one second, from rest."""
    angle = math.radians(angle_deg)
    simulator = Simulator()
    simulator.add(floor(materials[1], angle))
    shape = (block((0.4, 0.2, 0.4)),)
    simulator.add(BodySpec("box", shape, materials[0], 5.0, at(0, 0, 0, angle)))
    way = float(np.linalg.norm(played(simulator, "box", 1.0)[-1]))
    friction = pair_friction(*materials)
    return Outcome(way, 0.5 * G * (math.sin(angle) - friction * math.cos(angle)))


def rolled_down(angle_deg: float) -> Outcome:
    """Way of a ball that rolls down an incline without slip in one second."""
    angle = math.radians(angle_deg)
    simulator = Simulator()
    simulator.add(floor("rubber", angle))
    up = np.array([-math.sin(angle), math.cos(angle), 0.0]) * 0.1
    simulator.add(ball("ball", "rubber", (float(up[0]), float(up[1]), 0.0)))
    track = played(simulator, "ball", 1.0)
    way = float(np.linalg.norm(track[-1] - up))
    return Outcome(way, 0.5 * G * math.sin(angle) * 5 / 7)


def thrown(speed: float = 8.0, angle_deg: float = 40.0) -> list[Outcome]:
    """Range and top of a throw."""
    angle = math.radians(angle_deg)
    velocity = (speed * math.cos(angle), speed * math.sin(angle), 0.0)
    simulator = Simulator()
    simulator.add(ball("ball", "rubber", (0.0, 0.0, 0.0), velocity_mps=velocity))
    track = played(simulator, "ball", 2.2 * velocity[1] / G)
    down = np.flatnonzero(track[:, 1] < 0.0)[0]
    share = track[down - 1, 1] / (track[down - 1, 1] - track[down, 1])
    reach = track[down - 1, 0] + share * (track[down, 0] - track[down - 1, 0])
    return [
        Outcome(float(reach), speed**2 * math.sin(2 * angle) / G),
        Outcome(top_of(track[:, 1])[1], velocity[1] ** 2 / (2 * G)),
    ]


def rebounded(speed: float, materials: tuple[str, str] = ("rubber", "brick")) -> list[Outcome]:
    """Speed after a wall, and where the ball is a second after it started 2 m before it."""
    simulator = Simulator(0.0)
    wall = Collider("box", (0.5, 5.0, 5.0), at(0.5, 0.0, 0.0))
    simulator.add(BodySpec("wall", (wall,), materials[1], 0.0, np.eye(4), kind="fixed"))
    simulator.add(ball("ball", materials[0], (-2.1, 0.0, 0.0), velocity_mps=(speed, 0.0, 0.0)))
    track = played(simulator, "ball", 1.0 + 2.0 / speed)
    e = pair_restitution(*materials)
    return [
        Outcome(-float(simulator.velocity("ball")[0]), e * speed),
        Outcome(-0.1 - float(track[-1, 0]), e * speed),
    ]


def swung(angle_deg: float, seconds: float = 10.0) -> list[Outcome]:
    """Period of a ball on a rod (first and last of ten seconds), and its height at the end."""
    angle, length = math.radians(angle_deg), 1.0
    simulator = Simulator()
    hang = pendulum(simulator, "ball", 0.0, angle, length)
    track = played(simulator, "ball", seconds)
    x = track[:, 0]
    up = np.flatnonzero((x[:-1] < 0.0) & (x[1:] >= 0.0))
    crossings = (up + 1 - x[up] / (x[up + 1] - x[up])) * DT
    periods = np.diff(crossings)
    small = 2 * math.pi * math.sqrt(hang / (G * length))
    period = small * 2 / math.pi * float(ellipk(math.sin(angle / 2) ** 2))
    last = track[-round(period * STEP_RATE_HZ) :, 1]
    rise = length * (1 - math.cos(angle))
    return [
        Outcome(float(periods[0]), period),
        Outcome(float(crossings[-1] - crossings[0]), period * (len(crossings) - 1)),
        Outcome(float(last.max()) - (2.0 - length), rise),
    ]


def pendulum(
    simulator: Simulator,
    name: str,
    pivot_x: float,
    angle_rad: float,
    length: float,
    family: int = 0,
) -> float:
    """Hangs a ball on a rod below (pivot_x, 2, 0); returns its inertia per kilogram."""
    x, y = pivot_x - length * math.sin(angle_rad), 2.0 - length * math.cos(angle_rad)
    shape = Collider("sphere", (0.1, 0.0, 0.0), np.eye(4))
    simulator.add(BodySpec(name, (shape,), "metal", 0.6, at(x, y, 0, -angle_rad), family=family))
    simulator.join(Joint(f"pivot of {name}", "hinge", "", name, (pivot_x, 2.0, 0.0)))
    return length**2 + 0.4 * 0.1**2


def cradled(seconds: float = 10.0) -> list[Outcome]:
    """Newton's cradle: how high the last ball swings first, and the higher end ball at the end."""
    simulator = Simulator()
    names = [f"ball {number}" for number in range(5)]
    angle = math.radians(35.0)
    for number, name in enumerate(names):
        pendulum(simulator, name, (number - 2) * 0.2, angle if number == 0 else 0.0, 1.0, family=3)
    simulator.chain(names, 1.0)
    tracks = []
    for _ in range(round(seconds * STEP_RATE_HZ)):
        simulator.step()
        tracks.append([simulator.pose(name)[0] for name in names])
    heights = np.array(tracks)[:, :, 1] - 1.0
    second, last = round(STEP_RATE_HZ * 1.5), round(STEP_RATE_HZ * 2.2)
    rise = 1 - math.cos(angle)
    return [
        Outcome(float(heights[:second, 4].max()), rise),
        Outcome(float(heights[-last:, [0, 4]].max()), rise),
        Outcome(rise + float(heights[:, 1:4].max()), rise),
    ]


def drift_of_a_stack(count: int = 10, seconds: float = 10.0) -> float:
    """How far any box of a tower moves in that time, metres."""
    simulator = Simulator()
    simulator.add(floor("wood"))
    names = [f"box {number}" for number in range(count)]
    for number, name in enumerate(names):
        sway = 0.012 * math.sin(2.4 * number)
        shape = (block((0.4, 0.4, 0.4)),)
        simulator.add(BodySpec(name, shape, "wood", 5.0, at(sway, 0.4 * number, 0.0)))
    start = np.array([simulator.pose(name)[0] for name in names])
    played(simulator, names[-1], seconds)
    return float(np.abs(np.array([simulator.pose(name)[0] for name in names]) - start).max())


def drift_of_a_tower(layers: int = 12, seconds: float = 10.0) -> float:
    """How far any block of a tower of three across moves in that time, metres."""
    simulator = Simulator()
    simulator.add(floor("wood"))
    length, width, height = 0.075, 0.025, 0.015
    names = []
    for layer in range(layers):
        for place in (-1, 0, 1):
            pose = at(0.0, layer * height, 0.0)
            if layer % 2:
                pose[:3, :3] = [[0, 0, 1], [0, 1, 0], [-1, 0, 0]]
            pose[:3, 3] += pose[:3, 2] * place * width
            names.append(f"block {layer} {place}")
            shape = (block((length, height, width)),)
            simulator.add(BodySpec(names[-1], shape, "wood", 0.02, pose))
    start = np.array([simulator.pose(name)[0] for name in names])
    played(simulator, names[-1], seconds)
    return float(np.abs(np.array([simulator.pose(name)[0] for name in names]) - start).max())


def dominoes_fallen(count: int = 20) -> int:
    """How many of a row lie after the first was pushed."""
    simulator = Simulator()
    simulator.add(floor("wood"))
    shape = (block((0.02, 0.12, 0.06)),)
    for number in range(count):
        push = (0.0, 0.0, -3.0) if number == 0 else (0.0, 0.0, 0.0)
        speed = (0.18, 0.0, 0.0) if number == 0 else (0.0, 0.0, 0.0)
        pose = at(0.07 * number, 0.0, 0.0)
        spec = BodySpec(
            f"domino {number}", shape, "wood", 0.1, pose, velocity_mps=speed, spin_rad_s=push
        )
        simulator.add(spec)
    played(simulator, "domino 0", 4.0)
    return sum(simulator.matrix(f"domino {number}")[1, 1] < 0.6 for number in range(count))
