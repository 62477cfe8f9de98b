"""A user's own model (.glb, .gltf, .obj) as a thing: read behind limits, or refused in a sentence.

Whatever the file holds ends as parts of one colour each (textures are sampled per triangle and
reduced to a few colours), standing on y = 0 with the middle of its underside at the origin.
"""

from __future__ import annotations

import math
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from numpy.typing import NDArray

from engine.errors import BadMedia
from engine.materials import MATERIALS
from engine.world.assets.assembly import outermost
from engine.world.assets.imported_file import MAX_TRIANGLES, check_model_file, read_bytes_of
from engine.world.assets.palette import linear_colors
from engine.world.assets.shapes import Points, Triangles, creased
from engine.world.model import Collider, Model, Part, Surface

MAX_PARTS = 24
MAX_COLLIDERS = 12
MAX_TEXTURE_PIXELS = 8192 * 8192
_COLOURS_OF_A_TEXTURE = 8
_CREASE_DEG = 35.0
_GREY = (0.35, 0.35, 0.35)
_BROKEN = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, AssertionError,
    NotImplementedError, ZeroDivisionError, RecursionError, SyntaxError, EOFError, struct.error,
)  # fmt: skip
"""What the parsers of foreign files raise at broken ones."""
_FILLED = 0.3
"""Share of a model's hull that is taken to be substance when it is weighed."""


def import_model(
    path: Path,
    name: str,
    size_m: float | None = None,
    mass_kg: float | None = None,
    material: str = "plastic",
) -> Model:
    """The file's content as a thing.

    Args:
        name: what it is called in the scene.
        size_m: its largest side; None keeps the file's own (see ``_unit_m``).
        mass_kg: None weighs its hull, partly filled with its material.
        material: name of ``engine.materials``.

    Raises:
        BadMedia: missing, of another kind, damaged, empty, too large, or reaching out of its
            folder; one sentence says which.
    """
    pieces = model_meshes(path)
    everything = np.concatenate([points for points, _, _ in pieces])
    low, high = everything.min(axis=0), everything.max(axis=0)
    scale = 1.0 if size_m is None else size_m / float((high - low).max())
    middle = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2])
    placed = [((points - middle) * scale, faces, surface) for points, faces, surface in pieces]
    colliders = _colliders([points for points, _, _ in placed])
    width, height, depth = (float(side) for side in (high - low) * scale)
    if mass_kg is None:
        volume = sum(_hull_volume_m3(collider) for collider in colliders)
        mass_kg = max(volume * MATERIALS[material].density_kg_m3 * _FILLED, 0.005)
    parts = tuple(
        Part(f"piece {number}", creased(points, faces, _CREASE_DEG), surface, np.eye(4))
        for number, (points, faces, surface) in enumerate(placed)
    )
    return Model(name, parts, colliders, (width, height, depth), mass_kg, material)


def pack_model(path: Path, target: Path) -> None:
    """Writes the model as one self-contained .glb file in metres, its y axis up.

    Raises:
        BadMedia: as ``import_model``.
    """
    meshes = _upright(path, _loaded(path))
    _check_substance(path, meshes)
    target.write_bytes(trimesh.Scene(meshes).export(file_type="glb"))


def model_meshes(path: Path) -> list[tuple[Points, Triangles, Surface]]:
    """Points in metres (y up), triangles and surface of every piece, largest first.

    Raises:
        BadMedia: as ``import_model``.
    """
    meshes = _upright(path, _loaded(path))
    _check_substance(path, meshes)
    pieces = [piece for mesh in meshes for piece in _coloured(path, mesh)]
    joined: dict[Surface, list[tuple[Points, Triangles]]] = {}
    for points, faces, surface in sorted(pieces, key=lambda piece: -len(piece[1])):
        joined.setdefault(surface, []).append((points, faces))
    if len(joined) > MAX_PARTS:
        kept = dict(list(joined.items())[:MAX_PARTS])
        for surface, more in list(joined.items())[MAX_PARTS:]:
            kept[_nearest(surface, list(kept))].extend(more)
        joined = kept
    return [(*_one(bodies), surface) for surface, bodies in joined.items()]


def _one(bodies: list[tuple[Points, Triangles]]) -> tuple[Points, Triangles]:
    starts = np.cumsum([0, *(len(points) for points, _ in bodies)])
    return (
        np.concatenate([points for points, _ in bodies]),
        np.concatenate([faces + start for (_, faces), start in zip(bodies, starts, strict=False)]),
    )


