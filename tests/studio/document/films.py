"""Small films that the document's tests edit."""

from __future__ import annotations

import msgspec

from engine.events import StoredTake
from engine.request import ShotRequest, request_hash
from engine.timing import FrameRate
from studio.document import edits
from studio.document.project import Clip, MediaItem, Project, Shot, Track, new_project


def request(frame_count: int = 24, prompt: str = "a ball", seed: int = 0) -> ShotRequest:
    return ShotRequest(
        prompt=prompt,
        frame_count=frame_count,
        rate=FrameRate(24),
        width_px=64,
        height_px=64,
        seed=seed,
    )


def taken(asked: ShotRequest, mark: str = "a") -> StoredTake:
    return StoredTake(
        request=asked,
        request_hash=request_hash(asked),
        picture_sha256=mark * 64,
        sound_sha256="b" * 64,
        poster_sha256="c" * 64,
        sample_count=asked.rate.first_sample(asked.frame_count),
    )


def film(*lengths: int) -> Project:
    """A film of shots of these lengths, one after the other on V1 and A1."""
    project = new_project("A film")
    for number, length in enumerate(lengths):
        project = edits.add_shot(project, request(length, f"shot {number}"))
    return project


def music(frames: int = 240) -> MediaItem:
    return MediaItem(
        id="music", name="music.wav", kind="sound", sha256="d" * 64, sample_count=frames * 2000
    )


def title_card() -> MediaItem:
    return MediaItem(
        id="card", name="card.png", kind="image", sha256="e" * 64, width_px=64, height_px=64
    )


def track(project: Project, name: str) -> Track:
    return next(each for each in project.tracks if each.name == name)


def spans(project: Project, name: str) -> list[tuple[int, int]]:
    return [(clip.start_frame, clip.end_frame) for clip in track(project, name).clips]


def clip(project: Project, name: str, index: int) -> Clip:
    return track(project, name).clips[index]


def shot(project: Project, index: int) -> Shot:
    return project.shots[index]


def locked(project: Project, name: str) -> Project:
    return edits.set_locked(project, track(project, name).id, True)


def renamed(project: Project, title: str) -> Project:
    return msgspec.structs.replace(project, title=title)
