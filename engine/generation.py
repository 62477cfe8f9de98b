"""What every generator is: a card that says what it can, and one function that makes a take.

A generator writes its files into a fresh folder that belongs to it and returns where they are;
whoever called it (the runtime) moves them to where they are kept.  It reports through a
``Reporter`` and looks at ``reporter.check()`` at least every 100 ms of work, which raises
``Cancelled`` when somebody stopped the job.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.request import ShotRequest

Picture = NDArray[np.uint8]
"""(height, width, 3) uint8, BT.709 sRGB."""

Support = Literal["exact", "words", "backdrop", "none"]


class GeneratorCard(msgspec.Struct, frozen=True, kw_only=True):
    """What a generator can take; drives which controls are offered, and why not.

    Attributes:
        name: as in ``ShotRequest.generator``.
        version: as in ``ShotRequest.generator_version``; changes when its results change.
        title: for people.
        licence: SPDX name of what it needs.
        camera: does it follow a path exactly, as words, or not at all.
        image: how it uses a picture.
        makes_sound, makes_passes: what comes out beside the picture.
        styles: canonical style names that it knows.
        max_seconds: longest shot.
        reasons: control name -> why it is not offered.
    """

    name: str
    version: str
    title: str
    licence: str
    camera: Support
    image: Support
    makes_sound: bool
    makes_passes: bool
    styles: tuple[str, ...]
    max_seconds: int
    reasons: Mapping[str, str] = {}


class ContactEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Two things touched in the simulation.

    Attributes:
        t_s: when, in seconds from the shot's first frame.
        frame: the frame shown at that time.
        sample: the 48 kHz sample at that time; the impact's sound starts on it.
        position_m: where, in world metres.
        impulse_ns: how hard, in newton seconds.
        materials: sound materials of the two, e.g. ``("rubber", "wood")``.
        bodies: names of the two.
        what: ``"touch"``; ``"break"`` where the first of the two went to pieces; ``"splash"`` where
            it fell into water.
    """

    t_s: float
    frame: int
    sample: int
    position_m: tuple[float, float, float]
    impulse_ns: float
    materials: tuple[str, str]
    bodies: tuple[str, str]
    what: Literal["touch", "break", "splash"] = "touch"


class SpokenWord(msgspec.Struct, frozen=True, kw_only=True):
    """A line of dialogue as it was placed in the take (samples at 48 kHz, end-exclusive)."""

    speaker: str
    line: str
    start_sample: int
    end_sample: int


class ShownSubject(msgspec.Struct, frozen=True, kw_only=True):
    """Where on the picture the shot's subject is at one frame; match transitions use it.

    Attributes:
        left, top, right, bottom: in fractions of the picture's width and height.
    """

    frame: int
    left: float
    top: float
    right: float
    bottom: float


class GeneratedTake(msgspec.Struct, frozen=True, kw_only=True):
    """What a generator made, all inside the folder it was given.

    Attributes:
        picture: H.264 video without sound, every frame of the request.
        sound: 48 kHz stereo float WAV, exactly ``rate.first_sample(frame_count)`` samples.
        poster: PNG of a telling frame.
        passes: folder of passes, when the request asked for them.
        contacts: what touched, in order of time.
        dialogue: what was said, when.
        breakdown: the scene as understood (JSON-able).
        notes: what could not be staged as asked, one sentence each, for the editor.
        framing: where the subject is in the picture, at several frames.
    """

    picture: Path
    sound: Path
    poster: Path
    passes: Path | None
    contacts: tuple[ContactEvent, ...]
    dialogue: tuple[SpokenWord, ...]
    breakdown: dict[str, Any]
    notes: tuple[str, ...] = ()
    framing: tuple[ShownSubject, ...] = ()


class Reporter(Protocol):
    """Through which a generator tells how far it is; safe to call from its own thread only."""

    def stage(self, words: str, fraction: float) -> None:
        """What is being done, and how much of the whole job (0 to 1) is behind us."""

    def preview(self, frame: int, picture: Picture) -> None:
        """A small picture (at most 480 pixels wide) of a frame as it comes."""

    def check(self) -> None:
        """Raises ``Cancelled`` when the job was stopped."""


MediaResolver = Callable[[str], Path]
"""SHA-256 of a stored media file -> where it is; raises ``BadMedia`` when it is gone."""


class Generator(Protocol):
    """One way of making takes."""

    @property
    def card(self) -> GeneratorCard:
        """What it can."""
        ...

    def check(self, request: ShotRequest) -> None:
        """Refuses in words what this generator cannot make (raises ``BadRequest``)."""

    def generate(
        self, request: ShotRequest, folder: Path, reporter: Reporter, media: MediaResolver
    ) -> GeneratedTake:
        """Makes the take in ``folder``; raises ``EngineError`` kinds only for known trouble."""
