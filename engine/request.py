"""A shot is a value: everything that determines a take, its canonical JSON and its hash.

Same hash, same take.  Whatever changes the picture or the sound is a field here; whatever does
not (where the result goes, what else is queued) is not.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any, Literal

import msgspec

from engine.camera.path import CameraDirection, CameraPath, FromWords
from engine.errors import BadRequest
from engine.timing import FrameRate

REQUEST_SCHEMA = 2

MIN_SIDE_PX = 64
MAX_SIDE_PX = 3840
MAX_SECONDS = 600
MIN_RATE_FPS = 1
MAX_RATE_FPS = 120
MAX_PROMPT_CHARACTERS = 4000
MAX_SHOTS_BEFORE = 100

Quality = Literal["draft", "final"]
PassName = Literal["depth", "normal", "albedo", "id", "flow", "camera"]
PassFormat = Literal["exr", "png", "video"]
ALL_PASSES: tuple[PassName, ...] = ("depth", "normal", "albedo", "id", "flow", "camera")


class CastMember(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that keeps its look and voice through a film.

    Attributes:
        name: as the words call it, e.g. ``"Anna"``.
        description: what it is and looks like, e.g. ``"an old woman in a red coat"``.
        voice: words for the voice (``"deep, slow"``); empty derives it from the description.
        model_sha256: a stored model file (.glb) that it looks like; None builds it from the words.
    """

    name: str
    description: str
    voice: str = ""
    model_sha256: str | None = None


class FilmPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place that keeps its look and light through a film.

    Attributes:
        name: as the words call it, e.g. ``"Joe's Diner"``.
        description: what it is like, e.g. ``"a kitchen at night in the rain"``.
    """

    name: str
    description: str


class ShotRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that determines one take.

    Attributes:
        prompt: the shot in the editor's words.
        frame_count: length in frames of ``rate``.
        width_px, height_px: even numbers (video chroma is subsampled).
        seed: chooses among equally true variations.
        camera: from the words, a named move, or exact keys.
        style: canonical style name; empty takes it from the words.
        cast: who keeps a look; names are matched in the prompt.
        place: the name of one of ``places``, or words; empty takes it from the prompt.
        places: the film's places; names are matched in the prompt.
        image_sha256: a picture that the shot stands before; None for none.
        palette_sha256: a picture whose colours the style takes; None for the style's own.
        continues: the shot whose final state this one starts from; None starts fresh.
        quality: ``"draft"`` to look at soon, ``"final"`` with all that the picture can have.
        passes: what is kept beside the picture; ``pass_format`` says as what.
        generator, generator_version: who makes it.
    """

    prompt: str
    frame_count: int
    rate: FrameRate
    width_px: int
    height_px: int
    seed: int = 0
    camera: CameraDirection = msgspec.field(default_factory=FromWords)
    style: str = ""
    cast: tuple[CastMember, ...] = ()
    place: str = ""
    places: tuple[FilmPlace, ...] = ()
    image_sha256: str | None = None
    palette_sha256: str | None = None
    continues: ShotRequest | None = None
    quality: Quality = "final"
    passes: tuple[PassName, ...] = ()
    pass_format: PassFormat = "exr"
    generator: str = "world"
    generator_version: str = "2"
    schema_version: int = REQUEST_SCHEMA


def canonical_json(value: msgspec.Struct) -> bytes:
    """One spelling per value: UTF-8, keys sorted, no spaces; equal values give equal bytes."""
    plain = _settled(msgspec.to_builtins(value))
    typed = msgspec.convert(plain, type(value))
    return msgspec.json.encode(typed, order="sorted")


def _settled(value: Any) -> Any:
    """The same builtins with -0.0 written as 0.0 (they are equal, so they must spell the same)."""
    match value:
        case float():
            return value + 0.0
        case dict():
            return {key: _settled(item) for key, item in value.items()}
        case list() | tuple():
            return [_settled(item) for item in value]
        case _:
            return value


def content_hash(value: msgspec.Struct) -> str:
    """SHA-256 of the canonical JSON, 64 hex digits."""
    return hashlib.sha256(canonical_json(value)).hexdigest()


def request_hash(request: ShotRequest) -> str:
    """The take's identity: same hash, same take."""
    return content_hash(request)


def request_from_json(data: bytes | str) -> ShotRequest:
    """Reads what ``canonical_json`` wrote.

    Raises:
        BadRequest: the text is no request, or is from a newer schema.
    """
    try:
        raw: Any = msgspec.json.decode(data)
        if isinstance(raw, dict) and raw.get("schema_version", 0) > REQUEST_SCHEMA:
            raise BadRequest(
                f"This shot was written by a newer Storyreel (schema {raw['schema_version']}, "
                f"this one knows {REQUEST_SCHEMA}); update the application."
            )
        return msgspec.convert(_renewed(raw), ShotRequest)
    except msgspec.DecodeError as error:
        raise BadRequest(f"This is not a shot request: {error}.") from error


