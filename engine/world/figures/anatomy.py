"""The human body: one mesh for all, and the shapes of ages, sexes, builds and faces.

Read from ``resources/figures/people.npz`` (see the README beside it).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Array = NDArray[np.float64]
Rows = NDArray[np.intp]

_FILE = Path(__file__).resolve().parents[3] / "resources" / "figures" / "people.npz"
_AGES = (("baby", 1.0), ("child", 10.0), ("young", 25.0), ("old", 85.0))


@dataclass(frozen=True)
class Build:
    """A body in numbers.

    Attributes:
        years: age, 1 to 90.
        male: 0 feminine to 1 masculine.
        muscle, weight: 0 least, 0.5 average, 1 most.
        height: 0 short, 0.5 average, 1 tall, for the age.
        ethnicity: shares of african, asian and caucasian features; they add up to 1.
        details: small shapes of face and trunk by name, each with its strength.
        height_m: what it is scaled to; None keeps what the rest gives.
    """

    years: float
    male: float
    muscle: float = 0.5
    weight: float = 0.5
    height: float = 0.5
    ethnicity: tuple[float, float, float] = (0.0, 0.0, 1.0)
    details: tuple[tuple[str, float], ...] = ()
    height_m: float | None = None


@dataclass(frozen=True, eq=False)
class Anatomy:
    """What all bodies have in common.

    Attributes:
        points: (vertices, 3) mean body in metres, then a row for every joint.
        faces: (faces, 4) corners; ``groups``: (faces,) number of the piece they belong to.
        weights: (vertices, bones) sparse, rows add up to 1.
        shapes: sparse small shapes by name: vertices and moves (n, 3).
    """

    points: Array
    faces: Rows
    groups: Rows
    group_names: tuple[str, ...]
    joint_names: tuple[str, ...]
    bones: tuple[str, ...]
    weights: sparse.csr_matrix
    shapes: dict[str, tuple[Rows, Array]]
    macros: dict[str, int]
    parts: Array
    basis: Array
    half: Rows
    mirror: Rows

    @property
    def vertex_count(self) -> int:
        """How many rows of ``points`` are vertices."""
        return len(self.points) - len(self.joint_names)

    @property
    def skin_rows(self) -> Rows:
        """The vertices of the skin, also those that no triangle needs."""
        tongue = self.faces[self.groups == self.group_names.index("helper-tongue")]
        return np.arange(int(tongue.min()))

    def triangles(self, group: str) -> Rows:
        """(n, 3) triangles of one piece: ``"body"``, ``"helper-tights"``, ``"helper-tongue"``."""
        four = self.faces[self.groups == self.group_names.index(group)]
        both = np.concatenate([four[:, (0, 1, 2)], four[:, (0, 2, 3)]])
        return np.asarray(both[(both[:, 1] != both[:, 2]) & (both[:, 0] != both[:, 2])])

    def move(self, name: str) -> Array:
        """(vertices, 3) how a small shape moves the vertices, metres."""
        rows, moves = self.shapes[name]
        whole = np.zeros((len(self.points), 3))
        whole[rows] = moves
        return whole[: self.vertex_count]

    def shaped(self, build: Build) -> tuple[Array, dict[str, Array]]:
        """Vertices (n, 3) of a body that stands on y = 0, and its joints, metres."""
        part = np.zeros(self.parts.shape[1])
        for name, share in _shares(build).items():
            part += share * self.parts[self.macros[name]]
        side = (part @ self.basis).reshape(-1, 3)
        moved = np.zeros_like(self.points)
        moved[self.mirror[self.half]] = side * (-1.0, 1.0, 1.0)
        moved[self.half] = side
        points = self.points + moved
        for name, strength in build.details:
            rows, moves = self.shapes[name]
            points[rows] += strength * moves
        count = self.vertex_count
        body = points[self.skin_rows, 1]
        low, high = body.min(), body.max()
        scale = 1.0 if build.height_m is None else build.height_m / (high - low)
        points = (points - (0.0, low, 0.0)) * scale
        return points[:count], dict(zip(self.joint_names, points[count:], strict=True))


def _shares(build: Build) -> dict[str, float]:
    sexes = {"female": 1.0 - build.male, "male": build.male}
    ages = _ages(build.years)
    muscles = _thirds(build.muscle, ("minmuscle", "averagemuscle", "maxmuscle"))
    weights = _thirds(build.weight, ("minweight", "averageweight", "maxweight"))
    tall = abs(build.height - 0.5) * 2.0
    height = "maxheight" if build.height > 0.5 else "minheight"
    shares: dict[str, float] = {}
    for (sex, s), (age, a) in product(sexes.items(), ages.items()):
        for race, e in zip(("african", "asian", "caucasian"), build.ethnicity, strict=True):
            shares[f"{race}-{sex}-{age}"] = s * a * e
        for (muscle, m), (weight, w) in product(muscles.items(), weights.items()):
            shares[f"{sex}-{age}-{muscle}-{weight}"] = s * a * m * w
            shares[f"{sex}-{age}-{muscle}-{weight}-{height}"] = s * a * m * w * tall
    return {name: share for name, share in shares.items() if share > 0.0}


def _ages(years: float) -> dict[str, float]:
    shares = {}
    for k, (name, _) in enumerate(_AGES):
        marks = [0.0] * len(_AGES)
        marks[k] = 1.0
        shares[name] = float(np.interp(years, [at for _, at in _AGES], marks))
    return shares


def _thirds(value: float, names: tuple[str, str, str]) -> dict[str, float]:
    return {
        names[0]: max(1.0 - 2.0 * value, 0.0),
        names[1]: 1.0 - abs(2.0 * value - 1.0),
        names[2]: max(2.0 * value - 1.0, 0.0),
    }


@cache
def anatomy() -> Anatomy:
    """The body that all people are shaped from (read once)."""
    with np.load(_FILE, allow_pickle=False) as file:
        data = {name: file[name] for name in file.files}
    count, bones = len(data["bone_indices"]), data["bones"]
    rows = np.repeat(np.arange(count), 4)
    weights = sparse.csr_matrix(
        (
            data["bone_weights"].astype(np.float64).ravel(),
            (rows, data["bone_indices"].astype(np.intp).ravel()),
        ),
        shape=(count, len(bones)),
    )
    starts = data["detail_starts"].astype(np.intp)
    shapes = {
        str(name): (
            data["detail_vertices"][first:last].astype(np.intp),
            data["detail_moves"][first:last].astype(np.float64),
        )
        for name, first, last in zip(data["detail_names"], starts, starts[1:], strict=False)
    }
    return Anatomy(
        points=data["points"].astype(np.float64),
        faces=data["faces"][:, :4].astype(np.intp),
        groups=data["faces"][:, 4].astype(np.intp),
        group_names=tuple(str(name) for name in data["groups"]),
        joint_names=tuple(str(name) for name in data["joints"]),
        bones=tuple(str(name) for name in bones),
        weights=weights,
        shapes=shapes,
        macros={str(name): k for k, name in enumerate(data["macro_names"])},
        parts=data["macro_parts"].astype(np.float64),
        basis=data["macro_basis"].astype(np.float64) / 32767.0,
        half=data["half"].astype(np.intp),
        mirror=data["mirror"].astype(np.intp),
    )
