"""``storyreel generate``: one shot from words to an mp4 with sound."""

from __future__ import annotations

import argparse
import json
import shutil
import time
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from engine import BadMedia, Engine, ShotRequest, StoredTake
from engine.camera.path import CameraDirection, CameraMove, FromWords
from engine.errors import BadRequest
from engine.media.edit_list import EditList, PictureSegment, SoundSegment
from engine.media.whole_file import machine_trouble, whole_file
from engine.request import ALL_PASSES, CastMember, PassName
from engine.script.breakdown import Breakdown
from studio.automation.arguments import check_output, check_video_output
from studio.automation.errors import CommandError, UsageError
from studio.automation.making import (
    card_of,
    check_asked,
    known_style,
    make_take,
    opened_engine,
    opened_library,
    stopped_like_ctrl_c,
    understood,
)
from studio.automation.terminal import ProgressLine, length_words, warn, write_json
from studio.library import Library
from studio.library.models import keep_model

EXPORT_SHARE = 0.08
"""How much of the progress bar the export takes (it runs many times faster than making)."""


class _Pictures(NamedTuple):
    """Hashes of the pictures and models that a shot is made with, in the library."""

    image: str | None = None
    palette: str | None = None
    cast: tuple[CastMember, ...] = ()


def run(options: argparse.Namespace) -> int:
    """Makes the shot and writes its files.

    Raises:
        CommandError: something in the command, the words or the files is wrong.
        EngineError: it cannot be made here.
    """
    started_s = time.monotonic()
    check_asked(_request(options, "1", _Pictures()))
    _check_outputs(options)
    breakdown = understood(options.prompt, tuple(name for name, _ in options.model))
    for word in breakdown.not_understood:
        warn(f"“{word}” is not understood: it is left out.")
    progress = ProgressLine(options.progress)
    try:
        with stopped_like_ctrl_c(), opened_library(options.library) as library:
            pictures = _Pictures(
                _picture(options.image, library),
                _picture(options.palette, library),
                _cast(options.model, library),
            )
            with opened_engine(library, options.generators, options.no_cache) as engine:
                request = _full_request(options, engine, pictures)
                take, made = _take(engine, request, progress)
            _write(options, library, take, progress)
    finally:
        progress.close()
    _report(options, take, breakdown, made, time.monotonic() - started_s)
    return 0


def _request(options: argparse.Namespace, version: str, pictures: _Pictures) -> ShotRequest:
    width, height = options.size
    return ShotRequest(
        prompt=options.prompt,
        frame_count=options.fps.nearest_frame(options.seconds),
        rate=options.fps,
        width_px=width,
        height_px=height,
        seed=options.seed,
        camera=_camera(options.camera),
        quality=options.quality,
        image_sha256=pictures.image,
        palette_sha256=pictures.palette,
        cast=pictures.cast,
        passes=_pass_kinds(options),
        pass_format=options.pass_format,
        generator=options.generator,
        generator_version=version,
    )


def _full_request(options: argparse.Namespace, engine: Engine, pictures: _Pictures) -> ShotRequest:
    card = card_of(engine, options.generator)
    request = _request(options, card.version, pictures)
    return msgspec.structs.replace(request, style=known_style(card, options.style))


def _camera(words: str | None) -> CameraDirection:
    if words is None:
        return FromWords()
    from engine.camera.moves import canonical_move  # noqa: PLC0415 - only when one is named

    try:
        return CameraMove(canonical_move(words))
    except BadRequest as error:
        raise UsageError(str(error)) from error


def _check_outputs(options: argparse.Namespace) -> None:
    check_video_output(options.output)
    if options.events is not None:
        check_output(options.events)
    passes = options.passes
    if passes is not None:
        if passes.exists() and not passes.is_dir():
            raise CommandError(f"{passes} is a file; choose a folder for the passes.")
        if not passes.exists():
            check_output(passes)


def _picture(path: Path | None, library: Library) -> str | None:
    if path is None:
        return None
    from engine.media.probe import probe  # noqa: PLC0415 - only when there is a picture

    info = probe(path)
    if info.kind != "image":
        raise BadMedia(f"“{path.name}” is not a picture: choose a PNG, JPEG or WebP file.")
    return library.media.put(path)


def _cast(models: list[tuple[str, Path]], library: Library) -> tuple[CastMember, ...]:
    return tuple(
        CastMember(name=name, description="", model_sha256=keep_model(library, path))
        for name, path in models
    )


