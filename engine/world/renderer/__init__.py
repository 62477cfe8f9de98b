"""The picture of the world generator: a deferred renderer on OpenGL 3.3, software or hardware."""

from engine.world.renderer.renderer import Renderer
from engine.world.renderer.styles import STYLES

__all__ = ["STYLES", "Renderer"]
