"""What people throw at the window: each gets one clear sentence, and nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from engine.media.encode import VideoWriter, write_png
from engine.timing import FrameRate
from studio.document.files import load_film
from studio.session.commands import replaced
from studio.views.dialogs import ExportDialog
from tests.fakes.quick_generator import QuickGenerator
from tests.journeys.rooms import WAIT_MS, Room, opened_room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ONE_SENTENCE = re.compile(r"[^\n]+[.?]")
COMMANDS = re.compile(r"--\w|storyreel (new|render|generate|info)\b", re.IGNORECASE)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with opened_room(qtbot, tmp_path / "library", {"world": QuickGenerator}) as opened:
        opened.window.welcome.new.click()
        yield opened


def is_one_sentence_for_people(sentence: str) -> bool:
    return bool(ONE_SENTENCE.fullmatch(sentence)) and not COMMANDS.search(sentence)


def dropped(room: Room, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    canvas = room.window.timeline.canvas
    canvas.dropEvent(
        QDropEvent(
            QPointF(canvas.scale.x(10), 60),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def bad_file(folder: Path, kind: str) -> Path:
    path = folder / kind
    match kind:
        case "text.mp4":
            path.write_text("these are only words\n" * 50, encoding="utf-8")
        case "cut.mp4":
            whole = folder / "whole.mp4"
            with VideoWriter(whole, 64, 64, FrameRate(24)) as writer:
                for _ in range(24):
                    writer.write(np.zeros((64, 64, 3), np.uint8))
            data = whole.read_bytes()
            path.write_bytes(data[: len(data) // 3])
        case "empty.png":
            path.touch()
        case "a folder":
            path.mkdir()
        case "gone.wav":
            pass
    return path


@pytest.mark.parametrize("kind", ["text.mp4", "cut.mp4", "empty.png", "a folder", "gone.wav"])
def test_what_cannot_be_shown_is_refused_when_dropped_on_the_timeline(
    room: Room, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    before = room.film
    stored = room.work.library.media.totals()
    dropped(room, bad_file(folder, kind))
    sentence = room.until_said(kind)
    assert is_one_sentence_for_people(sentence), sentence
    assert room.film is before
    assert room.work.library.media.totals() == stored


@pytest.mark.parametrize("words", ["", "   ", "\n\n"])
def test_no_words_are_no_shot(room: Room, words: str) -> None:
    room.window.shot_list.new_shot.words.setPlainText(words)
    room.window.shot_list.new_shot._on_write_clicked()
    assert room.film.shots == ()


@pytest.mark.parametrize("words", ["12 !? ...", "…"])
def test_words_without_letters_are_refused_and_kept(room: Room, words: str) -> None:
    room.window.shot_list.new_shot.words.setPlainText(words)
    room.window.shot_list.new_shot._on_write_clicked()
    sentence = room.until_said("words")
    assert is_one_sentence_for_people(sentence), sentence
    assert not room.work.bridge.active_jobs
    box = room.window.shot_list.new_shot.words.toPlainText()
    assert words in (box, *(shot.request.prompt for shot in room.film.shots))


def test_a_shot_that_cannot_be_made_fails_in_words_and_keeps_its_own(room: Room) -> None:
    shot = room.write("an unmakeable ball")
    room.until_idle()
    sentence = room.until_said("cannot show this")
    assert is_one_sentence_for_people(sentence)
    assert room.film.shots[0].request.prompt == shot.request.prompt
    assert "Failed" in room.window.inspector.shot_form.status.text()


def test_lengths_outside_the_possible_cannot_be_set(room: Room) -> None:
    room.write("a ball")
    form = room.window.inspector.shot_form
    for asked, held in ((0.0, 0.1), (36_000.0, 600.0)):
        form.seconds.setValue(asked)
        assert form.seconds.value() == pytest.approx(held, abs=0.05)
    assert 1 <= room.film.shots[0].request.frame_count <= 600 * 24
    room.work.bridge.cancel_all()
    room.until_idle()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"frame_count": 0}, "0"),
        ({"frame_count": 36_000 * 24}, "600 s"),
        ({"width_px": 641}, "641"),
        ({"width_px": 20_000}, "20000"),
    ],
)
def test_requests_that_cannot_be_are_refused_with_the_number(
    room: Room, change: dict[str, int], words: str
) -> None:
    room.work.commands.write_shot("a ball", generate=False)
    shot = room.film.shots[0]
    room.work.commands.change_request(shot.id, replaced(shot.request, **change))
    if room.film.shots[0].request != shot.request:
        room.do("generate.shot")
    sentence = room.until_said(words)
    assert is_one_sentence_for_people(sentence), sentence
    assert not room.work.bridge.active_jobs


def test_a_film_of_a_newer_storyreel_is_refused_and_left_alone(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "tomorrow.reel"
    assert room.work.film.save_as(path)
    tree = json.loads(path.read_text(encoding="utf-8"))
    version = next(key for key in tree if "version" in key)
    tree[version] = 999
    path.unlink()
    newer = tmp_path / "newer.reel"
    newer.write_text(json.dumps(tree), encoding="utf-8")
    before, bytes_before = room.film, newer.read_bytes()
    assert not room.work.film.open(newer)
    sentence = room.until_said("newer")
    assert is_one_sentence_for_people(sentence), sentence
    assert room.film is before
    assert newer.read_bytes() == bytes_before


def test_two_windows_share_a_library_but_not_a_film(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "rain.reel"
    room.write("a ball rolls")
    room.until_ready()
    assert room.work.film.save_as(path)
    with opened_room(qtbot, tmp_path / "library", {"world": QuickGenerator}) as other:
        assert not other.work.film.open(path)
        sentence = other.until_said("open")
        assert is_one_sentence_for_people(sentence), sentence
        other.window.welcome.new.click()
        other.write("a ball rolls")
        other.until_ready()
        made = other.film.shots[0].selected_take
        assert made is not None
        assert made.stored == room.film.shots[0].selected_take.stored
    assert load_film(path) == room.film


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs rights to be missing")
def test_a_read_only_folder_is_said_when_saving_and_exporting(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    folder.chmod(0o500)
    assert not room.work.film.save_as(folder / "rain.reel")
    assert is_one_sentence_for_people(room.until_said("cannot be written"))
    folder.chmod(0o700)


def refusing(number: int) -> Callable[..., None]:
    """What the operating system says to every write."""

    def refuse(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "full"), (errno.EROFS, "cannot be written")]
)
def test_a_full_or_read_only_disk_leaves_the_saved_film_and_the_edits(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    path = tmp_path / "rain.reel"
    room.work.commands.write_shot("a ball", generate=False)
    assert room.work.film.save_as(path)
    saved = path.read_bytes()
    room.work.commands.write_shot("a dog", generate=False)
    edited = room.film
    monkeypatch.setattr("engine.media.whole_file._sync", refusing(number))
    assert not room.work.film.save()
    sentence = room.until_said(words)
    assert is_one_sentence_for_people(sentence), sentence
    assert path.read_bytes() == saved
    assert room.film is edited and room.work.session.is_dirty
    room.qtbot.waitUntil(lambda: any("recovery" in each for each in room.said), timeout=WAIT_MS)
    monkeypatch.undo()
    assert [each.name for each in tmp_path.iterdir() if ".part" in each.name] == []


def test_a_disk_that_fills_during_export_leaves_the_older_file(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.work.commands.write_shot("a ball", generate=False)
    shot = room.film.shots[0]
    room.work.commands.change_request(shot.id, replaced(shot.request, frame_count=12))
    room.do("generate.shot")
    room.until_ready()
    target = tmp_path / "rain.mp4"
    target.write_bytes(b"older")
    room.do("media.export")
    dialog = room.window.findChild(ExportDialog)
    dialog.path.setText(str(target))
    monkeypatch.setattr("engine.media.whole_file._sync", refusing(errno.ENOSPC))
    dialog.export.click()
    room.qtbot.waitUntil(lambda: "full" in dialog.state_words, timeout=WAIT_MS)
    assert is_one_sentence_for_people(dialog.state_words)
    dialog.close()
    assert target.read_bytes() == b"older"
    assert sorted(each.suffix for each in tmp_path.iterdir()) == ["", ".mp4"]


def test_an_odd_size_of_picture_comes_in_and_is_exported(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "odd.png"
    write_png(path, np.full((37, 61, 3), 128, np.uint8))
    dropped(room, path)
    room.until_said("Brought in")
    assert room.film.media[0].width_px == 61
