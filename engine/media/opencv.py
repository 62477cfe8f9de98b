"""OpenCV, imported so that it leaves Qt's settings alone; nothing else imports it first."""

from __future__ import annotations

import os

_ENVIRONMENT_BEFORE = dict(os.environ)
import cv2  # noqa: E402 - between saving and restoring the environment

__all__ = ["cv2"]

# OpenCV's Linux wheel points Qt at plugins of its own while it is imported, which would break a
# window that is opened later.  Can go when opencv-python stops writing to os.environ.
for _name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    if _name in _ENVIRONMENT_BEFORE:
        os.environ[_name] = _ENVIRONMENT_BEFORE[_name]
    else:
        os.environ.pop(_name, None)
