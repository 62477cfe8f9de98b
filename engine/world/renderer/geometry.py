"""All triangles of a shot in one buffer, drawn by pattern, nearest first, culled per drawable."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass

import moderngl
import numpy as np
from numpy.typing import NDArray

from engine.world.model import Drawable, Floats, Matrix
from engine.world.renderer.gl import (
    ARRAY_BUFFER,
    ELEMENT_ARRAY_BUFFER,
    FLOAT,
    GL,
    TRIANGLES,
    UNSIGNED_INT,
)

SURFACE_TEXELS = 5
MATRIX_TEXELS = 6
_VERTEX_FLOATS = 7
_INDEX_BYTES = 4


@dataclass(frozen=True)
class Ink:
    """What must be bound to draw a drawable: drawables with equal ink go into one call.

    Attributes:
        picture: index of the drawable whose picture it is, None without one.
    """

    pattern: str
    dithered: bool
    picture: int | None


class Geometry:
    """Meshes and surfaces of one shot on the graphics card.

    Args:
        drawables: in the order in which matrices come with each frame.

    Attributes:
        inks: what each drawable is drawn with.
        casters: (drawables,) bool.
        triangle_count: of all drawables.
    """

    def __init__(self, context: moderngl.Context, gl: GL, drawables: Sequence[Drawable]) -> None:
        self._gl = gl
        self.count = len(drawables)
        self.inks = tuple(_ink(index, drawable) for index, drawable in enumerate(drawables))
        self.casters: NDArray[np.bool_] = np.array(
            [item.casts_shadow and item.surface.opacity >= 0.5 for item in drawables], dtype=bool
        )
        boxes = [_box(drawable) for drawable in drawables]
        self._centers = np.array([(low + high) / 2 for low, high in boxes]).reshape(-1, 3)
        halves = np.array([(high - low) / 2 for low, high in boxes]).reshape(-1, 3)
        self._radii = np.linalg.norm(halves, axis=1)
        self._counts = np.array([item.mesh.indices.size for item in drawables], dtype=np.int32)
        starts = np.concatenate(([0], np.cumsum(self._counts, dtype=np.int64)[:-1]))
        self._offsets = (starts * _INDEX_BYTES).astype(np.uint64)[: self.count]
        self.triangle_count = int(self._counts.sum()) // 3
        vertices, indices = _packed(drawables)
        self._vertices = context.buffer(vertices.data if vertices.size else b"\0" * 28)
        self._indices = context.buffer(indices.data if indices.size else b"\0" * 4)
        surfaces = _surface_rows(drawables, self._centers, halves)
        self.surfaces = context.texture((SURFACE_TEXELS, max(self.count, 1)), 4, dtype="f4")
        self.surfaces.filter = (moderngl.NEAREST, moderngl.NEAREST)
        self.matrices = context.texture((MATRIX_TEXELS, max(self.count, 1)), 4, dtype="f4")
        self.matrices.filter = (moderngl.NEAREST, moderngl.NEAREST)
        if self.count:
            self.surfaces.write(surfaces.data)
        self.pictures = {
            index: _picture(context, drawable.picture)
            for index, drawable in enumerate(drawables)
            if drawable.picture is not None and self.inks[index].picture is not None
        }
        self._array = ctypes.c_uint()
        self._describe_vertices()

    def _describe_vertices(self) -> None:
        gl = self._gl
        gl.GenVertexArrays(1, ctypes.byref(self._array))
        gl.BindVertexArray(self._array)
        gl.BindBuffer(ARRAY_BUFFER, self._vertices.glo)
        gl.BindBuffer(ELEMENT_ARRAY_BUFFER, self._indices.glo)
        stride = _VERTEX_FLOATS * 4
        for location, (size, offset) in enumerate(((3, 0), (3, 12), (1, 24))):
            gl.EnableVertexAttribArray(location)
            gl.VertexAttribPointer(location, size, FLOAT, 0, stride, offset)
        gl.BindVertexArray(0)

    def place(self, matrices: Floats) -> tuple[Matrix, NDArray[np.float64]]:
        """Uploads a frame's matrices; returns world centres (n, 3) and radii (n,) in metres."""
        placed = matrices.astype(np.float64)
        linear = placed[:, :3, :3]
        rows = np.zeros((self.count, MATRIX_TEXELS, 4), dtype=np.float32)
        rows[:, :3] = placed[:, :3]
        # The cofactor matrix turns normals rightly also under uneven scale.
        rows[:, 3, :3] = np.cross(linear[:, 1], linear[:, 2])
        rows[:, 4, :3] = np.cross(linear[:, 2], linear[:, 0])
        rows[:, 5, :3] = np.cross(linear[:, 0], linear[:, 1])
        if self.count:
            self.matrices.write(rows.data)
        centers = np.einsum("nij,nj->ni", linear, self._centers) + placed[:, :3, 3]
        scale = np.sqrt((linear**2).sum(axis=1).max(axis=1)) if self.count else np.zeros(0)
        return centers, self._radii * scale

    def draw(self, order: NDArray[np.intp]) -> None:
        """Draws these drawables with the program in use, in this order, in one call."""
        if not order.size:
            return
        counts = np.ascontiguousarray(self._counts[order])
        offsets = np.ascontiguousarray(self._offsets[order])
        self._gl.BindVertexArray(self._array)
        self._gl.MultiDrawElements(
            TRIANGLES, counts.ctypes.data, UNSIGNED_INT, offsets.ctypes.data, len(order)
        )
        self._gl.BindVertexArray(0)

    def release(self) -> None:
        """Frees buffers and textures."""
        self._gl.DeleteVertexArrays(1, ctypes.byref(self._array))
        for item in (self._vertices, self._indices, self.surfaces, self.matrices):
            item.release()
        for picture in self.pictures.values():
            picture.release()


