"""Bends a figure's parts: bones' poses and the face's shapes in, vertices out.

All parts of a figure are one stack of vertices; per frame there is one sparse product for the
bones' matrices and one dense product for the face.  Linear blend skinning; twists are spread over
two bones in every limb, which keeps wrists and shoulders round.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from engine.world.model import Floats, Model, Shape, Skin

Array = NDArray[np.float64]


class Bending:
    """One figure's skin, ready to be posed.

    Args:
        model: its ``skin`` says how the parts bend.

    Raises:
        ValueError: the model has no skin.
    """

    def __init__(self, model: Model) -> None:
        skin = model.skin
        if skin is None:
            raise ValueError(f"{model.name!r} has no skin to bend")
        self.bones = skin.bones
        self._unbind = np.linalg.inv(skin.binds)
        rest = np.concatenate([part.mesh.positions for part in model.parts])
        normals = np.concatenate([part.mesh.normals for part in model.parts])
        self._ends = np.cumsum([0, *(len(part.mesh.positions) for part in model.parts)])
        blend = _blend(skin)
        self._places = _spread(blend, np.column_stack([rest, np.ones(len(rest), np.float32)]))
        self._facings = _spread(blend, normals)
        self._morphs = {name: k for k, name in enumerate(skin.morphs)}
        self._rows, self._moves, self._turns = skin.morph_rows, skin.moves, skin.turns
        self._head = skin.bones.index("head")

    def shapes(self, bones: Mapping[str, Array], face: Mapping[str, float]) -> tuple[Shape, ...]:
        """Vertices of every part in the space of ``bones``.

        Args:
            bones: a pose (4, 4) for every bone.
            face: strengths of morphs by name; those that are missing are 0.
        """
        moved = np.array([bones[name] for name in self.bones]) @ self._unbind
        columns = moved[:, :3].transpose(0, 2, 1).astype(np.float32)
        positions = self._places @ columns.reshape(-1, 3)
        facing = self._facings @ np.ascontiguousarray(columns[:, :3]).reshape(-1, 3)
        self._make_face(face, columns[self._head, :3], positions, facing)
        facing /= np.sqrt((facing * facing).sum(axis=1, keepdims=True) + np.float32(1e-12))
        return tuple(
            Shape(positions[first:last], facing[first:last])
            for first, last in zip(self._ends[:-1], self._ends[1:], strict=True)
        )

    def _make_face(
        self, face: Mapping[str, float], turn: Floats, positions: Floats, facing: Floats
    ) -> None:
        """Adds the face's shapes, which ride on the head."""
        active = [(self._morphs[name], strength) for name, strength in face.items()
                  if strength and name in self._morphs]  # fmt: skip
        if not active:
            return
        moves = sum(np.float32(strength) * self._moves[k] for k, strength in active)
        turns = sum(np.float32(strength) * self._turns[k] for k, strength in active)
        positions[self._rows] += moves @ turn
        facing[self._rows] += turns @ turn


def _spread(blend: sparse.csr_matrix, values: Floats) -> sparse.csr_matrix:
    """(vertices, bones * n) sparse: each vertex's values times its weights, bone after bone."""
    count = values.shape[1]
    entries = blend.tocoo()
    rows = np.repeat(entries.row, count)
    columns = (entries.col[:, None] * count + np.arange(count)).ravel()
    data = (entries.data[:, None] * values[entries.row]).ravel()
    shape = (blend.shape[0], blend.shape[1] * count)
    return sparse.csr_matrix((data, (rows, columns)), shape=shape, dtype=np.float32)


def _blend(skin: Skin) -> sparse.csr_matrix:
    count = len(skin.indices)
    rows = np.repeat(np.arange(count), skin.indices.shape[1])
    entries = (skin.weights.ravel(), (rows, skin.indices.ravel().astype(np.intp)))
    matrix = sparse.csr_matrix(entries, shape=(count, len(skin.bones)), dtype=np.float32)
    matrix.eliminate_zeros()
    return matrix
