"""Builds a person: body, face, hair and clothes as parts that bend with one skeleton."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from engine.world.figures.accessories import accessory_pieces, hat_line
from engine.world.figures.anatomy import Array
from engine.world.figures.bodies import Body, body_of
from engine.world.figures.colors import linear, shaded
from engine.world.figures.countenance import (
    Head,
    face_pieces,
    head_of,
    lip_field,
    mouth_inside,
)
from engine.world.figures.footwear import shoe_of, shoe_pieces
from engine.world.figures.garments import Piece, dressed
from engine.world.figures.hair import hair_pieces
from engine.world.figures.looks import Look, look_of
from engine.world.figures.patches import Patch, compact, normals_of
from engine.world.figures.rigging import BONES, Rigging
from engine.world.model import Collider, Mesh, Model, Part, Skin, Surface

_SKIN_MARGIN_M = 0.034
_TUCK_M = 0.004
_MORPHS = (
    "browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft", "browOuterUpRight",
    "cheekPuff", "cheekSquintLeft", "cheekSquintRight", "eyeBlinkLeft", "eyeBlinkRight",
    "eyeLookDownLeft", "eyeLookDownRight", "eyeLookUpLeft", "eyeLookUpRight", "eyeSquintLeft",
    "eyeSquintRight", "eyeWideLeft", "eyeWideRight", "jawOpen", "mouthFrownLeft",
    "mouthFrownRight", "mouthFunnel", "mouthLowerDownLeft", "mouthLowerDownRight",
    "mouthPressLeft", "mouthPressRight", "mouthPucker", "mouthRollLower", "mouthRollUpper",
    "mouthShrugLower", "mouthSmileLeft", "mouthSmileRight", "mouthStretchLeft",
    "mouthStretchRight", "mouthUpperUpLeft", "mouthUpperUpRight", "noseSneerLeft",
    "noseSneerRight", "tongueOut",
)  # fmt: skip


@lru_cache(maxsize=24)
def build_person(name: str, attributes: tuple[str, ...], seed: int) -> Model:
    """A person as a model with figure rig ``"biped"`` and a skin."""
    look = look_of(name, attributes, seed)
    body = body_of(look.build)
    head = head_of(body)
    worn = dressed(body, look.garments)
    hidden = worn.hidden
    pieces = list(worn.pieces)
    sole_m = 0.0
    shoes = shoe_of(look.garments)
    if shoes is not None:
        made, depth = shoe_pieces(body, *shoes)
        pieces += made
        hidden = np.maximum(hidden, depth)
        sole_m = shoes[1].sole_m
    pieces += accessory_pieces(body, head, look)
    pieces += hair_pieces(body, head, look, hat_line(look))
    pieces = [*_skin(body, head, look, hidden), *face_pieces(body, head, look), *pieces]
    skin = _bound(body, pieces, sole_m)
    height = body.height_m + sole_m
    return Model(
        name=name,
        parts=tuple(_part(name, patch, surface, sole_m) for name, patch, surface in pieces),
        colliders=_colliders(height, float(skin.joints["pelvis"][1]), _girth(body)),
        size_m=(2.0 * float(body.joints["l-shoulder"][0]) + 0.12 * body.size, height,
                2.0 * _girth(body)),
        mass_kg=21.5 * height * height * (0.55 + 0.9 * look.build.weight),
        material="flesh",
        figure="biped",
        skin=skin,
    )  # fmt: skip


def _part(name: str, patch: Patch, surface: Surface, lift_m: float) -> Part:
    length = np.linalg.norm(patch.normals, axis=1, keepdims=True)
    normals = np.where(length > 1e-6, patch.normals / np.maximum(length, 1e-9), (0.0, 1.0, 0.0))
    mesh = Mesh(
        (patch.positions + np.array((0.0, lift_m, 0.0))).astype(np.float32),
        normals.astype(np.float32),
        patch.triangles.astype(np.uint32),
    )
    return Part(name, mesh, surface, np.eye(4))


def _skin(body: Body, head: Head, look: Look, hidden: Array) -> list[Piece]:
    """The skin that shows, tucked in a little under hems; the mouth's inside apart."""
    bare = body.piece("body")
    depth = np.asarray(bare.mixture @ hidden)
    tucked = bare.positions - bare.normals * (_TUCK_M * np.clip(depth / 0.01, 0, 1))[:, None]
    bare = Patch(tucked, bare.normals, bare.triangles, bare.source)
    shown = (depth[bare.triangles] < _SKIN_MARGIN_M).any(axis=1)
    rows = bare.mixture.indices
    marks = np.zeros(len(body.points))
    marks[head.patch.mixture.indices] = mouth_inside(body, head)
    within = (marks[rows][bare.triangles] > 0.5).any(axis=1)
    lips = np.zeros(len(body.points))
    lips[head.patch.mixture.indices] = lip_field(body, head.patch)
    on_lips = (lips[rows][bare.triangles] > 0.06).all(axis=1)
    within &= ~on_lips
    skin = Surface(look.skin, shaded(look.skin, 0.9), roughness=0.55, pattern="skin")
    pieces = [
        ("skin", compact(bare, bare.triangles[shown & ~within & ~on_lips]), skin),
        (
            "mouth.inside",
            compact(bare, bare.triangles[within]),
            Surface(linear("4a1517"), roughness=0.6),
        ),
    ]
    return [piece for piece in pieces if len(piece[1].triangles)]


