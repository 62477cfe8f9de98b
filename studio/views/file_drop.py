"""Files dropped from the file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """The local files and folders of a drop, in its order."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