def _nearest(surface: Surface, others: list[Surface]) -> Surface:
    return min(others, key=lambda other: math.dist(surface.color, other.color))


def _loaded(path: Path) -> list[Any]:
    """The file's triangle meshes, each where its node puts it."""
    kind = check_model_file(path)
    try:
        scene = trimesh.load_scene(
            read_bytes_of(path),
            file_type=kind,
            resolver=trimesh.resolvers.FilePathResolver(path),
            process=False,
        )
        _check_count(path, scene)
        meshes = scene.dump()
    except BadMedia:
        raise
    except MemoryError as error:
        raise BadMedia(
            f"“{path.name}” needs more memory than there is: make it smaller."
        ) from error
    except _BROKEN as error:
        raise BadMedia(
            f"“{path.name}” is damaged or not a {kind} model: export it again from your 3D program."
        ) from error
    return [mesh for mesh in meshes if isinstance(mesh, trimesh.Trimesh) and len(mesh.faces)]


def _check_count(path: Path, scene: Any) -> None:
    total = 0
    for node in scene.graph.nodes_geometry:
        geometry = scene.geometry[scene.graph[node][1]]
        total += len(getattr(geometry, "faces", ()))
    if total > MAX_TRIANGLES:
        raise BadMedia(
            f"“{path.name}” has {total:,} triangles; at most {MAX_TRIANGLES:,} can be shown, so "
            "reduce it in your 3D program."
        )


def _check_substance(path: Path, meshes: list[Any]) -> None:
    if not meshes:
        raise BadMedia(f"“{path.name}” holds no surfaces: export a model with triangles.")
    points = np.concatenate([mesh.vertices for mesh in meshes])
    if not np.isfinite(points).all():
        raise BadMedia(
            f"“{path.name}” has points that are not numbers: export it again from your 3D program."
        )
    sides = np.ptp(points, axis=0)
    if float(sides.max()) <= 1e-9 or float(np.sort(sides)[1]) <= 1e-9:
        raise BadMedia(f"“{path.name}” has no extent: all its points lie in one place or line.")


def _upright(path: Path, meshes: list[Any]) -> list[Any]:
    """In metres with y up: glTF says so itself, of an OBJ it is guessed from its shape."""
    if path.suffix.lower() != ".obj" or not meshes:
        return meshes
    points = np.concatenate([mesh.vertices for mesh in meshes])
    if not np.isfinite(points).all():
        return meshes
    low, side = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1e-12)
    matrix = np.eye(4)
    stands_on_z = abs(low[2]) < 0.02 * side[2] and abs(low[1]) > 0.2 * side[1]
    if stands_on_z:
        matrix[:3, :3] = [(1, 0, 0), (0, 0, 1), (0, -1, 0)]
    matrix[:3, :3] *= _unit_m(float(side.max()))
    for mesh in meshes:
        mesh.apply_transform(matrix)
    return meshes


def _unit_m(largest_side: float) -> float:
    """What one unit of an OBJ is likely to be: millimetres, centimetres or metres."""
    if largest_side > 1500.0:
        return 0.001
    return 0.01 if largest_side > 40.0 else 1.0


def _coloured(path: Path, mesh: Any) -> list[tuple[Points, Triangles, Surface]]:
    points = np.asarray(mesh.vertices, dtype=np.float64)
    faces = np.asarray(mesh.faces, dtype=np.int64)
    colors, look = _face_colors(path, mesh)
    pieces = []
    for color in np.unique(colors, axis=0):
        own = faces[(colors == color).all(axis=1)]
        used, local = np.unique(own, return_inverse=True)
        red, green, blue = (float(part) for part in linear_colors(color))
        surface = replace(look, color=(red, green, blue))
        pieces.append((points[used], local.reshape(-1, 3), surface))
    return pieces


def _face_colors(path: Path, mesh: Any) -> tuple[NDArray[np.uint8], Surface]:
    """(faces, 3) sRGB of at most a few colours, and how the surface shines."""
    count = len(mesh.faces)
    visual = mesh.visual
    material = getattr(visual, "material", None)
    if material is None:
        colors = np.asarray(getattr(visual, "face_colors", np.full((count, 4), 160)))[:, :3]
        return _reduced(colors.astype(np.uint8)), Surface(_GREY, roughness=0.5)
    main = getattr(material, "main_color", None)
    base = np.array([160, 160, 160] if main is None else main[:3], dtype=np.uint8)
    look = _shine(material)
    image = getattr(material, "baseColorTexture", None) or getattr(material, "image", None)
    places = getattr(visual, "uv", None)
    if image is None or places is None or len(places) != len(mesh.vertices):
        return np.broadcast_to(base, (count, 3)), look
    if image.width * image.height > MAX_TEXTURE_PIXELS:
        raise BadMedia(
            f"“{path.name}” has a texture of {image.width}x{image.height} pixels; at most "
            "8192x8192 can be read."
        )
    picture = np.asarray(
        image.convert("RGB").resize((min(image.width, 512), min(image.height, 512)))
    )
    middle = np.nan_to_num(np.asarray(places)[mesh.faces].mean(axis=1)) % 1.0
    row = ((1.0 - middle[:, 1]) * (picture.shape[0] - 1)).astype(int)
    column = (middle[:, 0] * (picture.shape[1] - 1)).astype(int)
    return _reduced(picture[row, column]), look


