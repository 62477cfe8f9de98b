"""The pictures that the passes draw into, for one size."""

from __future__ import annotations

import moderngl

from engine.world.renderer.shadow import MAP_SIDE_PX

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
        self._make_lens()

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

    def _make_light(self) -> None:
        """What light reaches it."""
        self.shadow_map = self._context.depth_texture((2 * MAP_SIDE_PX, MAP_SIDE_PX))
        self.shadow_map.compare_func = "<="
        self.shadow_map.filter = (moderngl.LINEAR, moderngl.LINEAR)
        self.shadow_map.repeat_x = self.shadow_map.repeat_y = False
        self._owned.append(self.shadow_map)
        self.shadow = self._framebuffer((), self.shadow_map)
        self.light_map = self._texture(self.size, 4, "f2")
        self.light = self._framebuffer((self.light_map,), self.z_buffer)
        self.open_map = self._texture(self.half, 1, "f1")
        self.open_soft_map = self._texture(self.half, 1, "f1")
        self.open = self._framebuffer((self.open_map,))
        self.open_soft = self._framebuffer((self.open_soft_map,))

    def _make_lens(self) -> None:
        """What becomes of it on the way to the picture."""
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
