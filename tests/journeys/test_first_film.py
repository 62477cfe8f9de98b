"""The first film: words in, a film with sound out, as an editor goes through it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from engine.media.decode import PictureReader
from engine.media.probe import probe
from engine.media.sound import read_sound
from studio.document.files import load_film
from studio.document.project import Clip
from studio.session.commands import replaced
from studio.views.dialogs import ExportDialog
from studio.views.timeline.layout import rows
from tests.fakes.quick_generator import QuickGenerator
from tests.journeys.rooms import WAIT_MS, Room, opened_room

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_two_shots_become_a_film_that_can_be_trimmed_played_exported_and_reopened(
    qtbot: QtBot, tmp_path: Path
) -> None:
    generator = QuickGenerator(frame_s=0.001)
    film, mp4 = tmp_path / "rain.reel", tmp_path / "rain.mp4"
    with opened_room(qtbot, tmp_path / "library", {"world": lambda: generator}) as room:
        room.window.welcome.new.click()
        two_shots(room)
        trim_the_first_clip_and_think_again(room)
        play(room)
        export(room, mp4)
        assert room.work.film.save_as(film)
        assert not room.work.session.is_dirty
        kept = room.film
    assert load_film(film) == kept
    with opened_room(qtbot, tmp_path / "library", {"world": lambda: generator}) as room:
        assert room.work.film.open(film)
        assert room.film == kept
        assert all(shot.is_up_to_date for shot in room.film.shots)
        only_what_changed_is_made_again(room, generator)


def two_shots(room: Room) -> None:
    for words in ("a red ball rolls", 'a dog says "hello"'):
        shot = room.write(words)
        shorter = replaced(shot.request, frame_count=24)
        room.work.commands.change_request(shot.id, shorter)
        room.do("generate.shot")
    room.until_ready()
    room.qtbot.waitUntil(lambda: room.film.frame_count == 48, timeout=WAIT_MS)
    clips = {track.name: len(track.clips) for track in room.film.tracks}
    assert (clips["V1"], clips["A1"]) == (2, 2)
    assert room.window.inspector.take_list.list.count() == 1


def trim_the_first_clip_and_think_again(room: Room) -> None:
    before = room.film
    canvas = room.window.timeline.canvas
    row = next(each for each in rows(before) if each.track.clips)
    edge = QPoint(round(canvas.scale.x(24)) - 2, row.top_px + 12)
    way = round(canvas.scale.x(18) - canvas.scale.x(24))
    left = Qt.MouseButton.LeftButton
    room.qtbot.mousePress(canvas, left, pos=edge)
    for share in (0.3, 0.6, 1.0):
        room.qtbot.mouseMove(canvas, edge + QPoint(round(way * share), 0))
    room.qtbot.mouseRelease(canvas, left, pos=edge + QPoint(way, 0))
    trimmed = room.film
    assert first_clip(room).frame_count == pytest.approx(18, abs=1)
    assert room.work.session.undo_stack.undoText() == "Trim clip"
    room.do("undo.undo")
    assert room.film is before
    room.do("undo.redo")
    assert room.film is trimmed


def first_clip(room: Room) -> Clip:
    track = next(track for track in room.film.tracks if track.name == "V1")
    return min(track.clips, key=lambda clip: clip.start_frame)


def play(room: Room) -> None:
    room.do("go.start")
    room.do("play.toggle")
    assert "without sound" in room.work.transport.clock_note.lower()
    room.qtbot.waitUntil(lambda: room.work.session.playhead > 5, timeout=WAIT_MS)
    room.do("play.toggle")
    assert not room.work.transport.is_playing


def export(room: Room, mp4: Path) -> None:
    room.do("media.export")
    dialog = room.window.findChild(ExportDialog)
    dialog.path.setText(str(mp4))
    dialog.export.click()
    room.qtbot.waitUntil(lambda: "Exported to" in dialog.state_words, timeout=WAIT_MS)
    dialog.close()
    info = probe(mp4)
    assert (info.frame_count, info.kind) == (room.film.frame_count, "video")
    reader = PictureReader(mp4)
    try:
        first, last = reader.frame(0), reader.frame(info.frame_count - 1)
    finally:
        reader.close()
    assert np.abs(first.astype(int) - last.astype(int)).mean() > 10
    assert np.abs(read_sound(mp4, 0, info.sample_count)).max() > 0.1


def only_what_changed_is_made_again(room: Room, generator: QuickGenerator) -> None:
    count = len(generator.made)
    second = room.film.shots[1]
    request = replaced(second.request, prompt='a cat says "hello"')
    room.work.commands.change_request(second.id, request)
    assert [shot.is_up_to_date for shot in room.film.shots] == [True, False]
    room.do("generate.changed")
    room.until_ready()
    assert [made.prompt for made in generator.made[count:]] == ['a cat says "hello"']


def test_the_world_makes_a_shot_with_picture_and_sound_in_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened_room(qtbot, tmp_path / "library", None) as room:
        room.window.welcome.new.click()
        box = room.window.shot_list.new_shot.words
        box.setPlainText("a red ball drops on a wooden floor in a room")
        room.work.commands.write_shot(box.toPlainText(), generate=False)
        shot = room.film.shots[0]
        tiny = replaced(shot.request, frame_count=12, width_px=160, height_px=90)
        room.work.commands.change_request(shot.id, tiny)
        room.do("generate.shot")
        room.until_ready()
        take = room.film.shots[0].selected_take
        assert take is not None
        picture = room.work.library.media.path(take.stored.picture_sha256)
        sound = room.work.library.media.path(take.stored.sound_sha256)
        assert (probe(picture).width_px, probe(picture).frame_count) == (160, 12)
        assert read_sound(sound, 0, 24_000).shape == (24_000, 2)
