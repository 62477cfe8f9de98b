"""A Playout for one thread that follows the film's edits without closing its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.closing import Closing
from engine.media.edit_list import EditList

if TYPE_CHECKING:
    from engine.media.playout import Playout


class PlayoutSource(Closing):
    """Opens a Playout when it is first asked for, and gives it newer edits as they come."""

    def __init__(self) -> None:
        self._playout: Playout | None = None
        self._faults: set[str] = set()

    def playout(self, edit_list: EditList) -> Playout:
        """A Playout of this edit; open files stay open while the picture's size stays."""
        from engine.media.playout import Playout  # noqa: PLC0415  (heavy: only on its thread)

        made = self._playout
        if made is not None and made.edit_list is edit_list:
            return made
        self._faults.clear()
        if made is not None and _size(made.edit_list) == _size(edit_list):
            made.edit_list = edit_list
            return made
        self.close()
        self._playout = Playout(edit_list)
        return self._playout

    def is_new_fault(self, sentence: str) -> bool:
        """Was this not yet said of the present edit?"""
        is_new = sentence not in self._faults
        self._faults.add(sentence)
        return is_new

    def close(self) -> None:
        """Closes all files."""
        if self._playout is not None:
            self._playout.close()
            self._playout = None


def _size(edit_list: EditList) -> tuple[int, int]:
    return edit_list.width_px, edit_list.height_px
