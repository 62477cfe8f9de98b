"""What can go wrong in the engine, in words that an editor can act on.

    EngineError
    ├── BadRequest        what was asked cannot be made: the sentence names the number that is wrong
    ├── BadMedia          a file is not what its name says, is damaged, or holds nothing
    ├── CannotHere        this machine cannot do it now: disk, memory, OpenGL, missing weights
    └── Cancelled         somebody stopped it; not a fault

Anything else that leaves the engine is a bug of ours.  Messages are one sentence that says what
happened and what to do; foreign exceptions (av, moderngl, sapien, OSError) are mapped where they
are called.
"""

from __future__ import annotations


class EngineError(Exception):
    """Base of everything the engine raises on purpose; ``str(error)`` is one clear sentence."""


class BadRequest(EngineError):
    """What was asked cannot be made; the sentence names what is wrong and what is allowed."""


class BadMedia(EngineError):
    """A media file cannot be used; the sentence names the file and the reason."""


class CannotHere(EngineError):
    """This machine cannot do it now (disk, memory, graphics); the sentence says what to do."""


class Cancelled(EngineError):
    """The work was stopped on request; nothing half made is kept."""

    def __init__(self, message: str = "Stopped before it was finished.") -> None:
        super().__init__(message)
