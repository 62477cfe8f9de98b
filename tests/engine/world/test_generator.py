"""A request becomes a take: the same one every time, whole, and stopped at once when asked."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.camera.path import CameraMove
from engine.errors import BadRequest, Cancelled
from engine.generation import GeneratedTake, Picture
from engine.media.decode import PictureReader
from engine.media.probe import probe
from engine.request import ALL_PASSES, ShotRequest
from engine.timing import FrameRate
from engine.world.generator import WorldGenerator

FRAMES = 20
WORDS = "A red ball drops onto a wooden table"


@dataclass
class Desk:
    """A reporter that remembers, and stops the job when it is told to."""

    stop_at_frame: int | None = None
    words: list[str] = field(default_factory=list)
    fractions: list[float] = field(default_factory=list)
    previews: list[Picture] = field(default_factory=list)
    stopped_at_s: float = 0.0

    def stage(self, words: str, fraction: float) -> None:
        self.words.append(words)
        self.fractions.append(fraction)

    def preview(self, frame: int, picture: Picture) -> None:
        self.previews.append(picture)
        if frame == self.stop_at_frame:
            self.stopped_at_s = time.monotonic()

    def check(self) -> None:
        if self.stopped_at_s:
            raise Cancelled


def asked(words: str = WORDS, **more: object) -> ShotRequest:
    fields: dict[str, object] = {
        "prompt": words,
        "frame_count": FRAMES,
        "rate": FrameRate(24),
        "width_px": 160,
        "height_px": 90,
    }
    return ShotRequest(**{**fields, **more})  # type: ignore[arg-type]


def nothing_stored(sha256: str) -> Path:
    raise AssertionError(f"no media was asked for, not even {sha256}")


@pytest.fixture(scope="module")
def generator() -> Iterator[WorldGenerator]:
    yield WorldGenerator()


@pytest.fixture(scope="module")
def made(
    generator: WorldGenerator, tmp_path_factory: pytest.TempPathFactory
) -> tuple[GeneratedTake, Desk]:
    desk = Desk()
    folder = tmp_path_factory.mktemp("take")
    return generator.generate(
        asked(passes=ALL_PASSES, pass_format="png"), folder, desk, nothing_stored
    ), desk


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_take_has_every_frame_and_every_sample(made: tuple[GeneratedTake, Desk]) -> None:
    take, _ = made
    picture, sound = probe(take.picture), probe(take.sound)
    assert (picture.frame_count, picture.width_px, picture.height_px) == (FRAMES, 160, 90)
    assert sound.sample_count == FrameRate(24).first_sample(FRAMES)
    assert take.poster.stat().st_size > 0


def test_every_frame_is_previewed_and_progress_only_rises(made: tuple[GeneratedTake, Desk]) -> None:
    _, desk = made
    assert len(desk.previews) == FRAMES
    assert desk.fractions == sorted(desk.fractions)
    assert all(picture.shape == (90, 160, 3) for picture in desk.previews)


def test_passes_hold_every_frame_with_its_camera(made: tuple[GeneratedTake, Desk]) -> None:
    take, _ = made
    assert take.passes is not None
    facts = json.loads((take.passes / "passes.json").read_text())
    assert [camera["frame"] for camera in facts["cameras"]] == list(range(FRAMES))
    for kind in ("depth", "normal", "id"):
        assert len(list((take.passes / kind).glob("*.png"))) == FRAMES
    assert {"red ball", "wooden table"} <= set(facts["ids"].values())


def test_where_the_ball_touches_the_table_both_are_at_one_depth(
    made: tuple[GeneratedTake, Desk],
) -> None:
    take, _ = made
    assert take.passes is not None
    contact = take.contacts[0]
    assert set(contact.bodies) == {"red ball", "wooden table"}
    facts = json.loads((take.passes / "passes.json").read_text())
    numbers = {name: int(number) for number, name in facts["ids"].items()}

    def pixels(frame: int) -> tuple[np.ndarray, np.ndarray]:
        ids = np.array(Image.open(take.passes / "id" / f"{frame:05d}.png"))  # type: ignore[operator]
        rows, columns = np.nonzero(ids == numbers["red ball"])
        return ids, np.stack([rows, columns], axis=1)

    camera = facts["cameras"][contact.frame]
    seen = np.linalg.inv(np.array(camera["camera_to_world"])) @ [*contact.position_m, 1.0]
    place = np.array(camera["intrinsics_px"]) @ [seen[0], -seen[1], -seen[2]]
    column, row = place[0] / place[2], place[1] / place[2]
    ids, ball = pixels(contact.frame)
    assert len(ball) > 4
    assert abs(ball[:, 0].max() - row) < 4.0  # the ball's underside is at the contact
    assert ball[:, 1].min() - 1 <= column <= ball[:, 1].max() + 1
    below = ids[min(round(row) + 3, 89), round(column)]
    assert below == numbers["wooden table"]
    _, before = pixels(max(contact.frame - 3, 0))
    assert before[:, 0].max() < ball[:, 0].max() - 2


def test_the_contact_lies_on_its_frame_and_sample(made: tuple[GeneratedTake, Desk]) -> None:
    take, _ = made
    for contact in take.contacts:
        assert contact.sample == round(contact.t_s * 48_000)
        assert contact.frame == int(contact.t_s * 24)


def test_the_same_request_gives_the_same_bytes(
    made: tuple[GeneratedTake, Desk], generator: WorldGenerator, tmp_path: Path
) -> None:
    take, _ = made
    again = generator.generate(
        asked(passes=ALL_PASSES, pass_format="png"), tmp_path, Desk(), nothing_stored
    )
    assert digest(again.picture) == digest(take.picture)
    assert digest(again.sound) == digest(take.sound)


def test_another_seed_gives_another_take(
    made: tuple[GeneratedTake, Desk], generator: WorldGenerator, tmp_path: Path
) -> None:
    take, _ = made
    other = generator.generate(asked(seed=7), tmp_path, Desk(), nothing_stored)
    assert digest(other.sound) != digest(take.sound)


def test_a_stopped_job_ends_at_once(generator: WorldGenerator, tmp_path: Path) -> None:
    desk = Desk(stop_at_frame=2)
    with pytest.raises(Cancelled):
        generator.generate(asked(), tmp_path, desk, nothing_stored)
    assert len(desk.previews) == 3  # nothing more is drawn


def test_a_backdrop_fills_the_frame(generator: WorldGenerator, tmp_path: Path) -> None:
    image = tmp_path / "green.png"
    Image.fromarray(np.full((90, 160, 3), (20, 200, 40), np.uint8)).save(image)
    request = asked("A red ball lies there", image_sha256="0" * 64, frame_count=4)
    folder = tmp_path / "take"
    folder.mkdir()
    take = generator.generate(request, folder, Desk(), lambda _: image)
    reader = PictureReader(take.picture)
    picture = reader.frame(0).astype(int)
    reader.close()
    for row in (2, 45, 87):
        for column in (2, 157):
            red, green, blue = picture[row, column]
            assert green > 1.5 * max(red, blue)


@pytest.mark.parametrize(
    ("request_", "word"),
    [
        (asked("xqzv blorp"), "Nothing"),
        (asked("   "), "no words"),
        (asked("12345 !!!"), "no words"),
        (asked(style="cubist dream"), "style"),
        (asked(width_px=161), "odd"),
        (asked(frame_count=0), "0 frames"),
        (asked(frame_count=24 * 36_000), "long"),
        (asked(camera=CameraMove(name="somersault")), "somersault"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(
    generator: WorldGenerator, request_: ShotRequest, word: str
) -> None:
    with pytest.raises(BadRequest, match=word):
        generator.check(request_)