def _renewed(raw: Any) -> Any:
    """What schema 1 called otherwise, under its name of today."""
    if not isinstance(raw, dict) or raw.get("schema_version", 0) >= REQUEST_SCHEMA:
        return raw
    renewed = {key: value for key, value in raw.items() if key != "with_passes"}
    if raw.get("with_passes"):
        renewed["passes"] = ["depth", "normal", "id", "camera"]
    return renewed | {"schema_version": REQUEST_SCHEMA}


def check_request(request: ShotRequest) -> None:
    """Refuses, with the number that is wrong, what no generator can make.

    Raises:
        BadRequest: empty words, a length, size, rate or camera outside the limits.
    """
    if not request.prompt.strip():
        raise BadRequest("The shot has no words yet: write what happens in it.")
    if not any(character.isalpha() for character in request.prompt):
        raise BadRequest(
            f"“{request.prompt.strip()[:40]}” has no words in it: write what happens in the shot."
        )
    if len(request.prompt) > MAX_PROMPT_CHARACTERS:
        raise BadRequest(
            f"The shot's words are {len(request.prompt)} characters long; "
            f"at most {MAX_PROMPT_CHARACTERS} are read, so split it into several shots."
        )
    _check_time(request)
    _check_size(request)
    if isinstance(request.camera, CameraPath):
        _check_path(request.camera)
    _check_shots_before(request)


def _check_shots_before(request: ShotRequest) -> None:
    count = 0
    before = request.continues
    while before is not None:
        count += 1
        before = before.continues
    if count > MAX_SHOTS_BEFORE:
        raise BadRequest(
            f"The shot goes on from {count} shots in a row; at most {MAX_SHOTS_BEFORE} are "
            "followed, so let one of them start afresh."
        )


def _check_time(request: ShotRequest) -> None:
    rate = request.rate.fraction
    if not MIN_RATE_FPS <= rate <= MAX_RATE_FPS:
        raise BadRequest(
            f"{request.rate} frames a second is outside {MIN_RATE_FPS} to {MAX_RATE_FPS}."
        )
    if request.frame_count < 1:
        raise BadRequest(
            f"The shot is {request.frame_count} frames long; it needs at least one frame, "
            "so give it a length above 0 seconds."
        )
    seconds = request.frame_count / rate
    if seconds > MAX_SECONDS:
        raise BadRequest(
            f"The shot is {float(seconds):g} s long; one shot can be at most {MAX_SECONDS} s, "
            "so split it into several shots."
        )


def _check_size(request: ShotRequest) -> None:
    width, height = request.width_px, request.height_px
    for side in (width, height):
        if not MIN_SIDE_PX <= side <= MAX_SIDE_PX:
            raise BadRequest(
                f"A picture of {width}x{height} is outside what can be made: each side must be "
                f"{MIN_SIDE_PX} to {MAX_SIDE_PX} pixels."
            )
    if width % 2 or height % 2:
        even = f"{width - width % 2}x{height - height % 2}"
        raise BadRequest(
            f"A picture of {width}x{height} has an odd side, which video cannot hold: use {even}."
        )


def _check_path(path: CameraPath) -> None:
    if not path.keys:
        raise BadRequest("The camera path has no keys: add at least one.")
    frames = [key.frame for key in path.keys]
    if any(later <= earlier for earlier, later in pairwise(frames)):
        raise BadRequest("The camera path's keys must lie on rising frames.")
    for key in path.keys:
        if not 4.0 <= key.focal_length_mm <= 1200.0:
            raise BadRequest(
                f"The camera key at frame {key.frame} has a focal length of "
                f"{key.focal_length_mm:g} mm; 4 to 1200 mm are possible."
            )
        if not 0.5 <= key.aperture_f <= 64.0:
            raise BadRequest(
                f"The camera key at frame {key.frame} has an aperture of f/{key.aperture_f:g}; "
                "f/0.5 to f/64 are possible."
            )
        if key.orientation is not None and sum(part * part for part in key.orientation) < 1e-6:
            raise BadRequest(
                f"The camera key at frame {key.frame} has an orientation of length 0: "
                "give a unit quaternion (w, x, y, z)."
            )
        if key.orientation is None and key.position_m == key.target_m:
            raise BadRequest(f"The camera key at frame {key.frame} looks at its own position.")
