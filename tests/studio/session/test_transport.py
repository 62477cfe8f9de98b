"""Claims about playback: where the playhead stands at any time, speed and direction."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from engine.timing import FrameRate
from studio.document.project import Project
from studio.session.clocks import SilentClock
from studio.session.playhead import Marks
from studio.session.project_session import ProjectSession
from studio.session.transport import SLOW_SPEED, Transport
from tests.fakes.sound_device import Watch
from tests.studio.document.films import film

RATES = (FrameRate(24), FrameRate(25), FrameRate(30_000, 1_001), FrameRate(60))


class Stage:
    """A film of ten seconds, a transport, and a watch that the test moves."""

    def __init__(self, project: Project) -> None:
        self.watch = Watch()
        self.session = ProjectSession(project)
        self.transport = Transport(self.session, SilentClock("", self.watch))

    def pass_time(self, seconds: float) -> None:
        self.watch.time_s += seconds
        self.transport.follow()


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(film(120, 48, 72))


@pytest.mark.parametrize("rate", RATES)
def test_n_frames_take_n_over_the_rate_seconds(qtbot: QtBot, rate: FrameRate) -> None:
    stage = Stage(msgspec.structs.replace(film(240), rate=rate))
    stage.transport.play()
    for count in range(1, 100):
        stage.watch.time_s = 100.0 + float((count + Fraction(1, 2)) / rate.fraction)
        stage.transport.follow()
        assert stage.session.playhead == count
    stage.transport.stop()


def test_the_silent_clock_plays_every_frame_in_order_at_the_timers_own_pace(stage: Stage) -> None:
    seen: list[int] = []
    stage.session.playhead_changed.connect(seen.append)
    stage.transport.play()
    for _ in range(250):
        stage.pass_time(0.008)
    stage.transport.stop()
    assert seen == list(range(1, seen[-1] + 1))
    assert abs(seen[-1] - 48) <= 1


def test_a_stall_drops_frames_and_never_falls_behind(stage: Stage) -> None:
    stage.transport.play()
    stage.pass_time(1.0)
    stage.pass_time(3.0)
    assert stage.session.playhead == 96


def test_l_again_is_faster_up_to_eight_times_and_j_turns_round(stage: Stage) -> None:
    speeds = []
    for _ in range(5):
        stage.transport.shuttle_forward()
        speeds.append(stage.transport.speed)
    stage.transport.shuttle_backward()
    speeds.append(stage.transport.speed)
    stage.transport.shuttle_backward()
    speeds.append(stage.transport.speed)
    stage.transport.stop()
    assert speeds == [1, 2, 4, 8, 8, -1, -2]


def test_reverse_play_comes_to_the_start_and_stops_there(stage: Stage) -> None:
    stage.session.move_playhead(48)
    stage.transport.shuttle_backward()
    stage.pass_time(1.0)
    assert stage.session.playhead == 24
    stage.pass_time(2.0)
    assert stage.session.playhead == 0
    assert not stage.transport.is_playing


def test_with_k_held_l_goes_one_frame_and_then_slowly_until_k_is_let_go(stage: Stage) -> None:
    stage.transport.hold_stop(held=True)
    stage.transport.shuttle_forward()
    assert stage.session.playhead == 1
    assert stage.transport.speed == SLOW_SPEED
    stage.pass_time(1.0)
    assert stage.session.playhead == 7
    stage.transport.hold_stop(held=False)
    assert not stage.transport.is_playing


def test_it_stops_at_the_end_and_plays_from_the_start_again(stage: Stage) -> None:
    stage.transport.to_end()
    stage.transport.play()
    assert stage.session.playhead == 0
    stage.pass_time(60.0)
    assert not stage.transport.is_playing
    assert stage.session.playhead == 239


def test_a_loop_plays_the_marked_piece_over_and_over(stage: Stage) -> None:
    stage.session.move_playhead(24)
    stage.transport.mark_in()
    stage.session.move_playhead(47)
    stage.transport.mark_out()
    stage.transport.toggle_loop()
    assert stage.transport.marks == Marks(24, 48)
    stage.session.move_playhead(100)
    stage.transport.play()
    seen = set()
    for _ in range(100):
        stage.pass_time(0.03)
        seen.add(stage.session.playhead)
    assert stage.transport.is_playing
    assert min(seen) == 24 and max(seen) == 47
    stage.transport.stop()


def test_an_out_mark_before_the_in_mark_takes_its_place(stage: Stage) -> None:
    stage.session.move_playhead(50)
    stage.transport.mark_in()
    stage.session.move_playhead(10)
    stage.transport.mark_out()
    assert stage.transport.marks == Marks(None, 11)
    stage.transport.clear_marks()
    assert not stage.transport.marks.is_set
    assert stage.transport.loop_range == (0, 240)


def test_moving_the_playhead_while_playing_goes_on_from_there(stage: Stage) -> None:
    stage.transport.play()
    stage.pass_time(1.0)
    stage.session.move_playhead(120)
    stage.pass_time(0.5)
    assert stage.session.playhead == 132
    stage.transport.stop()


def test_cuts_are_found_in_both_directions(stage: Stage) -> None:
    stage.transport.to_next_cut()
    stage.transport.to_next_cut()
    assert stage.session.playhead == 168
    stage.transport.to_previous_cut()
    assert stage.session.playhead == 120
