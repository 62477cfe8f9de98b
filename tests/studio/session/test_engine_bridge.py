"""Claims about shots going out and takes coming back."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import msgspec
from pytestqt.qtbot import QtBot

from engine.events import Done, Failed, JobChanged, JobEvent, Loading, PreviewArrived, Running
from engine.generation import GeneratorCard
from engine.request import ShotRequest
from engine.script.prompt import named_place
from studio.document.edits import add_shot
from studio.session.engine_bridge import EngineBridge
from studio.session.project_session import ProjectSession
from studio.session.shot_status import shot_status
from studio.session.workplace import Workplace
from tests.fakes.quick_generator import UNMAKEABLE, QuickGenerator

WAIT_MS = 20_000


def short(workplace: Workplace, words: str = "a ball bounces", *, generate: bool = True) -> str:
    """Writes a shot of half a second at the smallest size; its id."""
    workplace.commands.write_shot(words, generate=False)
    shot = workplace.session.project.shots[-1]
    small = msgspec.structs.replace(shot.request, frame_count=12, width_px=64, height_px=64)
    workplace.commands.change_request(shot.id, small)
    if generate:
        workplace.session.select_shot(shot.id)
        workplace.commands.generate_shot()
    return shot.id


def wait_until_idle(workplace: Workplace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not workplace.bridge.active_jobs, timeout=WAIT_MS)


def test_a_finished_take_joins_its_shot_as_an_edit_that_can_be_undone(
    workplace: Workplace, qtbot: QtBot
) -> None:
    shot_id = short(workplace)
    wait_until_idle(workplace, qtbot)
    shot = workplace.session.shot(shot_id)
    assert shot is not None and shot.is_up_to_date
    assert "Take of" in workplace.session.undo_stack.undoText()
    workplace.session.undo_stack.undo()
    assert workplace.session.shot(shot_id).takes == ()
    workplace.session.undo_stack.redo()
    assert workplace.session.shot(shot_id).is_up_to_date


def test_a_take_for_a_shot_that_is_gone_is_dropped(workplace: Workplace, qtbot: QtBot) -> None:
    short(workplace)
    workplace.commands.remove_shot()
    after = workplace.session.project
    wait_until_idle(workplace, qtbot)
    assert workplace.session.project is after


def test_a_take_does_not_reach_another_film_with_the_same_shot(
    workplace: Workplace, qtbot: QtBot
) -> None:
    short(workplace)
    copy = msgspec.structs.replace(workplace.session.project, id="another")
    workplace.session.open_project(copy, None)
    wait_until_idle(workplace, qtbot)
    assert workplace.session.project is copy


def test_generate_changed_does_only_what_changed(
    workplace: Workplace, qtbot: QtBot, generator: QuickGenerator
) -> None:
    first, second = short(workplace, "one ball"), short(workplace, "two balls")
    wait_until_idle(workplace, qtbot)
    made = len(generator.made)
    shot = workplace.session.shot(second)
    changed = msgspec.structs.replace(shot.request, prompt="three balls")
    workplace.commands.change_request(second, changed)
    assert shot_status(workplace.session.shot(second), None).kind == "stale"
    assert workplace.bridge.generate_changed() == 1
    wait_until_idle(workplace, qtbot)
    assert [request.prompt for request in generator.made[made:]] == ["three balls"]
    assert workplace.session.shot(first).is_up_to_date
    assert workplace.session.shot(second).is_up_to_date


def test_going_back_to_words_that_were_generated_uses_the_take_that_is_there(
    workplace: Workplace, qtbot: QtBot, generator: QuickGenerator
) -> None:
    shot_id = short(workplace, "one ball")
    wait_until_idle(workplace, qtbot)
    first = workplace.session.shot(shot_id)
    for words in ("two balls", "one ball"):
        changed = msgspec.structs.replace(first.request, prompt=words)
        workplace.commands.change_request(shot_id, changed)
        workplace.bridge.generate(workplace.session.shot(shot_id))
        wait_until_idle(workplace, qtbot)
    shot = workplace.session.shot(shot_id)
    assert len(generator.made) == 2
    assert len(shot.takes) == 2
    assert shot.selected_take_id == first.selected_take_id


def test_another_take_of_a_ready_shot_has_another_seed_unless_it_is_locked(
    workplace: Workplace, qtbot: QtBot
) -> None:
    shot_id = short(workplace)
    wait_until_idle(workplace, qtbot)
    workplace.commands.lock_seed(shot_id, on=True)
    with qtbot.waitSignal(workplace.session.said):
        workplace.commands.generate_shot()
    workplace.commands.lock_seed(shot_id, on=False)
    workplace.commands.generate_shot()
    wait_until_idle(workplace, qtbot)
    takes = workplace.session.shot(shot_id).takes
    assert [take.stored.request.seed for take in takes] == [0, 1]


def test_a_stopped_job_leaves_the_shot_a_draft(
    workplace: Workplace, qtbot: QtBot, generator: QuickGenerator
) -> None:
    generator._frame_s = 0.5
    shot_id = short(workplace)
    qtbot.waitUntil(
        lambda: isinstance(workplace.bridge.job_of(shot_id).state, Loading | Running),
        timeout=WAIT_MS,
    )
    workplace.commands.stop_shot()
    wait_until_idle(workplace, qtbot)
    assert (
        shot_status(workplace.session.shot(shot_id), workplace.bridge.job_of(shot_id)).kind
        == "draft"
    )


def test_a_shot_that_cannot_be_made_says_so_in_words(workplace: Workplace, qtbot: QtBot) -> None:
    said: list[str] = []
    workplace.session.refused.connect(said.append)
    shot_id = short(workplace, UNMAKEABLE)
    wait_until_idle(workplace, qtbot)
    job = workplace.bridge.job_of(shot_id)
    assert isinstance(job.state, Failed)
    assert any("cannot show this" in sentence for sentence in said)
    assert shot_status(workplace.session.shot(shot_id), job).kind == "failed"


def test_nonsense_words_are_refused_before_anything_is_queued(
    workplace: Workplace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workplace.session.refused) as told:
        short(workplace, "?!")
    assert "no words" in told.args[0]
    assert workplace.bridge.jobs == ()


class TalkativeEngine:
    """Says what it is told to say, on the thread of who tells it."""

    def __init__(self) -> None:
        self.say: Callable[[JobEvent], None] = lambda event: None

    def submit(self, request: ShotRequest) -> str:
        return "job"

    def cancel(self, job_id: str) -> None:
        self.cancelled = job_id

    def subscribe(self, callback: Callable[[JobEvent], None]) -> Callable[[], None]:
        self.say = callback
        return lambda: None

    def cards(self) -> tuple[GeneratorCard, ...]:
        return ()


def test_progress_and_previews_are_thinned_out_and_ends_are_not_lost(qtbot: QtBot) -> None:
    session, engine = ProjectSession(), TalkativeEngine()
    bridge = EngineBridge(session, engine)
    request = ShotRequest(
        prompt="rain", frame_count=1, rate=session.project.rate, width_px=64, height_px=64
    )
    session.apply("Shot", lambda project: _with_shot(project, request))
    bridge.generate(session.project.shots[0])
    changes: list[int] = []
    previews: list[int] = []

    def count() -> None:
        changes.append(1)

    def note(preview: PreviewArrived) -> None:
        previews.append(preview.frame)

    bridge.jobs_changed.connect(count)
    bridge.preview_arrived.connect(note)

    def talk() -> None:
        for number in range(2000):
            state = Running(stage="Drawing", fraction=number / 2000)
            engine.say(JobChanged(job_id="job", request=request, state=state))
            engine.say(
                PreviewArrived(job_id="job", frame=number, width_px=1, height_px=1, rgb=b"abc")
            )
        engine.say(
            JobChanged(job_id="job", request=request, state=Failed(message="No.", is_bug=False))
        )

    speaker = threading.Thread(target=talk)
    speaker.start()
    qtbot.waitUntil(lambda: bridge.jobs[0].is_over, timeout=WAIT_MS)
    speaker.join()
    qtbot.waitUntil(lambda: bool(previews) and previews[-1] == 1999, timeout=WAIT_MS)
    assert len(changes) < 200 and len(previews) < 200
    bridge.close()


def _with_shot(project, request):
    return add_shot(project, request)


def test_five_thousand_emits_do_not_eat_references(qtbot: QtBot) -> None:
    session = ProjectSession()
    heard: list[int] = []
    session.playhead_changed.connect(heard.append)
    before = (sys.getrefcount(True), sys.getrefcount(False), sys.getrefcount(None))
    for number in range(5000):
        session.playhead_changed.emit(number)
        session.project_changed.emit(session.project, session.project)
        session.file_changed.emit()
    after = (sys.getrefcount(True), sys.getrefcount(False), sys.getrefcount(None))
    assert len(heard) == 5000
    assert all(abs(now - was) < 100 for was, now in zip(before, after, strict=True)), (
        f"references drifted from {before} to {after}"
    )


def test_a_done_event_carries_the_take_that_the_library_keeps(
    workplace: Workplace, qtbot: QtBot
) -> None:
    shot_id = short(workplace)
    wait_until_idle(workplace, qtbot)
    state = workplace.bridge.job_of(shot_id).state
    assert isinstance(state, Done)
    for sha256 in (state.take.picture_sha256, state.take.sound_sha256, state.take.poster_sha256):
        assert workplace.library.media.path(sha256).is_file()


def test_a_new_shot_shares_the_last_ones_place_unless_its_words_name_one(
    workplace: Workplace,
) -> None:
    assert named_place("a dog in the street") == "street", "the parser is there"
    first = short(workplace, "a woman waits", generate=False)
    request = workplace.session.project.shots[0].request
    workplace.commands.change_request(
        first, msgspec.structs.replace(request, place="basketball court")
    )
    for words, place in (
        ("a ball bounces", "basketball court"),
        ("a dog runs across a meadow at dusk", ""),
    ):
        workplace.session.select_shot(first)
        short(workplace, words, generate=False)
        assert workplace.session.project.shots[-1].request.place == place


def test_the_playhead_goes_to_the_shot_that_was_just_written(workplace: Workplace) -> None:
    short(workplace, "a ball bounces", generate=False)
    short(workplace, "a dog runs", generate=False)
    starts = {clip.start_frame for t in workplace.session.project.tracks for clip in t.clips}
    assert workplace.session.playhead == max(starts) > 0
