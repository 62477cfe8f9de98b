"""A film holds together: places, cast, shots that go on, transitions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.request import CastMember, FilmPlace
from studio.document.edits import set_cast, set_places, set_transition
from studio.document.project import Transition
from tests.fakes.quick_generator import QuickGenerator
from tests.journeys.rooms import Room, opened_room


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    with opened_room(qtbot, tmp_path / "library", {"world": QuickGenerator}) as opened:
        opened.window.welcome.new.click()
        yield opened


def test_a_shot_goes_on_from_another_and_follows_its_changes(room: Room) -> None:
    room.write("a ball rolls")
    room.write("a dog comes")
    first, second = room.film.shots
    form = room.window.inspector.shot_form
    room.work.session.select_shot(second.id)
    box = form._controls.continues_box
    row = box.findData(first.id)
    assert f"“{first.name}”" in box.itemText(row)
    box.setCurrentIndex(row)
    box.activated.emit(row)
    assert room.film.shots[1].request.continues == room.film.shots[0].request
    room.work.commands.undo()
    assert room.film.shots[1].request.continues is None
    room.work.commands.redo()
    assert room.film.shots[1].continues_id == first.id
    room.work.bridge.cancel_all()
    room.until_idle()


def test_cast_and_places_reach_the_shots_that_name_them(room: Room) -> None:
    room.write("Anna waits at Joe's Diner")
    cast = (CastMember(name="Anna", description="a girl in a red dress"),)
    places = (FilmPlace(name="Joe's Diner", description="a kitchen at night"),)
    room.work.session.apply("Change cast", partial(set_cast, cast=cast))
    room.work.session.apply("Change places", partial(set_places, places=places))
    request = room.film.shots[0].request
    assert (request.cast, request.places) == (cast, places)
    room.work.bridge.cancel_all()
    room.until_idle()


def test_a_clip_comes_in_by_a_dissolve_from_its_menu(room: Room) -> None:
    room.write("a ball")
    room.write("a dog")
    video = next(track for track in room.film.tracks if track.name == "V1")
    clip = video.clips[1]
    dissolve = Transition(kind="dissolve", frame_count=12)
    edit = partial(set_transition, clip_id=clip.id, transition=dissolve)
    room.work.session.apply("Change transition", edit)
    shown = next(track for track in room.film.tracks if track.name == "V1").clips[1]
    assert shown.transition == dissolve
    room.work.commands.undo()
    assert next(t for t in room.film.tracks if t.name == "V1").clips[1].transition is None
    room.work.bridge.cancel_all()
    room.until_idle()
