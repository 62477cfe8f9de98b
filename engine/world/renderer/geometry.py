"""All triangles of a shot, drawn by pattern, nearest first, culled per drawable.

What keeps its form lies in one buffer that is written once.  What deforms (skin, cloth, water)
lies in a stream that is thrown away and written anew with each frame; its form at rest stays
beside it, so that patterns stick to the skin.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import moderngl
import numpy as np
from numpy.typing import NDArray

from engine.world.model import Drawable, Floats, Matrix, Shape
from engine.world.renderer.gl import (
    ARRAY_BUFFER,
    ELEMENT_ARRAY_BUFFER,
    FLOAT,
    GL,
    STREAM_DRAW,
    TRIANGLES,
    UNSIGNED_INT,
)

SURFACE_TEXELS = 5
MATRIX_TEXELS = 6
_VERTEX_FLOATS = 7
_INDEX_BYTES = 4
_CORNERS = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float64)


@dataclass(frozen=True)
class Ink:
    """What must be bound to draw a drawable: drawables with equal ink go into one call.

    Attributes:
        sheer: lets what is behind it show through.
        picture: index of the drawable whose picture it is, None without one.
    """

    pattern: str
    sheer: bool
    picture: int | None


class Geometry:
    """Meshes and surfaces of one shot on the graphics card.

    Args:
        drawables: in the order in which matrices come with each frame.

    Attributes:
        inks: what each drawable is drawn with.
        casters, deforming, sheer: (drawables,) bool.
        triangle_count: of all drawables.
    """

    def __init__(self, context: moderngl.Context, gl: GL, drawables: Sequence[Drawable]) -> None:
        self._gl = gl
        self.count = len(drawables)
        self.inks = tuple(_ink(index, drawable) for index, drawable in enumerate(drawables))
        self.casters: NDArray[np.bool_] = np.array(
            [item.casts_shadow and item.surface.opacity >= 0.7 for item in drawables], dtype=bool
        )
        boxes = [_box(drawable) for drawable in drawables]
        self._rest_centers = np.array([(low + high) / 2 for low, high in boxes]).reshape(-1, 3)
        halves = np.array([(high - low) / 2 for low, high in boxes]).reshape(-1, 3)
        self._halves = halves
        self._rest_radii = np.linalg.norm(halves, axis=1)
        self._centers, self._radii = self._rest_centers, self._rest_radii
        self._counts = np.array([item.mesh.indices.size for item in drawables], dtype=np.int32)
        starts = np.concatenate(([0], np.cumsum(self._counts, dtype=np.int64)[:-1]))
        self._offsets = (starts * _INDEX_BYTES).astype(np.uint64)[: self.count]
        self.triangle_count = int(self._counts.sum()) // 3
        self.sheer: NDArray[np.bool_] = np.array([ink.sheer for ink in self.inks], dtype=bool)
        self.deforming = np.array([item.deforms for item in drawables], dtype=bool)
        firm = np.flatnonzero(~self.deforming)
        soft = np.flatnonzero(self.deforming)
        vertices, indices = _packed(drawables, firm, soft)
        self._rest = vertices[1]
        self._soft_places = _places(drawables, soft)
        self._vertices = context.buffer(_bytes_of(vertices[0]))
        self._rest_vertices = context.buffer(_bytes_of(self._rest))
        self._indices = context.buffer(_bytes_of(indices))
        self._stream = Stream(gl)
        self._next_stream = Stream(gl)
        self._make_tables(context, drawables)
        self.pictures = {
            index: _picture(context, drawable.picture)
            for index, drawable in enumerate(drawables)
            if drawable.picture is not None and self.inks[index].picture is not None
        }
        self._firm_array = self._described(self._vertices.glo, self._vertices.glo)
        self._soft_array = self._described(self._stream.handle, self._rest_vertices.glo)
        self.deform({}, {})

    def _make_tables(self, context: moderngl.Context, drawables: Sequence[Drawable]) -> None:
        """Surfaces, matrices and the next moment's matrices, a row for each drawable."""
        surfaces = _surface_rows(drawables, self._rest_centers, self._halves)
        self.surfaces = context.texture((SURFACE_TEXELS, max(self.count, 1)), 4, dtype="f4")
        self.surfaces.filter = (moderngl.NEAREST, moderngl.NEAREST)
        self.matrices = context.texture((MATRIX_TEXELS, max(self.count, 1)), 4, dtype="f4")
        self.matrices.filter = (moderngl.NEAREST, moderngl.NEAREST)
        self.next_matrices = context.texture((3, max(self.count, 1)), 4, dtype="f4")
        self.next_matrices.filter = (moderngl.NEAREST, moderngl.NEAREST)
        if self.count:
            self.surfaces.write(surfaces.data)

    def _described(self, vertices: int, rest: int) -> ctypes.c_uint:
        """A vertex array: place, normal and drawable; the same at rest; the place in a moment."""
        gl = self._gl
        array = ctypes.c_uint()
        gl.GenVertexArrays(1, ctypes.byref(array))
        gl.BindVertexArray(array)
        later = vertices if vertices == rest else self._next_stream.handle
        stride = _VERTEX_FLOATS * 4
        layout = (
            (vertices, 3, 0), (vertices, 3, 12), (vertices, 1, 24), (rest, 3, 0), (rest, 3, 12),
            (later, 3, 0),
        )  # fmt: skip
        for location, (buffer, size, offset) in enumerate(layout):
            gl.BindBuffer(ARRAY_BUFFER, buffer)
            gl.EnableVertexAttribArray(location)
            gl.VertexAttribPointer(location, size, FLOAT, 0, stride, offset)
        gl.BindBuffer(ELEMENT_ARRAY_BUFFER, self._indices.glo)
        gl.BindVertexArray(0)
        return array

    def deform(self, shapes: Mapping[int, Shape], later: Mapping[int, Shape] | None = None) -> None:
        """Uploads the vertices of what deforms; what ``shapes`` leaves out is at rest.

        Args:
            later: the shapes of the moment that flow leads to.

        Raises:
            ValueError: a shape of another number of vertices than its mesh.
        """
        if not self._soft_places:
            return
        vertices = self._shaped(shapes)
        self._centers, self._radii = self._rest_centers.copy(), self._rest_radii.copy()
        for index, place in self._soft_places.items():
            low, high = vertices[place, :3].min(axis=0), vertices[place, :3].max(axis=0)
            self._centers[index] = (low + high) / 2
            self._radii[index] = np.linalg.norm(high - low) / 2
        self._stream.write(vertices)
        if later is not None:
            self._next_stream.write(self._shaped(later))

    def corners(self, shapes: Mapping[int, Shape]) -> Matrix:
        """(drawables, 8, 3) corners of each box in part space; a few vertices of what deforms."""
        corners = self._rest_centers[:, None] + self._halves[:, None] * _CORNERS
        for index in self._soft_places:
            shape = shapes.get(index)
            if shape is not None:
                corners[index] = shape.positions[:: max(len(shape.positions) // 8, 1)][:8]
        return corners

    def _shaped(self, shapes: Mapping[int, Shape]) -> Floats:
        vertices = self._rest.copy()
        for index, place in self._soft_places.items():
            shape = shapes.get(index)
            if shape is None:
                continue
            if len(shape.positions) != place.stop - place.start:
                raise ValueError(
                    f"drawable {index} has {place.stop - place.start} vertices, "
                    f"its shape {len(shape.positions)}"
                )
            vertices[place, :3] = shape.positions
            vertices[place, 3:6] = shape.normals
        return vertices

    def place_later(self, matrices: Floats) -> None:
        """Uploads the matrices of the moment that flow leads to."""
        if self.count:
            self.next_matrices.write(np.ascontiguousarray(matrices[:, :3], dtype=np.float32).data)

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
        soft = self.deforming[order]
        for array, chosen in ((self._firm_array, order[~soft]), (self._soft_array, order[soft])):
            if not chosen.size:
                continue
            counts = np.ascontiguousarray(self._counts[chosen])
            offsets = np.ascontiguousarray(self._offsets[chosen])
            self._gl.BindVertexArray(array)
            self._gl.MultiDrawElements(
                TRIANGLES, counts.ctypes.data, UNSIGNED_INT, offsets.ctypes.data, len(chosen)
            )
        self._gl.BindVertexArray(0)

    def release(self) -> None:
        """Frees buffers and textures."""
        for array in (self._firm_array, self._soft_array):
            self._gl.DeleteVertexArrays(1, ctypes.byref(array))
        for stream in (self._stream, self._next_stream):
            stream.release()
        for item in (
            self._vertices, self._rest_vertices, self._indices, self.surfaces, self.matrices,
            self.next_matrices,
        ):  # fmt: skip
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


def _places(drawables: Sequence[Drawable], chosen: NDArray[np.intp]) -> dict[int, slice]:
    """Where each chosen drawable's vertices lie when they are packed in this order."""
    places: dict[int, slice] = {}
    start = 0
    for index in chosen:
        stop = start + len(drawables[index].mesh.positions)
        places[int(index)] = slice(start, stop)
        start = stop
    return places


def _packed(
    drawables: Sequence[Drawable], firm: NDArray[np.intp], soft: NDArray[np.intp]
) -> tuple[tuple[Floats, Floats], NDArray[np.uint32]]:
    """Vertices (n, 7) of both kinds: position, normal, drawable index; indices of all drawables."""
    packs: list[Floats] = []
    starts: dict[int, int] = {}
    for chosen in (firm, soft):
        places = _places(drawables, chosen)
        size = sum(place.stop - place.start for place in places.values())
        vertices = np.empty((size, _VERTEX_FLOATS), dtype=np.float32)
        for index, place in places.items():
            mesh = drawables[index].mesh
            vertices[place, :3] = mesh.positions
            vertices[place, 3:6] = mesh.normals
            vertices[place, 6] = index
            starts[index] = place.start
        packs.append(vertices)
    indices = [
        (drawable.mesh.indices.reshape(-1) + starts[index]).astype(np.uint32)
        for index, drawable in enumerate(drawables)
    ]
    joined = np.concatenate(indices) if indices else np.zeros(0, dtype=np.uint32)
    return (packs[0], packs[1]), joined


def _bytes_of(values: Floats | NDArray[np.uint32]) -> bytes | memoryview:
    """Never empty: drivers refuse buffers of no size."""
    return values.data if values.size else bytes(_VERTEX_FLOATS * 4)


class Stream:
    """A buffer whose content is new in each frame: what is still being drawn from is left alone."""

    def __init__(self, gl: GL) -> None:
        self._gl = gl
        self._name = ctypes.c_uint()
        gl.GenBuffers(1, ctypes.byref(self._name))

    @property
    def handle(self) -> int:
        """The buffer's name for OpenGL."""
        return self._name.value

    def write(self, values: Floats) -> None:
        """Takes these values; their address may be reused at once."""
        self._gl.BindBuffer(ARRAY_BUFFER, self._name)
        self._gl.BufferData(ARRAY_BUFFER, values.nbytes, values.ctypes.data, STREAM_DRAW)

    def release(self) -> None:
        """Frees it."""
        self._gl.DeleteBuffers(1, ctypes.byref(self._name))


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
            (*centers[index], surface.refraction),
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