def _ink(index: int, drawable: Drawable) -> Ink:
    pattern = drawable.surface.pattern
    has_picture = pattern == "picture" and drawable.picture is not None
    if pattern == "picture" and not has_picture:
        pattern = "plain"
    return Ink(pattern, drawable.surface.opacity < 1.0, index if has_picture else None)


def _box(drawable: Drawable) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    positions = drawable.mesh.positions
    if not len(positions):
        return np.zeros(3), np.zeros(3)
    return positions.min(axis=0).astype(np.float64), positions.max(axis=0).astype(np.float64)


def _packed(drawables: Sequence[Drawable]) -> tuple[Floats, NDArray[np.uint32]]:
    """Vertices (n, 7): position, normal, drawable index; indices (m,) into them."""
    vertex_count = sum(len(item.mesh.positions) for item in drawables)
    vertices = np.empty((vertex_count, _VERTEX_FLOATS), dtype=np.float32)
    indices: list[NDArray[np.uint32]] = []
    start = 0
    for number, drawable in enumerate(drawables):
        mesh = drawable.mesh
        stop = start + len(mesh.positions)
        vertices[start:stop, :3] = mesh.positions
        vertices[start:stop, 3:6] = mesh.normals
        vertices[start:stop, 6] = number
        indices.append((mesh.indices.reshape(-1) + start).astype(np.uint32))
        start = stop
    return vertices, np.concatenate(indices) if indices else np.zeros(0, dtype=np.uint32)


def _surface_rows(drawables: Sequence[Drawable], centers: Matrix, halves: Matrix) -> Floats:
    """(drawables, 5, 4) float32 as ``surface.vert`` reads them."""
    rows = np.zeros((len(drawables), SURFACE_TEXELS, 4), dtype=np.float32)
    for index, drawable in enumerate(drawables):
        surface = drawable.surface
        golden = 0.6180339887
        rows[index] = (
            (*surface.color, surface.roughness),
            (*surface.color2, surface.metallic),
            (surface.emission, surface.pattern_scale_m, surface.opacity, drawable.object_id),
            (*centers[index], 0.0),
            (*np.maximum(halves[index], 1e-5), (drawable.object_id * golden) % 1.0),
        )
    return rows


def _picture(context: moderngl.Context, pixels: NDArray[np.uint8]) -> moderngl.Texture:
    upright = np.ascontiguousarray(pixels[::-1])
    height, width = upright.shape[:2]
    texture = context.texture((width, height), 3, upright.data, alignment=1)
    texture.build_mipmaps()
    texture.filter = (moderngl.LINEAR_MIPMAP_LINEAR, moderngl.LINEAR)
    texture.repeat_x = texture.repeat_y = False
    return texture
