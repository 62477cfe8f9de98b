"""Claims about bringing files in, autosave, saving, opening, exporting."""

from __future__ import annotations

import stat
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.media.encode import write_png, write_wav
from engine.media.probe import probe
from studio.document.files import load_film
from studio.document.journal import find_recoverable
from studio.document.queries import used_media
from studio.session.workplace import Workplace
from tests.studio.session.test_engine_bridge import WAIT_MS, short, wait_until_idle


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "sky.png"
    write_png(path, np.full((36, 64, 3), 90, np.uint8))
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "rain.wav"
    write_wav(path, np.zeros((48_000, 2), np.float32))
    return path


def listen(workplace: Workplace) -> list[str]:
    said: list[str] = []
    workplace.session.refused.connect(said.append)
    return said


def test_dropped_files_lie_on_the_timeline_one_after_another_as_one_edit(
    workplace: Workplace, qtbot: QtBot, picture: Path, sound: Path
) -> None:
    before = workplace.session.project
    workplace.importer.bring_in((picture, sound), 10)
    qtbot.waitUntil(lambda: len(workplace.session.project.media) == 2, timeout=WAIT_MS)
    project = workplace.session.project
    clips = sorted(
        (clip.start_frame, track.kind) for track in project.tracks for clip in track.clips
    )
    assert clips[0] == (10, "video")
    assert clips[1][1] == "sound" and clips[1][0] > 10
    assert {item.kind for item in project.media} == {"image", "sound"}
    workplace.session.undo_stack.undo()
    assert workplace.session.project is before


