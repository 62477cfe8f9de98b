"""The world generator: words in, a take with picture and sound out, on any machine.

One generation reads top to bottom: understand, stage, play, lay the camera, draw, sound.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from engine.camera.moves import canonical_move
from engine.camera.path import CameraMove, CameraPath
from engine.errors import BadRequest
from engine.generation import GeneratedTake, GeneratorCard, MediaResolver, Picture, Reporter
from engine.media.encode import TakeWriter, write_png, write_wav
from engine.media.resize import resized
from engine.media.still import read_image
from engine.request import MAX_SECONDS, ShotRequest, check_request
from engine.script.acted import staged
from engine.script.breakdown import Breakdown
from engine.sound.mixing import mix
from engine.sound.perform import perform
from engine.sound.speech import DraftVoice
from engine.world.cinematography import Cinematography, listener_matrices
from engine.world.continuity import Continuity
from engine.world.passes import PassWriter
from engine.world.picture_place import shown_subjects
from engine.world.renderer import STYLES, Renderer
from engine.world.scene import Scene
from engine.world.shooting import lay_camera, subjects_of
from engine.world.simulation import Motion, simulate
from engine.world.soundstage import score_of, spoken_words

NAME = "world"
VERSION = "2"
PREVIEW_WIDTH_PX = 480

CARD = GeneratorCard(
    name=NAME,
    version=VERSION,
    title="World (built in)",
    licence="Apache-2.0",
    camera="exact",
    image="backdrop",
    makes_sound=True,
    makes_passes=True,
    styles=STYLES,
    max_seconds=MAX_SECONDS,
    reasons={"image": "A picture stands behind the scene as its backdrop; it is not animated."},
)


class WorldGenerator:
    """Makes takes from words with physics, a renderer and a sound stage; needs no weights.

    One instance serves one thread (the job's): it keeps the draft voice loaded.
    """

    def __init__(self) -> None:
        self._continuity = Continuity(DraftVoice())

    @property
    def card(self) -> GeneratorCard:
        """What this generator can."""
        return CARD

    def check(self, request: ShotRequest) -> None:
        """Refuses what cannot be made.

        Raises:
            BadRequest: limits, an unknown style or move, or words of which nothing is understood.
        """
        check_request(request)
        if request.style and request.style not in STYLES:
            raise BadRequest(
                f"There is no style “{request.style}”; use one of: {', '.join(STYLES)}."
            )
        if isinstance(request.camera, CameraMove):
            canonical_move(request.camera.name)
        check_understood(self._continuity.breakdown(request), request)

    def generate(
        self, request: ShotRequest, folder: Path, reporter: Reporter, media: MediaResolver
    ) -> GeneratedTake:
        """Makes the take in ``folder``.

        Raises:
            BadRequest: see ``check``.
            CannotHere: no OpenGL, no disk space.
            Cancelled: the reporter said so.
        """
        self.check(request)
        reporter.stage("Reading the words", 0.01)
        said = self._continuity.breakdown(request)
        breakdown = staged(said)
        backdrop = read_image(media(request.image_sha256)) if request.image_sha256 else None
        palette = read_image(media(request.palette_sha256)) if request.palette_sha256 else None
        reporter.stage("Setting the stage", 0.02)
        self._continuity.media = media
        staging = self._continuity.staged(request, breakdown, reporter.check)
        scene = staging.scene
        if backdrop is not None:
            scene = _before_a_backdrop(scene)
        reporter.stage("Playing the scene", 0.05)
        motion = simulate(scene, request.rate, request.frame_count, reporter.check)
        path = lay_camera(scene, motion, staging.featured, request, breakdown)
        shooting = Cinematography(scene, motion, path, request, backdrop)
        style = request.style or breakdown.style
        passes = _draw(shooting, scene, request, (style, palette), folder, reporter)
        reporter.stage("Making the sound", 0.95)
        _sound(scene, motion, breakdown, shooting, request, folder, reporter)
        return GeneratedTake(
            picture=folder / "picture.mp4",
            sound=folder / "sound.wav",
            poster=folder / "poster.png",
            passes=passes,
            contacts=motion.contacts,
            dialogue=spoken_words(scene),
            breakdown=_told(said, path),
            notes=scene.notes,
            framing=shown_subjects(
                subjects_of(scene, motion, staging.featured, breakdown), motion, path, request
            ),
        )


def check_understood(breakdown: Breakdown, request: ShotRequest) -> None:
    """Refuses words of which nothing at all was understood.

    Raises:
        BadRequest: no thing, person, action, place, sound or line.
    """
    something = (
        breakdown.subjects
        or breakdown.actions
        or breakdown.dialogue
        or breakdown.sounds
        or breakdown.place != "studio"
        or request.image_sha256
    )
    if not something:
        raise BadRequest(
            f"Nothing in “{request.prompt.strip()[:60]}” is something that Storyreel can show: "
            "name a thing, a person, an action or a place."
        )


def _before_a_backdrop(scene: Scene) -> Scene:
    """The picture replaces the set: only what the words name stands in front of it."""
    named = tuple(prop for prop in scene.props if not prop.is_setting)
    return replace(scene, props=named, show_ground=False)


def _draw(
    shooting: Cinematography,
    scene: Scene,
    request: ShotRequest,
    look: tuple[str, Picture | None],
    folder: Path,
    reporter: Reporter,
) -> Path | None:
    """Draws every frame into ``picture.mp4``, and ``poster.png``; returns the passes' folder.

    Args:
        look: style and, if it takes its colours from a picture, that picture.
    """
    style, palette = look
    width, height, count = request.width_px, request.height_px, request.frame_count
    passes = folder / "passes" if request.passes else None
    writer = PassWriter(passes, request, shooting.names) if passes else None
    reporter.stage("Loading the set", 0.07)
    poster_frame = count * 2 // 5
    with (
        Renderer(
            width, height, style, request.passes, request.quality, palette=palette
        ) as renderer,
        TakeWriter(folder / "picture.mp4", width, height, request.rate) as film,
        writer or nullcontext(),
    ):
        renderer.load(shooting.drawables, scene.atmosphere)
        drawn = renderer.frames(shooting.view, range(count))
        for frame, rendered in enumerate(drawn):
            reporter.check()
            film.write(rendered.rgb)
            if frame == poster_frame:
                write_png(folder / "poster.png", rendered.rgb)
            if writer is not None:
                writer.write(frame, rendered, shooting.camera(frame))
            reporter.preview(frame, _small(rendered.rgb))
            reporter.stage("Drawing", 0.08 + 0.87 * (frame + 1) / count)
    return passes


def _small(picture: Picture) -> Picture:
    height, width = picture.shape[:2]
    if width <= PREVIEW_WIDTH_PX:
        return picture
    return resized(picture, PREVIEW_WIDTH_PX, max(2, height * PREVIEW_WIDTH_PX // width))


def _sound(
    scene: Scene,
    motion: Motion,
    breakdown: Breakdown,
    shooting: Cinematography,
    request: ShotRequest,
    folder: Path,
    reporter: Reporter,
) -> None:
    """Performs and mixes the shot's sound into ``sound.wav``."""
    listener = listener_matrices(shooting, request.frame_count)
    count = request.rate.first_sample(request.frame_count)
    score = score_of(scene, motion, breakdown, listener, count, request.seed)
    write_wav(folder / "sound.wav", mix(perform(score, reporter.check)))


def _told(breakdown: Breakdown, path: CameraPath) -> dict[str, Any]:
    """The breakdown as plain data, with the laid camera."""
    told: dict[str, Any] = msgspec.to_builtins(breakdown)
    told["camera_path"] = msgspec.to_builtins(path)
    return told
