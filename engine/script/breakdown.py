"""The scene as understood: plain values, shown to the editor and staged by the generators."""

from __future__ import annotations

import msgspec


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something in the shot.

    Attributes:
        name: canonical noun (``"ball"``, ``"woman"``, ``"dog"``) that the world can build.
        attributes: adjectives as written, lower case (colours, sizes, materials, ages, clothes).
        count: how many.
        label: how the words call it (``"Anna"``, ``"red ball"``); unique in the breakdown.
        where: relation to another subject or the place, e.g. ``("on", "table")``; empty if none.
        calling: what a person is, where that has clothes of its own (``"knight"``); else empty.
    """

    name: str
    attributes: tuple[str, ...] = ()
    count: int = 1
    label: str = ""
    where: tuple[str, str] | tuple[()] = ()
    calling: str = ""

    @property
    def looks(self) -> tuple[str, ...]:
        """All words for how it looks: the attributes and the calling."""
        return (*self.attributes, self.calling) if self.calling else self.attributes


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happens.

    Attributes:
        verb: as the words have it, in the base form (``"bounce"``, ``"jog"``, ``"pick up"``).
        subject: label of who does it; empty when the words do not say.
        object: label of what it is done to; empty if none.
        preposition, target: ``("at", "hoop")``, ``("off", "table")``; empty if none.
        adverbs: manner and timing words (``"slowly"``, ``"twice"``).
        order: actions with the same number happen together; higher ones come later.
        deed: the canonical verb that this is (``"run"`` of ``"jog"``); empty when that is ``verb``.
        start_s: how long after the shot's beginning it starts, where the words say so, else 0.
        times: how often, where the words say so.
    """

    verb: str
    subject: str = ""
    object: str = ""
    preposition: str = ""
    target: str = ""
    adverbs: tuple[str, ...] = ()
    order: int = 0
    deed: str = ""
    start_s: float = 0.0
    times: int = 1

    @property
    def canonical(self) -> str:
        """The verb by which the world knows it."""
        return self.deed or self.verb


class CameraWords(msgspec.Struct, frozen=True, kw_only=True):
    """What the words say of the camera; empty strings where they say nothing.

    Attributes:
        move: canonical move name of ``engine.camera.moves`` (``"dolly in"``).
        shot_size: ``"close-up"``, ``"medium shot"``, ``"wide shot"`` ...
        angle: ``"low angle"``, ``"high angle"``, ``"overhead"``, ``"eye level"`` ...
        lens_mm: focal length when named, else 0.
        speed: ``"slow"``, ``"fast"`` or empty.
        whose: label of the subject whose eyes (pov) or shoulder the camera looks through or over.
        focus: labels between which the focus is racked, ``("cup", "door")``; empty for none.
        aperture_f: f-number when named or meant (a shallow depth of field is 1.8), else 0.
    """

    move: str = ""
    shot_size: str = ""
    angle: str = ""
    lens_mm: float = 0.0
    speed: str = ""
    whose: str = ""
    focus: tuple[str, str] | tuple[()] = ()
    aperture_f: float = 0.0


class DialogueLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line in quotes and who says it (label of a subject, or ``"narrator"``); manner words."""

    speaker: str
    line: str
    manner: str = ""


class Substitution(msgspec.Struct, frozen=True, kw_only=True):
    """A word the world has no thing for, and the near thing that stands in."""

    asked: str
    used: str


class Breakdown(msgspec.Struct, frozen=True, kw_only=True):
    """A shot's words, understood.  ``not_understood`` and ``substituted`` hide nothing.

    Attributes:
        place: canonical place (``"street"``, ``"meadow"``, ``"room"``, ``"court"`` ...).
        time: ``"day"``, ``"night"``, ``"dawn"``, ``"dusk"``.
        weather: ``"clear"``, ``"rain"``, ``"snow"``, ``"fog"``, ``"overcast"``, ``"storm"``,
            ``"wind"``.
        style: canonical style, ``"natural"`` when the words name none.
        sounds: named sounds without a visible cause (canonical effect names).
        particles: what flies in the air: ``"smoke"``, ``"steam"``, ``"sparks"``, ``"leaves"``,
            ``"confetti"``, ``"bubbles"``, ``"dust"``.
        not_understood: content words that nothing was made of, in order.
    """

    subjects: tuple[Subject, ...] = ()
    actions: tuple[Action, ...] = ()
    place: str = "studio"
    time: str = "day"
    weather: str = "clear"
    style: str = "natural"
    camera: CameraWords = msgspec.field(default_factory=CameraWords)
    dialogue: tuple[DialogueLine, ...] = ()
    sounds: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    substituted: tuple[Substitution, ...] = ()