def test_bad_files_get_one_sentence_each_and_nothing_is_inserted(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    text = tmp_path / "text.mp4"
    text.write_text("this is no film\n" * 50)
    nothing = tmp_path / "nothing.png"
    nothing.write_bytes(b"")
    gone = tmp_path / "gone.wav"
    before = workplace.session.project
    said = listen(workplace)
    workplace.importer.bring_in((folder, text, nothing, gone))
    qtbot.waitUntil(lambda: len(said) == 4, timeout=WAIT_MS)
    for path, sentence in zip((folder, text, nothing, gone), said, strict=True):
        assert path.name in sentence
        assert sentence.count("\n") == 0
    assert workplace.session.project is before


def test_good_files_come_in_beside_bad_ones(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path, picture: Path
) -> None:
    said = listen(workplace)
    workplace.importer.bring_in((tmp_path, picture))
    qtbot.waitUntil(lambda: len(workplace.session.project.media) == 1, timeout=WAIT_MS)
    assert len(said) == 1


def test_the_same_content_twice_is_one_media_item(
    workplace: Workplace, qtbot: QtBot, picture: Path
) -> None:
    for count in (1, 2):
        workplace.importer.bring_in((picture,))
        qtbot.waitUntil(
            lambda count=count: (
                sum(len(track.clips) for track in workplace.session.project.tracks) == count
            ),
            timeout=WAIT_MS,
        )
    assert len(workplace.session.project.media) == 1


def test_a_picture_gives_a_shot_its_colours_and_a_sound_does_not(
    workplace: Workplace, qtbot: QtBot, picture: Path, sound: Path
) -> None:
    short(workplace, "a ball bounces", generate=False)
    shot = workplace.session.project.shots[0]
    said = listen(workplace)
    workplace.importer.take_palette(shot.id, sound)
    qtbot.waitUntil(lambda: len(said) == 1, timeout=WAIT_MS)
    assert "is not a picture" in said[0]
    workplace.importer.take_palette(shot.id, picture)
    qtbot.waitUntil(
        lambda: workplace.session.project.shots[0].request.palette_sha256 is not None,
        timeout=WAIT_MS,
    )
    sha256 = workplace.session.project.shots[0].request.palette_sha256
    assert sha256 in used_media(workplace.session.project)
    assert workplace.library.media.has(sha256)
    workplace.session.undo_stack.undo()
    assert workplace.session.project.shots[0].request.palette_sha256 is None


def test_an_edit_is_in_the_journal_a_moment_later(workplace: Workplace, qtbot: QtBot) -> None:
    short(workplace, "an edit that must not be lost", generate=False)
    journals = workplace.library.journals
    qtbot.waitUntil(
        lambda: any(
            b"must not be lost" in path.read_bytes()
            for path in journals.iterdir()
            if path.suffix != ".lock"
        ),
        timeout=WAIT_MS,
    )


def test_saving_forgets_the_journal_and_the_file_holds_the_film(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    short(workplace, generate=False)
    workplace.autosave.write_now()
    assert workplace.film.save_as(tmp_path / "rain")
    path = tmp_path / "rain.reel"
    assert load_film(path) == workplace.session.project
    assert not workplace.session.is_dirty
    left = [each for each in workplace.library.journals.iterdir() if each.suffix != ".lock"]
    assert left == []
    assert find_recoverable(workplace.library.journals) == ()


def test_a_film_that_cannot_be_saved_stays_dirty_and_the_file_as_it_was(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    short(workplace, generate=False)
    said = listen(workplace)
    missing = tmp_path / "no" / "such" / "folder" / "rain.reel"
    assert not workplace.film.save_as(missing)
    assert len(said) == 1
    assert workplace.session.is_dirty
    assert not missing.exists()
    assert stat.S_ISDIR(tmp_path.stat().st_mode)


def test_a_file_that_is_no_film_leaves_the_open_film_alone(
    workplace: Workplace, tmp_path: Path
) -> None:
    short(workplace, generate=False)
    before = workplace.session.project
    bad = tmp_path / "bad.reel"
    bad.write_text("{ no film")
    said = listen(workplace)
    assert not workplace.film.open(bad)
    assert len(said) == 1 and "bad.reel" in said[0]
    assert workplace.session.project is before


def test_an_opened_film_is_the_saved_one_and_first_among_the_recent(
    workplace: Workplace, tmp_path: Path
) -> None:
    short(workplace, generate=False)
    workplace.film.save_as(tmp_path / "rain.reel")
    saved = workplace.session.project
    workplace.film.new()
    assert workplace.film.open(tmp_path / "rain.reel")
    assert workplace.session.project == saved
    assert workplace.film.recent.paths()[0] == tmp_path / "rain.reel"


def test_the_export_is_as_long_as_the_film(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    short(workplace)
    wait_until_idle(workplace, qtbot)
    workplace.programme.renew()
    target = tmp_path / "out.mp4"
    with qtbot.waitSignal(workplace.export_run.finished, timeout=WAIT_MS):
        workplace.export_run.start(workplace.programme.edit_list, target)
    info = probe(target)
    assert info.frame_count == workplace.session.project.frame_count == 12
    assert info.rate == workplace.session.project.rate


def test_a_stopped_export_leaves_no_file(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    short(workplace)
    wait_until_idle(workplace, qtbot)
    workplace.programme.renew()
    target = tmp_path / "out.mp4"
    with qtbot.waitSignal(workplace.export_run.stopped, timeout=WAIT_MS):
        workplace.export_run.start(workplace.programme.edit_list, target)
        workplace.export_run.cancel()
    assert not target.exists()


def test_an_export_to_a_folder_that_is_not_there_says_so(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    short(workplace)
    wait_until_idle(workplace, qtbot)
    workplace.programme.renew()
    with qtbot.waitSignal(workplace.export_run.refused, timeout=WAIT_MS) as told:
        workplace.export_run.start(workplace.programme.edit_list, tmp_path / "no" / "out.mp4")
    assert told.args[0].endswith(".")
    assert not workplace.export_run.is_running


def test_the_frame_at_the_playhead_comes_from_the_take(workplace: Workplace, qtbot: QtBot) -> None:
    short(workplace)
    wait_until_idle(workplace, qtbot)
    workplace.programme.changed.connect(workplace.feed.show_film)
    workplace.programme.renew()
    with qtbot.waitSignal(
        workplace.feed.picture_ready, timeout=WAIT_MS, check_params_cb=lambda frame, _: frame == 6
    ) as told:
        workplace.feed.show_film(workplace.programme.edit_list)
        workplace.feed.want(6)
    image = told.args[1]
    assert (image.width(), image.height()) == (640, 360)
    assert image.pixelColor(320, 120).lightness() > 200, "the bright square is in the middle"
