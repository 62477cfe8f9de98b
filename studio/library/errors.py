"""What the library refuses, in words that an editor can act on.

    CannotHere (engine)
    └── LibraryError             the library cannot be used as asked
        ├── LibraryTooNew        it was made by a newer Storyreel
        ├── LibraryDamaged       its database cannot be read
        └── LibraryUnwritable    its disk is full or read-only; what was kept is still there

They are kinds of the engine's ``CannotHere``, since the engine keeps its takes through the library
and reports what goes wrong in the library's words.
"""

from __future__ import annotations

from engine import CannotHere


class LibraryError(CannotHere):
    """The library cannot be used as asked; the sentence says what to do."""


class LibraryTooNew(LibraryError):
    """The library was made by a newer Storyreel."""


class LibraryDamaged(LibraryError):
    """The library's database cannot be read."""


class LibraryUnwritable(LibraryError):
    """The library's disk is full, read-only or gone; nothing half written is left."""
