"""Shots through the engine, from the command line: progress, one sentence for what goes wrong."""

from __future__ import annotations

import contextlib
import logging
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType

from engine import BadRequest, Engine, GeneratorCard, ShotRequest, StoredTake
from engine.events import JobChanged, JobEvent, Loading, Running
from engine.generation import GeneratedTake
from engine.request import CastMember, check_request
from engine.runtime.generators import GeneratorFactory
from engine.script.breakdown import Breakdown
from studio.automation.errors import CommandError, UsageError
from studio.library import Library, default_library_root

Progress = Callable[[str, float, float | None], None]
"""Told the stage, how much is behind us (0 to 1), and the seconds that remain, if known."""


@contextlib.contextmanager
def opened_library(chosen: Path | None) -> Iterator[Library]:
    """The library of this command; what the log says goes to a file in it, not on the screen.

    Raises:
        LibraryError: it cannot be opened.
    """
    with Library(chosen if chosen is not None else default_library_root()) as library:
        log = logging.FileHandler(library.root / "storyreel.log", encoding="utf-8", delay=True)
        log.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        log.setLevel(logging.WARNING)
        root = logging.getLogger()
        root.addHandler(log)
        logging.captureWarnings(True)
        try:
            yield library
        finally:
            logging.captureWarnings(False)
            root.removeHandler(log)
            log.close()


class FreshTakes:
    """The library's takes, of which none is found: everything is made anew, and kept."""

    def __init__(self, library: Library) -> None:
        self._takes = library.takes

    def find(self, request_hash: str) -> StoredTake | None:
        """Nothing."""
        return None

    def keep(self, request: ShotRequest, made: GeneratedTake) -> StoredTake:
        """See ``TakeStore.keep``."""
        return self._takes.keep(request, made)

    def media_path(self, sha256: str) -> Path:
        """See ``TakeStore.media_path``."""
        return self._takes.media_path(sha256)


@contextlib.contextmanager
def opened_engine(
    library: Library, generators: Mapping[str, GeneratorFactory] | None, fresh: bool = False
) -> Iterator[Engine]:
    """An engine that keeps its takes in the library; closed, its work stopped, at the end."""
    store = FreshTakes(library) if fresh else library.takes
    with Engine(store, generators, library.work) as engine:
        yield engine


@contextlib.contextmanager
def stopped_like_ctrl_c() -> Iterator[None]:
    """A request to end (SIGTERM) inside the block stops the work as cleanly as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def make_take(engine: Engine, request: ShotRequest, progress: Progress) -> StoredTake:
    """The shot's take, from the library or made now.

    Raises:
        EngineError: it cannot be made; the sentence says why.
        CommandError: it failed because of a fault of ours.
        KeyboardInterrupt: it was stopped; nothing is kept.
    """

    def on_event(event: JobEvent) -> None:
        match event:
            case JobChanged(state=Running(stage=stage, fraction=fraction, remaining_s=left)):
                progress(stage, fraction, left)
            case JobChanged(state=Loading()):
                progress("getting ready", 0.0, None)

    try:
        return engine.generate(request, on_event)
    except RuntimeError as error:
        raise CommandError(
            "Making this shot failed because of a fault in Storyreel: please report it with the "
            "file storyreel.log of the library."
        ) from error


def card_of(engine: Engine, name: str) -> GeneratorCard:
    """What a generator can take.

    Raises:
        UsageError: there is none of that name.
    """
    cards = {card.name: card for card in engine.cards()}
    if name not in cards:
        raise UsageError(f"There is no generator “{name}”: use one of {', '.join(cards)}.")
    return cards[name]


def known_style(card: GeneratorCard, words: str) -> str:
    """The style's canonical name.

    Raises:
        UsageError: the generator does not know it.
    """
    style = words.strip().lower()
    if style and style not in card.styles:
        raise UsageError(f"There is no style “{words}”: use one of {', '.join(card.styles)}.")
    return style


def check_asked(request: ShotRequest) -> None:
    """Refuses what cannot be made as a mistake in the command.

    Raises:
        UsageError: see ``engine.request.check_request``.
    """
    try:
        check_request(request)
    except BadRequest as error:
        raise UsageError(str(error)) from error


def understood(prompt: str, things: tuple[str, ...] = ()) -> Breakdown:
    """The scene in the words.

    Args:
        things: names in them of things with models of their own.

    Raises:
        CommandError: nothing in them can be shown or heard.
    """
    from engine.script.prompt import understand  # noqa: PLC0415 - the lexicon is large

    cast = tuple(CastMember(name=name, description="a box") for name in things)
    breakdown = understand(prompt, cast)
    shown = (
        breakdown.subjects
        or breakdown.actions
        or breakdown.dialogue
        or breakdown.sounds
        or (breakdown.place, breakdown.time, breakdown.weather) != ("studio", "day", "clear")
        or "studio" in prompt.casefold()
    )
    if not shown:
        raise CommandError(
            f"Nothing in “{prompt.strip()[:60]}” is something Storyreel can show: name a thing, a "
            "person, an action or a place."
        )
    return breakdown
