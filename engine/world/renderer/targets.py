"""The pictures that the passes draw into, for one size."""

from __future__ import annotations

import moderngl

from engine.world.renderer.shadow import MAP_SIDE_PX


class Targets:
    """Textures and framebuffers of one picture size.

    Args:
        passes: also keep the normals as they are before patterns tilt them.

    Attributes:
        surface: albedo and roughness, normal and emission, depth, id, (exact normal), z-buffer.
        light: linear light with the same z-buffer, so that sky and things are told apart.
    """

    def __init__(self, context: moderngl.Context, size: tuple[int, int], passes: bool) -> None:
        half = (max(size[0] // 2, 1), max(size[1] // 2, 1))
        quarter = (max(size[0] // 4, 1), max(size[1] // 4, 1))
        nearest = (moderngl.NEAREST, moderngl.NEAREST)
        self._owned: list[moderngl.Texture | moderngl.Framebuffer] = []

        def texture(shape: tuple[int, int], components: int, dtype: str) -> moderngl.Texture:
            made = context.texture(shape, components, dtype=dtype)
            made.repeat_x = made.repeat_y = False
            if dtype in {"f4", "u2"}:
                made.filter = nearest
            self._owned.append(made)
            return made

        def framebuffer(
            colors: tuple[moderngl.Texture, ...], depth: moderngl.Texture | None = None
        ) -> moderngl.Framebuffer:
            made = context.framebuffer(color_attachments=colors, depth_attachment=depth)
            self._owned.append(made)
            return made

        self.albedo = texture(size, 4, "f1")
        self.normal = texture(size, 4, "f2")
        self.depth = texture(size, 1, "f4")
        self.ids = texture(size, 1, "u2")
        for exact in (self.albedo, self.normal):
            exact.filter = nearest
        self.z_buffer = context.depth_texture(size)
        self.shadow_map = context.depth_texture((2 * MAP_SIDE_PX, MAP_SIDE_PX))
        self.shadow_map.compare_func = "<="
        self.shadow_map.filter = (moderngl.LINEAR, moderngl.LINEAR)
        self.shadow_map.repeat_x = self.shadow_map.repeat_y = False
        self._owned += [self.z_buffer, self.shadow_map]
        colors = (self.albedo, self.normal, self.depth, self.ids)
        extra = (texture(size, 4, "f4"),) if passes else ()
        self.surface = framebuffer((*colors, *extra), self.z_buffer)
        self.light_map = texture(size, 4, "f2")
        self.light = framebuffer((self.light_map,), self.z_buffer)
        self.shadow = framebuffer((), self.shadow_map)
        self.open_map = texture(half, 1, "f1")
        self.open_soft_map = texture(half, 1, "f1")
        self.open = framebuffer((self.open_map,))
        self.open_soft = framebuffer((self.open_soft_map,))
        self.bright_map = texture(quarter, 4, "f2")
        self.bright_wide_map = texture(quarter, 4, "f2")
        self.bright = framebuffer((self.bright_map,))
        self.bright_wide = framebuffer((self.bright_wide_map,))
        self.developed_map = texture(size, 4, "f1")
        self.developed = framebuffer((self.developed_map,))
        self.printed_map = texture(size, 4, "f1")
        self.printed = framebuffer((self.printed_map,))
        self.half, self.quarter, self.size = half, quarter, size

    def release(self) -> None:
        """Frees all of them."""
        for item in reversed(self._owned):
            item.release()
