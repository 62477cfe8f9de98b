"""The pictures that the passes draw into, for one size."""

from __future__ import annotations

import moderngl

_NEAREST = (moderngl.NEAREST, moderngl.NEAREST)


class Targets:
    """Textures and framebuffers of one picture size.

    Args:
        passes: also keep the normals as they are before patterns tilt them.
        anchored: also keep where on its part each pixel lies.

    Attributes:
        surface: albedo and roughness, normal and emission, depth, id, (exact normal), z-buffer.
        light: linear light with the same z-buffer, so that sky and things are told apart.
    """

    def __init__(
        self, context: moderngl.Context, size: tuple[int, int], passes: bool, anchored: bool
    ) -> None:
        self._context = context
        self._owned: list[moderngl.Texture | moderngl.Framebuffer] = []
        self.size = size
        self.half = (max(size[0] // 2, 1), max(size[1] // 2, 1))
        self.quarter = (max(size[0] // 4, 1), max(size[1] // 4, 1))
        self._make_surface(passes, anchored)
        self._make_light()
        self._make_motion()
        self._make_lens()
        if passes:
            self.exact_flow_map, self.exact_flow = self._flow(size)

    def release(self) -> None:
        """Frees all of them."""
        for item in reversed(self._owned):
            item.release()

    def _make_surface(self, passes: bool, anchored: bool) -> None:
        """What lies where."""
        self.albedo = self._texture(self.size, 4, "f1")
        self.normal = self._texture(self.size, 4, "f2")
        self.depth = self._texture(self.size, 1, "f4")
        self.ids = self._texture(self.size, 1, "u2")
        for exact in (self.albedo, self.normal):
            exact.filter = _NEAREST
        self.z_buffer = self._context.depth_texture(self.size)
        self._owned.append(self.z_buffer)
        colors = (self.albedo, self.normal, self.depth, self.ids)
        extra = tuple(self._texture(self.size, 4, "f4") for kept in (passes, anchored) if kept)
        self.anchor = extra[-1] if anchored else None
        self.surface = self._framebuffer((*colors, *extra), self.z_buffer)
        self.surface_outputs = 4 + len(extra)

    def _make_light(self) -> None:
        """What light reaches it."""
        self.light_map = self._texture(self.size, 4, "f2")
        self.light = self._framebuffer((self.light_map,), self.z_buffer)
        self.edge_depth = self._context.depth_texture(self.size)
        self._owned.append(self.edge_depth)
        self.edges = self._framebuffer((self.light_map,), self.edge_depth)
        self.opaque_map = self._texture(self.size, 4, "f2")
        self.opaque = self._framebuffer((self.opaque_map,))
        self.open_map = self._texture(self.half, 2, "f2")
        self.open_map.filter = _NEAREST
        self.open_soft_map = self._texture(self.half, 1, "f1")
        self.open = self._framebuffer((self.open_map,))
        self.open_soft = self._framebuffer((self.open_soft_map,))
        self.mirror_map = self._texture(self.half, 4, "f2")
        self.mirror_map.filter = _NEAREST
        self.mirror = self._framebuffer((self.mirror_map,))
        self.sum_map = self._texture(self.size, 4, "f2")
        self.sum = self._framebuffer((self.sum_map,))

    def _make_motion(self) -> None:
        """Where it goes while the shutter is open."""
        self.flow_map, self.flow = self._flow(self.half)
        self.tiles = (max(self.half[0] // 8, 1), max(self.half[1] // 8, 1))
        self.most_map, self.most = self._flow(self.tiles)
        self.around_map, self.around = self._flow(self.tiles)

    def _flow(self, size: tuple[int, int]) -> tuple[moderngl.Texture, moderngl.Framebuffer]:
        texture = self._texture(size, 2, "f4")
        depth = self._context.depth_texture(size)
        self._owned.append(depth)
        return texture, self._framebuffer((texture,), depth)

    def _make_lens(self) -> None:
        """What becomes of it on the way to the picture."""
        self.focus_map = self._texture(self.half, 4, "f2")
        self.focus = self._framebuffer((self.focus_map,))
        self.far_map = self._texture(self.half, 4, "f2")
        self.near_map = self._texture(self.half, 4, "f2")
        self.discs = self._framebuffer((self.far_map, self.near_map))
        self.bright_map = self._texture(self.quarter, 4, "f2")
        self.bright_wide_map = self._texture(self.quarter, 4, "f2")
        self.bright = self._framebuffer((self.bright_map,))
        self.bright_wide = self._framebuffer((self.bright_wide_map,))
        self.developed_map = self._texture(self.size, 4, "f1")
        self.developed = self._framebuffer((self.developed_map,))
        self.printed_map = self._texture(self.size, 4, "f1")
        self.printed = self._framebuffer((self.printed_map,))

    def _texture(self, shape: tuple[int, int], components: int, dtype: str) -> moderngl.Texture:
        made = self._context.texture(shape, components, dtype=dtype)
        made.repeat_x = made.repeat_y = False
        if dtype in {"f4", "u2"}:
            made.filter = _NEAREST
        self._owned.append(made)
        return made

    def _framebuffer(
        self, colors: tuple[moderngl.Texture, ...], depth: moderngl.Texture | None = None
    ) -> moderngl.Framebuffer:
        made = self._context.framebuffer(color_attachments=colors, depth_attachment=depth)
        self._owned.append(made)
        return made
