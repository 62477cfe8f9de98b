"""What the document refuses, in words that an editor can act on.

    DocumentError
    ├── EditRefused        an edit would leave the film in a state that cannot be
    │   └── TrackLocked    the edit would change a locked track
    ├── FilmUnreadable     the file is no film, is damaged, or cannot be read
    │   └── FilmTooNew     it was made by a newer Storyreel
    ├── FilmUnwritable     the film could not be saved; what was there before is still there
    └── FilmInUse          the film is open in another window

Each message is one sentence that says what happened and what to do.
"""

from __future__ import annotations


class DocumentError(Exception):
    """Base of everything the document refuses; ``str(error)`` is one clear sentence."""


class EditRefused(DocumentError):
    """The edit cannot be made on this film; the film is unchanged."""


class TrackLocked(EditRefused):
    """The edit would change a locked track; the film is unchanged."""


class FilmUnreadable(DocumentError):
    """The file cannot be opened as a film; the file is unchanged."""


class FilmTooNew(FilmUnreadable):
    """The film was made by a newer Storyreel."""


class FilmUnwritable(DocumentError):
    """The film could not be saved; the file that was there before is unchanged."""


class FilmInUse(DocumentError):
    """The film is open in another window.

    Attributes:
        pid: the process that has it open; None when it could not be told.
    """

    def __init__(self, message: str, pid: int | None = None) -> None:
        super().__init__(message)
        self.pid = pid
