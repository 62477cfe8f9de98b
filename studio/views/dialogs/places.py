"""Which places keep their look and light through the film."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.request import FilmPlace
from studio.views.dialogs.name_table import NameTableDialog


class PlacesDialog(NameTableDialog):
    """A table of names and what the places are like."""

    def __init__(self, places: tuple[FilmPlace, ...], parent: QWidget) -> None:
        super().__init__(
            "Places",
            "A place that is named here looks the same, in the same light, in every shot whose "
            "words use the name or that chooses it.",
            ("Name", "What it is like, e.g. “a kitchen at night in the rain”"),
            parent,
        )
        for place in places:
            self.add_row((place.name, place.description))

    def places(self) -> tuple[FilmPlace, ...]:
        """What the table says; rows without a name are left out."""
        return tuple(FilmPlace(name=name, description=words) for name, words in self.rows())