def _bound(body: Body, pieces: list[Piece], sole_m: float) -> Skin:
    people = body.anatomy
    order = [people.bones.index(name) if name in people.bones else -1 for name in BONES]
    columns = np.zeros((len(people.bones), len(BONES)))
    for new, old in enumerate(order):
        if old >= 0:
            columns[old, new] = 1.0
    of_vertex = sparse.csr_matrix(people.weights @ sparse.csr_matrix(columns))
    stacks = []
    for _, patch, _ in pieces:
        if patch.source is not None:
            stacks.append(sparse.csr_matrix(patch.mixture @ of_vertex))
        else:
            count = len(patch.positions)
            column = np.full(count, BONES.index(patch.bone))
            stacks.append(
                sparse.csr_matrix((np.ones(count), (np.arange(count), column)), (count, len(BONES)))
            )
    indices, weights = _four_largest(sparse.csr_matrix(sparse.vstack(stacks)))
    rows, moves, turns = _face_moves(body, pieces)
    rigging = body.rigging
    binds = rigging.binds.copy()
    binds[:, 1, 3] += sole_m
    return Skin(
        bones=BONES,
        binds=binds,
        joints=_raised(rigging, sole_m),
        indices=indices,
        weights=weights,
        morphs=_MORPHS,
        morph_rows=rows,
        moves=moves,
        turns=turns,
        pronation=rigging.pronation,
        splay=rigging.splay,
    )


def _raised(rigging: Rigging, sole_m: float) -> dict[str, Array]:
    return {name: at + np.array((0.0, sole_m, 0.0)) for name, at in rigging.joints.items()}


def _four_largest(
    weights: sparse.csr_matrix,
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    dense = weights.toarray()
    order = np.argsort(-dense, axis=1, kind="stable")[:, :4]
    picked = np.take_along_axis(dense, order, axis=1)
    picked /= picked.sum(axis=1, keepdims=True)
    return order.astype(np.uint8), picked.astype(np.float32)


def _face_moves(
    body: Body, pieces: list[Piece]
) -> tuple[NDArray[np.intp], NDArray[np.float32], NDArray[np.float32]]:
    """Which vertices faces move, by how much, and how their normals turn."""
    people = body.anatomy
    scale = body.head_size
    triangles = np.concatenate(
        [
            people.triangles(g)
            for g in ("body", "helper-tongue", "helper-lower-teeth", "helper-upper-teeth")
        ]
    )
    near = triangles[(body.head_share[triangles] > 0.3).any(axis=1)]
    before = normals_of(body.points, near)
    moves = np.stack([people.move(name) * scale for name in _MORPHS])
    turns = np.stack([normals_of(body.points + move, near) - before for move in moves])
    touched = np.abs(moves).max(axis=(0, 2)) + np.abs(turns).max(axis=(0, 2)) > 1e-5
    rows, all_moves, all_turns = [], [], []
    start = 0
    for _, patch, _ in pieces:
        if patch.source is not None:
            affected = np.flatnonzero(patch.mixture @ touched.astype(float) > 0.0)
            if len(affected):
                mix = patch.mixture[affected]
                rows.append(affected + start)
                all_moves.append(np.stack([mix @ move for move in moves]))
                all_turns.append(np.stack([mix @ turn for turn in turns]))
        start += len(patch.positions)
    return (
        np.concatenate(rows),
        np.concatenate(all_moves, axis=1).astype(np.float32),
        np.concatenate(all_turns, axis=1).astype(np.float32),
    )


def _girth(body: Body) -> float:
    """Half the trunk's depth and width, evened, metres."""
    rows = np.unique(body.triangles("helper-tights"))
    rows = rows[(np.abs(body.trunk[rows] - 0.35) < 0.06) & (body.arm_share[rows] < 0.2)]
    spread = np.ptp(body.points[rows], axis=0)
    return float(0.25 * (spread[0] + spread[2]))


def _colliders(height: float, hip: float, girth: float) -> tuple[Collider, ...]:
    """Two capsules: legs up to the hips, and from the hips to the crown."""
    capsules = (
        (girth, hip / 2 + 0.04, hip / 2 - girth + 0.04),
        (girth * 1.1, (hip + 0.96 * height - 0.12) / 2, (height - hip) / 2 - girth),
    )
    shapes = []
    for radius, middle, half in capsules:
        offset = np.eye(4)
        offset[1, 3] = middle
        shapes.append(Collider("capsule", (radius, max(half, 0.02), 0.0), offset))
    return tuple(shapes)
