"""Who keeps a look and a voice through the film."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.request import CastMember
from studio.views.dialogs.name_table import NameTableDialog


class CastDialog(NameTableDialog):
    """A table of names, looks and voices."""

    def __init__(self, cast: tuple[CastMember, ...], parent: QWidget) -> None:
        super().__init__(
            "Cast",
            "Whoever is named here keeps a look and a voice in every shot whose words use the "
            "name.",
            ("Name", "What it is and looks like", "Voice"),
            parent,
        )
        for member in cast:
            self.add_row((member.name, member.description, member.voice))

    def cast(self) -> tuple[CastMember, ...]:
        """What the table says; rows without a name are left out."""
        return tuple(
            CastMember(name=name, description=looks, voice=voice)
            for name, looks, voice in self.rows()
        )
