"""``storyreel info``: what is in a film or a media file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import msgspec

from engine.timing import FrameRate, timecode
from studio.automation.terminal import write_json
from studio.document.files import FILM_SUFFIX, open_film
from studio.document.project import Project, Shot


def run(options: argparse.Namespace) -> int:
    """Says what the file holds.

    Raises:
        DocumentError: it is called a film and is none.
        BadMedia: it is no media file.
    """
    path: Path = options.file
    if path.suffix.lower() == FILM_SUFFIX:
        project = open_film(path).project
        if options.json:
            write_json(_film_json(path, project))
        else:
            print("\n".join(_film_lines(path, project)))
        return 0
    from engine.media.probe import MediaInfo, probe  # noqa: PLC0415 - decoders when used

    info: MediaInfo = probe(path)
    if options.json:
        write_json({"file": str(path), **_media_json(msgspec.to_builtins(info), info.rate)})
        return 0
    parts = [info.kind, info.codec]
    if info.width_px:
        parts.append(f"{info.width_px}x{info.height_px}")
    if info.kind == "video":
        parts.append(f"{info.rate} frames a second, {info.frame_count} frames")
    if info.kind != "image":
        parts.append(f"{info.duration_s:.3f} s")
        parts.append(f"{info.channels} sound channels" if info.channels else "no sound")
    print(f"{path}: {', '.join(parts)}.")
    return 0


def _media_json(tree: dict[str, Any], rate: FrameRate) -> dict[str, Any]:
    return tree | {"rate": [rate.numerator, rate.denominator], "fps": float(rate.fraction)}


def shot_state(shot: Shot) -> str:
    """``ready``, ``out of date`` or ``not made yet``."""
    if shot.selected_take is None:
        return "not made yet"
    return "ready" if shot.is_up_to_date else "out of date"


def _length_s(shot: Shot) -> float:
    return shot.request.rate.seconds(shot.request.frame_count)


def _film_json(path: Path, project: Project) -> dict[str, Any]:
    return {
        "file": str(path),
        "kind": "film",
        "title": project.title,
        "size": f"{project.width_px}x{project.height_px}",
        "width_px": project.width_px,
        "height_px": project.height_px,
        "fps": float(project.rate.fraction),
        "rate": [project.rate.numerator, project.rate.denominator],
        "frames": project.frame_count,
        "seconds": project.rate.seconds(project.frame_count),
        "shots": [
            {
                "id": shot.id,
                "name": shot.name,
                "prompt": shot.request.prompt,
                "seconds": _length_s(shot),
                "frames": shot.request.frame_count,
                "takes": len(shot.takes),
                "state": shot_state(shot),
            }
            for shot in project.shots
        ],
        "media": [{"name": item.name, "kind": item.kind} for item in project.media],
        "tracks": [
            {"name": track.name, "kind": track.kind, "clips": len(track.clips)}
            for track in project.tracks
        ],
    }


def _film_lines(path: Path, project: Project) -> list[str]:
    length = timecode(project.frame_count, project.rate)
    lines = [
        f"{project.title} ({path.name}): {project.width_px}x{project.height_px}, {project.rate} "
        f"frames a second, {length} long, {len(project.shots)} shots"
    ]
    lines += [
        f"  {number}. {shot.name}: {_length_s(shot):.1f} s, {shot_state(shot)}: "
        f"{shot.request.prompt}"
        for number, shot in enumerate(project.shots, 1)
    ]
    if project.media:
        lines.append("  Files: " + ", ".join(item.name for item in project.media))
    return lines