def _take(engine: Engine, request: ShotRequest, progress: ProgressLine) -> tuple[StoredTake, bool]:
    stages: list[str] = []

    def show(stage: str, fraction: float, remaining_s: float | None) -> None:
        stages.append(stage)
        progress.show(stage, fraction * (1.0 - EXPORT_SHARE), remaining_s)

    take = make_take(engine, request, show)
    return take, bool(stages)


def _write(
    options: argparse.Namespace, library: Library, take: StoredTake, progress: ProgressLine
) -> None:
    from engine.media.export import export  # noqa: PLC0415 - encoders are loaded when used

    export(
        _one_clip(take, library),
        options.output,
        lambda done: progress.show("writing the file", 1.0 - EXPORT_SHARE * (1.0 - done)),
        lambda: None,
    )
    if options.events is not None:
        text = json.dumps([msgspec.to_builtins(contact) for contact in take.contacts], indent=1)
        with whole_file(options.events) as temporary:
            temporary.write_text(text + "\n", encoding="utf-8")
    if options.passes is not None:
        _copy_passes(library, take, options.passes)


def _one_clip(take: StoredTake, library: Library) -> EditList:
    request = take.request
    return EditList(
        rate=request.rate,
        width_px=request.width_px,
        height_px=request.height_px,
        frame_count=request.frame_count,
        picture=(
            PictureSegment(
                start_frame=0,
                frame_count=request.frame_count,
                layer=0,
                path=library.media.path(take.picture_sha256),
                kind="video",
                source_rate=request.rate,
                source_start_frame=0,
            ),
        ),
        sound=(
            SoundSegment(
                start_sample=0,
                sample_count=take.sample_count,
                path=library.media.path(take.sound_sha256),
                source_start_sample=0,
            ),
        ),
    )


def _pass_kinds(options: argparse.Namespace) -> tuple[PassName, ...]:
    """Which passes, in one order, so that the same wishes are the same request."""
    if options.passes is None:
        if options.pass_kinds:
            raise CommandError("--pass-kinds needs a folder for them: add --passes DIR.")
        return ()
    wanted = options.pass_kinds or ALL_PASSES
    return tuple(kind for kind in ALL_PASSES if kind in wanted)


def _copy_passes(library: Library, take: StoredTake, target: Path) -> None:
    kept = library.takes.passes_folder(take.request_hash)
    if kept is None:
        raise CommandError(
            f"The generator “{take.request.generator}” makes no passes: leave out --passes."
        )
    try:
        shutil.copytree(kept, target, dirs_exist_ok=True)
    except (OSError, shutil.Error) as error:
        fault = error if error.errno else OSError(str(error))
        raise machine_trouble(fault, target) from error


def _report(
    options: argparse.Namespace,
    take: StoredTake,
    breakdown: Breakdown,
    made: bool,
    elapsed_s: float,
) -> None:
    request = take.request
    if options.json:
        write_json(_json_report(options, take, breakdown, made, elapsed_s))
        return
    length_s = float(request.frame_count / request.rate.fraction)
    how = f"made in {length_words(elapsed_s)}" if made else "from the library"
    print(
        f"{options.output}: {length_s:.2f} s, {request.width_px}x{request.height_px}, "
        f"{request.rate} frames a second, {len(take.contacts)} contacts, "
        f"{len(take.dialogue)} lines of dialogue; {how}."
    )
    for each in breakdown.substituted:
        print(f"Instead of “{each.asked}” it shows {each.used}.")
    if breakdown.not_understood:
        print(f"Nothing was made of: {', '.join(breakdown.not_understood)}.")
    for note in take.notes:
        print(note)


def _json_report(
    options: argparse.Namespace,
    take: StoredTake,
    breakdown: Breakdown,
    made: bool,
    elapsed_s: float,
) -> dict[str, Any]:
    request = take.request
    return {
        "output": str(options.output),
        "seconds": float(request.frame_count / request.rate.fraction),
        "frames": request.frame_count,
        "size": f"{request.width_px}x{request.height_px}",
        "width_px": request.width_px,
        "height_px": request.height_px,
        "fps": float(request.rate.fraction),
        "rate": [request.rate.numerator, request.rate.denominator],
        "seed": request.seed,
        "style": request.style or breakdown.style,
        "generator": request.generator,
        "request_hash": take.request_hash,
        "contacts": [msgspec.to_builtins(contact) for contact in take.contacts],
        "dialogue": [msgspec.to_builtins(word) for word in take.dialogue],
        "breakdown": msgspec.to_builtins(breakdown),
        "notes": list(take.notes),
        "passes": None if options.passes is None else str(options.passes),
        "events": None if options.events is None else str(options.events),
        "from_cache": not made,
        "elapsed_s": round(elapsed_s, 3),
    }
