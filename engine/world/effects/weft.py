"""Cloth on a grid: extended position-based dynamics with wind on every cell.

Constraints of one colour share no vertex, so each colour is solved at once.  Steps are small and of
one length, counted from the shot's start; the cloth has hung for a while before it begins.

Source: Macklin et al., XPBD (2016) and Small Steps in Physics Simulation (2019); long-range
attachments after Kim, Chentanez, Mueller-Fischer (2012).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.world.effects.chance import Reals
from engine.world.effects.currents import Swirls, gust
from engine.world.effects.obstacles import Obstacle, pushed_out
from engine.world.model import Weave

STEP_S = 1.0 / 96.0
_AIR_KG_M3 = 1.2
_PRESSURE = 1.25
_FRICTION = 0.06
_DAMPING_PER_S = 0.35
_MAX_SPEED_MPS = 14.0
_SLACK = 1.015
_THICKNESS_M = 0.008
_STEPS_PER_GUST = 4
_THREADS = 4
"""The first links are those between neighbours in a row or a column."""


@dataclass(frozen=True, eq=False)
class Breeze:
    """The wind on a cloth: mean (3,) m/s, how it comes and goes, its eddies."""

    mean_mps: Reals
    gusts: float
    swirls: Swirls

    def at(self, centers: Reals, time_s: float) -> Reals:
        """(..., 3) wind at (..., 3) points."""
        flat = centers.reshape(-1, 3)
        moment = np.full(len(flat), time_s)
        strength = float(np.linalg.norm(self.mean_mps))
        eddies = self.swirls(flat, moment) * (0.32 * strength + 0.03)
        wind = self.mean_mps * gust(time_s, self.gusts) + eddies
        return np.asarray(wind.reshape(centers.shape))


_Pair = tuple[tuple[slice, slice], tuple[slice, slice]]


def _pairs(rows: int, columns: int, down: int, right: int, parity: int) -> _Pair:
    """One colour of the constraints that span ``down`` rows and ``right`` columns."""
    stride = 2 * max(down, abs(right))
    if down:
        span = slice(parity, rows - down, stride), slice(parity + down, rows, stride)
        count = len(range(*span[1].indices(rows)))
        first_rows, second_rows = slice(parity, parity + count * stride, stride), span[1]
        if right >= 0:
            here, there = slice(0, columns - right), slice(right, columns)
        else:
            here, there = slice(-right, columns), slice(0, columns + right)
        return (first_rows, here), (second_rows, there)
    count = len(range(parity + right, columns, stride))
    here = slice(parity, parity + count * stride, stride)
    return (slice(0, rows), here), (slice(0, rows), slice(parity + right, columns, stride))


class Weft:
    """One cloth in motion.

    Args:
        rest: (rows, columns, 3) as it is cut, metres.
        pins: shot time to where the pinned vertices are, (pins, 3) world, in the weave's order,
            which must rise.
        start: (rows, columns, 3) world positions at the beginning.
        obstacles: shot time to what it cannot pass.
    """

    def __init__(self, rest: Reals, weave: Weave, pins: Callable[[float], Reals], start: Reals,
                 breeze: Breeze, gravity_mps2: float,
                 obstacles: Callable[[float], tuple[Obstacle, ...]]) -> None:  # fmt: skip
        self._weave = weave
        self._pins = pins
        self._breeze = breeze
        self._obstacles = obstacles
        self._fall = np.array([0.0, -gravity_mps2, 0.0])
        self.positions = start.copy()
        self.before = start.copy()
        self._velocities = np.zeros_like(start)
        self.step_count = 0
        rows, columns = weave.rows, weave.columns
        held = np.zeros(rows * columns, dtype=bool)
        held[list(weave.pinned)] = True
        self._held = held.reshape(rows, columns)
        self._weights = np.where(self._held, 0.0, 1.0)
        self._links = self._linked(rest)
        self._tether(rest)
        self._wind = np.zeros((rows - 1, columns - 1, 3))

    def _linked(self, rest: Reals) -> list[tuple[_Pair, Reals, Reals, int]]:
        """Every colour: its vertices, rest lengths and stiffness, and in which steps it is solved.

        Bending is slow: along the rows it is solved in even steps, along the columns in odd ones.
        """
        rows, columns = self._weave.rows, self._weave.columns
        bend = 2.0e-5 / max(self._weave.stiffness, 0.02)
        kinds = ((0, 1, 0.0), (1, 0, 0.0), (1, 1, 2e-6), (1, -1, 2e-6), (0, 2, bend), (2, 0, bend))
        links = []
        for down, right, compliance in kinds:
            span = max(down, abs(right))
            for parity in range(2 * span):
                pair = _pairs(rows, columns, down, right, parity)
                length = np.linalg.norm(rest[pair[1]] - rest[pair[0]], axis=-1)
                if length.size:
                    shares = self._weights[pair[0]] + self._weights[pair[1]]
                    turn = -1 if span < 2 else down // 2
                    links.append((pair, length, shares + compliance / STEP_S**2, turn))
        return links

    def _tether(self, rest: Reals) -> None:
        """Nothing gets farther from its nearest pin than the cloth between is long."""
        self._nearest = np.zeros(0, dtype=np.intp)
        if not self._weave.pinned:
            return
        flat = rest.reshape(-1, 3)
        pins = flat[list(self._weave.pinned)]
        gaps = np.linalg.norm(flat[:, None] - pins[None], axis=-1)
        self._nearest = np.argmin(gaps, axis=1)
        self._reach = gaps[np.arange(len(flat)), self._nearest] * _SLACK + 1e-6

    def advance(self) -> None:
        """One step."""
        self.step_count += 1
        time_s = self.step_count * STEP_S
        positions, held = self.positions, self._held
        self.before = positions.copy()
        self._velocities += STEP_S * (self._fall + self._pressure(time_s))
        self._velocities *= 1.0 - _DAMPING_PER_S * STEP_S
        speed = np.linalg.norm(self._velocities, axis=-1, keepdims=True)
        self._velocities *= np.minimum(1.0, _MAX_SPEED_MPS / np.maximum(speed, 1e-9))
        positions += STEP_S * self._velocities
        pins = self._pins(time_s)
        positions[held] = pins
        for pair, length, shares, turn in self._links:
            if turn in {-1, self.step_count % 2}:
                self._solve(pair, length, shares)
        # The threads once more: cloth bends, it hardly stretches.
        for pair, length, shares, _ in self._links[:_THREADS]:
            self._solve(pair, length, shares)
        self._keep_reach(pins)
        for obstacle in self._obstacles(time_s):
            pushed_out(positions.reshape(-1, 3), obstacle, _THICKNESS_M)
        positions[held] = pins
        self._velocities = (positions - self.before) / STEP_S

    def _solve(self, pair: _Pair, length: Reals, shares: Reals) -> None:
        one, two = self.positions[pair[0]], self.positions[pair[1]]
        gap = two - one
        far = np.sqrt(np.einsum("ijk,ijk->ij", gap, gap)) + 1e-12
        gap *= ((far - length) / (far * np.maximum(shares, 1e-9)))[..., None]
        one += gap * self._weights[pair[0]][..., None]
        two -= gap * self._weights[pair[1]][..., None]

    def _keep_reach(self, pins: Reals) -> None:
        if not len(self._nearest):
            return
        flat = self.positions.reshape(-1, 3)
        anchors = pins[self._nearest]
        gap = flat - anchors
        far = np.sqrt(np.einsum("ij,ij->i", gap, gap))
        over = np.flatnonzero(far > self._reach)
        if len(over):
            shares = (self._reach[over] / far[over])[:, None]
            flat[over] = anchors[over] + gap[over] * shares

    def _pressure(self, time_s: float) -> Reals:
        """Acceleration of every vertex by the air that blows against its cells."""
        p = self.positions
        if (self.step_count - 1) % _STEPS_PER_GUST == 0:
            centers = 0.25 * (p[:-1, :-1] + p[1:, :-1] + p[:-1, 1:] + p[1:, 1:])
            self._wind = self._breeze.at(centers, time_s)
        one, two = p[1:, 1:] - p[:-1, :-1], p[1:, :-1] - p[:-1, 1:]
        areas = np.empty_like(one)
        for x, y, z in ((0, 1, 2), (1, 2, 0), (2, 0, 1)):
            areas[..., x] = 0.5 * (one[..., y] * two[..., z] - one[..., z] * two[..., y])
        v = self._velocities
        air = self._wind - 0.25 * (v[:-1, :-1] + v[1:, :-1] + v[:-1, 1:] + v[1:, 1:])
        size = np.sqrt(np.einsum("ijk,ijk->ij", areas, areas)) + 1e-12
        normals = areas / size[..., None]
        against = np.einsum("ijk,ijk->ij", air, normals)
        push = 0.5 * _AIR_KG_M3 * (
            (_PRESSURE * np.abs(against) * against * size)[..., None] * normals
            + _FRICTION * (np.sqrt(np.einsum("ijk,ijk->ij", air, air)) * size)[..., None] * air
        )  # fmt: skip
        force = np.zeros_like(p)
        for rows in (slice(None, -1), slice(1, None)):
            for columns in (slice(None, -1), slice(1, None)):
                force[rows, columns] += 0.25 * push
        mass = np.zeros(p.shape[:2])
        for rows in (slice(None, -1), slice(1, None)):
            for columns in (slice(None, -1), slice(1, None)):
                mass[rows, columns] += 0.25 * size
        return np.asarray(force / (mass * self._weave.mass_kg_m2 + 1e-9)[..., None])
