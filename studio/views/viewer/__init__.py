"""The viewer: the picture at the playhead and the transport bar under it."""

from studio.views.viewer.screen import Screen
from studio.views.viewer.shuttle_keys import ShuttleKeys
from studio.views.viewer.viewer import Viewer

__all__ = ["Screen", "ShuttleKeys", "Viewer"]