def _shine(material: Any) -> Surface:
    rough = getattr(material, "roughnessFactor", None)
    metal = getattr(material, "metallicFactor", None)
    shines = rough is not None and metal is not None and metal > 0.5
    return Surface(
        _GREY,
        roughness=0.5 if rough is None else float(np.clip(rough, 0.05, 1.0)),
        metallic=1.0 if shines else 0.0,
    )


def _reduced(colors: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The colours, each replaced by the nearest of a few that stand for all."""
    distinct, place, counts = np.unique(colors, axis=0, return_inverse=True, return_counts=True)
    if len(distinct) <= _COLOURS_OF_A_TEXTURE:
        return colors
    flat = distinct.astype(np.float64)
    chosen = [int(np.argmax(counts))]
    reach = np.linalg.norm(flat - flat[chosen[0]], axis=1)
    while len(chosen) < _COLOURS_OF_A_TEXTURE:
        chosen.append(int(np.argmax(reach * np.sqrt(counts))))
        reach = np.minimum(reach, np.linalg.norm(flat - flat[chosen[-1]], axis=1))
    centres = flat[chosen]
    for _ in range(6):
        nearest = np.argmin(((flat[:, None] - centres[None]) ** 2).sum(axis=2), axis=1)
        for index in range(len(centres)):
            own = nearest == index
            if own.any():
                centres[index] = np.average(flat[own], axis=0, weights=counts[own])
    return np.asarray(np.round(centres[nearest][place.reshape(-1)]), dtype=np.uint8)


def _colliders(bodies: list[Points]) -> tuple[Collider, ...]:
    """Convex pieces: the hull of all, cut in two along its longest side while that saves air."""
    pieces: list[Points] = [np.unique(np.round(np.concatenate(bodies), 6), axis=0)]
    while len(pieces) < MAX_COLLIDERS:
        gains = [_halves(points) for points in pieces]
        best = max(range(len(pieces)), key=lambda index: gains[index][0])
        if gains[best][0] <= 0.0:
            break
        pieces[best : best + 1] = gains[best][1]
    return tuple(
        Collider("convex", (0.0, 0.0, 0.0), np.eye(4), outermost(points)) for points in pieces
    )


def _halves(points: Points) -> tuple[float, list[Points]]:
    """How much less air two halves hold (m³), and the halves; 0 where it is not worth it."""
    axis = int(np.argmax(np.ptp(points, axis=0)))
    order = points[np.argsort(points[:, axis], kind="stable")]
    steps = np.diff(order[:, axis])
    if len(order) < 16:
        return 0.0, []
    at = int(np.clip(np.searchsorted(order[:, axis], order[:, axis].mean()), 8, len(order) - 8))
    shared = 0.04 * float(np.ptp(order[:, axis]))
    gap = int(np.argmax(steps))
    if 8 <= gap + 1 <= len(order) - 8 and steps[gap] > 2 * shared:
        at, shared = gap + 1, 0.0
    overlap = np.abs(order[:, axis] - order[at, axis]) < shared
    first, second = np.arange(len(order)) < at, np.arange(len(order)) >= at
    halves = [order[first | overlap], order[second | overlap]]
    whole = _volume_m3(points)
    saved = whole - sum(_volume_m3(half) for half in halves)
    return (saved if saved > 0.12 * whole else 0.0), halves


def _volume_m3(points: Points) -> float:
    low, high = points.min(axis=0), points.max(axis=0)
    if float((high - low).min()) < 1e-6:
        return 0.0
    try:
        return float(trimesh.convex.convex_hull(points).volume)
    except (ValueError, RuntimeError):  # flat: qhull finds no volume
        return 0.0


def _hull_volume_m3(collider: Collider) -> float:
    assert collider.points is not None
    return _volume_m3(collider.points.astype(np.float64))
