"""What comes with Storyreel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"

EXAMPLE_FILM: Final = _RESOURCES / "examples" / "example.reel"
"""A film of four shots; opened as a copy, never written to."""
