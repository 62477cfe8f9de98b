"""A page of a screenplay becomes shots on the timeline, and goes again with one undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from studio.document.files import load_film
from studio.views.dialogs import StoryDialog
from tests.fakes.quick_generator import QuickGenerator
from tests.journeys.rooms import WAIT_MS, Room, opened_room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PAGE = """\
Title: The Clock

EXT. HARBOUR - NIGHT

Rain falls on the quay. ANNA (30s, red coat) runs past the boats. She knocks on a blue door.

INT. WORKSHOP - CONTINUOUS

BEN (50s, beard) sits at a table. TOMMY (8) hides behind a chair.

BEN
You are late.

ANNA
(out of breath)
The ferry did not run, and I had to walk all the way here in this terrible rain.

TOMMY (O.S.)
Who is it?

[[a better last line?]]
"""


def test_a_page_of_a_screenplay_is_imported_undone_redone_saved_and_opened_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, film = tmp_path / "page.fountain", tmp_path / "clock.reel"
    page.write_text(PAGE, encoding="utf-8")
    answers(monkeypatch, page)
    generators = {"world": lambda: QuickGenerator(frame_s=0.001)}
    with opened_room(qtbot, tmp_path / "library", generators) as room:
        room.window.welcome.new.click()
        before = room.film
        import_page(room, change_and_accept)
        after = room.film
        what_was_written_is_in_the_film(room)
        assert room.work.session.undo_stack.undoText() == "Import page.fountain"
        room.do("undo.undo")
        assert room.film is before
        room.do("undo.redo")
        assert room.film is after
        assert room.work.film.save_as(film)
    assert load_film(film) == after
    with opened_room(qtbot, tmp_path / "library", generators) as room:
        assert room.work.film.open(film)
        assert room.film == after


def test_an_import_that_is_cancelled_leaves_the_film_as_it_was(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.fountain"
    page.write_text(PAGE, encoding="utf-8")
    answers(monkeypatch, page)
    with opened_room(qtbot, tmp_path / "library", {"world": QuickGenerator}) as room:
        room.window.welcome.new.click()
        before = room.film
        import_page(room, StoryDialog.reject)
        assert room.film is before
        noise = tmp_path / "noise.txt"
        noise.write_bytes(bytes(range(256)) * 8)
        room.window.desk.take_files((noise,), None)
        room.until_said("“noise.txt” is no text")
        assert room.film is before


def answers(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The file dialog answers with this path."""

    def chosen(*_words: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)


def import_page(room: Room, answer: Callable[[StoryDialog], None]) -> None:
    """Chooses File > Import and answers the dialog when it stands there."""
    answered: list[StoryDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, StoryDialog) and not answered:
            answered.append(dialog)
            answer(dialog)

    clock = QTimer(room.window)
    clock.setInterval(20)
    clock.timeout.connect(look)
    clock.start()
    room.do("media.story")
    room.qtbot.waitUntil(lambda: bool(answered), timeout=WAIT_MS)
    clock.stop()


def change_and_accept(dialog: StoryDialog) -> None:
    """Leaves one shot out, merges two, gives one another length, and adds what is left."""
    count = dialog.shots.rowCount()
    assert dialog.tabs.tabText(3) == "In no shot (1)"
    dialog.shots.item(0, 2).setText("3,5")
    dialog.shots.selectRow(count - 1)
    dialog.remove.click()
    dialog.shots.selectRow(0)
    assert dialog.merge.text() == "Merge with next"
    dialog.merge.click()
    assert dialog.shots.rowCount() == count - 2
    assert dialog.add.text() == f"Add {count - 2} shots"
    dialog.add.click()


def what_was_written_is_in_the_film(room: Room) -> None:
    film = room.film
    assert [member.name for member in film.cast] == ["Anna", "Ben", "Tommy"]
    assert film.cast[0].description == "a woman in a red coat"
    assert [place.name for place in film.places] == ["Harbour", "Workshop"]
    assert len(film.shots) >= 3
    assert "Anna runs past the boats" in film.shots[0].request.prompt
    assert not any("She knocks" in shot.request.prompt for shot in film.shots)
    spoken = " ".join(shot.request.prompt for shot in film.shots)
    assert 'Anna (out of breath): "The ferry did not run' in spoken
    named = next(shot for shot in film.shots if "Anna (out" in shot.request.prompt)
    assert film.cast[0] in named.request.cast
    assert named.request.place == "Workshop"
    picture = next(track for track in film.tracks if track.name == "V1").clips
    assert [clip.source.shot_id for clip in picture] == [shot.id for shot in film.shots]
    starts = [clip.start_frame for clip in picture]
    assert starts == [0, *(clip.end_frame for clip in picture[:-1])]
