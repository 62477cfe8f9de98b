"""Whatever an editor does, in whatever order: the film stays a film."""

from __future__ import annotations

import hypothesis.strategies as st
import msgspec
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from engine.events import StoredTake
from engine.request import CastMember, ShotRequest, request_hash
from engine.timing import FrameRate
from studio.document import edits
from studio.document.errors import EditRefused
from studio.document.files import film_json, read_film
from studio.document.invariants import faults
from studio.document.project import (
    MediaItem,
    MediaSource,
    Project,
    ShotSource,
    Transition,
    new_id,
    new_project,
)

FRAMES = st.integers(0, 60)
LENGTHS = st.integers(1, 30)
CHOICE = st.integers(0, 1000)
RATES = st.sampled_from([FrameRate(24), FrameRate(30_000, 1_001), FrameRate(25)])


def request(frame_count: int, rate: FrameRate, seed: int = 0) -> ShotRequest:
    return ShotRequest(
        prompt="a ball", frame_count=frame_count, rate=rate, width_px=64, height_px=64, seed=seed
    )


def taken(asked: ShotRequest) -> StoredTake:
    return StoredTake(
        request=asked,
        request_hash=request_hash(asked),
        picture_sha256="a" * 64,
        sound_sha256="b" * 64,
        poster_sha256="c" * 64,
        sample_count=asked.rate.first_sample(asked.frame_count),
    )


class Editing(RuleBasedStateMachine):
    @initialize(rate=RATES)
    def begin(self, rate: FrameRate) -> None:
        self.project = msgspec.structs.replace(new_project(), rate=rate)
        for kind in ("video", "sound", "image"):
            self.project = edits.add_media(
                self.project,
                MediaItem(
                    id=kind,
                    name=kind,
                    kind=kind,
                    sha256="d" * 64,
                    rate=FrameRate(25),
                    frame_count=0 if kind == "sound" else 20,
                    sample_count=0 if kind == "image" else 40_000,
                ),
            )

    def edit(self, change, *arguments) -> None:
        before = self.project
        frozen = msgspec.json.encode(before)
        try:
            after = change(before, *arguments)
        except EditRefused as refusal:
            assert str(refusal).endswith(".")
            after = before
        assert msgspec.json.encode(before) == frozen, "undo shows the old value: it never changed"
        self._compare(before, after)
        self.project = after

    def _compare(self, before: Project, after: Project) -> None:
        old = {track.id: track for track in before.tracks}
        for track in after.tracks:
            was = old.get(track.id)
            if was == track:
                assert was is track, "an untouched track is the same object"
            elif was is not None and was.locked and track.locked:
                raise AssertionError("a locked track was changed")
        old_shots = {shot.id: shot for shot in before.shots}
        for shot in after.shots:
            assert shot != old_shots.get(shot.id) or shot is old_shots[shot.id]
        if after == before:
            assert after is before

    def clip(self, choice: int) -> str:
        clips = [clip.id for track in self.project.tracks for clip in track.clips]
        return clips[choice % len(clips)] if clips else "none"

    def shot(self, choice: int) -> str:
        shots = self.project.shots
        return shots[choice % len(shots)].id if shots else "none"

    def track(self, choice: int) -> str:
        return self.project.tracks[choice % len(self.project.tracks)].id

    @rule(length=LENGTHS, rate=RATES)
    def writes_a_shot(self, length: int, rate: FrameRate) -> None:
        self.edit(edits.add_shot, request(length, rate))

    @rule(choice=CHOICE)
    def removes_a_shot(self, choice: int) -> None:
        self.edit(edits.remove_shot, self.shot(choice))

    @rule(choice=CHOICE, index=st.integers(-1, 4))
    def reorders(self, choice: int, index: int) -> None:
        self.edit(edits.move_shot, self.shot(choice), index)

    @rule(choice=CHOICE, length=LENGTHS, rate=RATES, seed=st.integers(0, 3))
    def rewrites_a_shot(self, choice: int, length: int, rate: FrameRate, seed: int) -> None:
        self.edit(edits.change_request, self.shot(choice), request(length, rate, seed))

    @rule(choice=CHOICE, length=LENGTHS, rate=RATES, seed=st.integers(0, 3))
    def a_take_arrives(self, choice: int, length: int, rate: FrameRate, seed: int) -> None:
        takes = sum(len(shot.takes) for shot in self.project.shots)
        self.edit(edits.add_take, self.shot(choice), taken(request(length, rate, seed)))
        assert sum(len(shot.takes) for shot in self.project.shots) >= takes

    @rule(choice=CHOICE, remove=st.booleans())
    def changes_takes(self, choice: int, remove: bool) -> None:
        takes = [(shot.id, take.id) for shot in self.project.shots for take in shot.takes]
        if takes:
            change = edits.remove_take if remove else edits.select_take
            self.edit(change, *takes[choice % len(takes)])

    @rule(kind=st.sampled_from(["video", "sound", "image"]), start=FRAMES)
    def places_media(self, kind: str, start: int) -> None:
        self.edit(edits.place_source, MediaSource(kind), start)

    @rule(choice=CHOICE, start=FRAMES)
    def places_a_shot_again(self, choice: int, start: int) -> None:
        self.edit(edits.place_source, ShotSource(self.shot(choice)), start)

    @rule(choice=CHOICE, start=st.integers(-5, 60), track=CHOICE, same=st.booleans())
    def moves(self, choice: int, start: int, track: int, same: bool) -> None:
        self.edit(edits.move_clip, self.clip(choice), start, None if same else self.track(track))

    @rule(choice=CHOICE, edge=st.sampled_from(["start", "end"]), frame=st.integers(-5, 90))
    def trims(self, choice: int, edge: str, frame: int) -> None:
        self.edit(edits.trim_clip, self.clip(choice), edge, frame)

    @rule(choice=CHOICE, frame=FRAMES)
    def splits(self, choice: int, frame: int) -> None:
        self.edit(edits.split_clip, self.clip(choice), frame)

    @rule(choice=CHOICE)
    def deletes(self, choice: int) -> None:
        self.edit(edits.delete_clip, self.clip(choice))

    @rule(choice=CHOICE)
    def ripple_deletes(self, choice: int) -> None:
        self.edit(edits.ripple_delete, self.clip(choice))

    @rule(choice=CHOICE, gain=st.floats(-120, 30))
    def sets_gain(self, choice: int, gain: float) -> None:
        self.edit(edits.set_gain, self.clip(choice), gain)

    @rule(choice=CHOICE, kind=st.sampled_from(["dissolve", "wipe", None]), count=LENGTHS)
    def sets_a_transition(self, choice: int, kind: str | None, count: int) -> None:
        transition = None if kind is None else Transition(kind=kind, frame_count=count)
        self.edit(edits.set_transition, self.clip(choice), transition)

    @rule(choice=CHOICE, other=CHOICE, alone=st.booleans())
    def goes_on(self, choice: int, other: int, alone: bool) -> None:
        before = None if alone else self.shot(other)
        self.edit(edits.set_continues, self.shot(choice), before)

    @rule(names=st.lists(st.sampled_from(["a", "ball", "Anna"]), max_size=3))
    def changes_the_cast(self, names: list[str]) -> None:
        cast = tuple(CastMember(name=name, description="a man") for name in names)
        self.edit(edits.set_cast, cast)

    @rule(track=CHOICE, locked=st.booleans())
    def locks(self, track: int, locked: bool) -> None:
        self.edit(edits.set_locked, self.track(track), locked)

    @rule(kind=st.sampled_from(["video", "sound"]))
    def adds_a_track(self, kind: str) -> None:
        if len(self.project.tracks) < 6:
            self.edit(edits.add_track, kind)

    @rule(track=CHOICE)
    def removes_a_track(self, track: int) -> None:
        self.edit(edits.remove_track, self.track(track))

    @rule(kind=st.sampled_from(["video", "sound", "image"]))
    def removes_media_and_brings_it_back(self, kind: str) -> None:
        item = next(item for item in self.project.media if item.id == kind)
        self.edit(edits.remove_media, kind)
        if not any(each.id == kind for each in self.project.media):
            self.edit(edits.add_media, item)

    @invariant()
    def the_film_is_whole(self) -> None:
        assert list(faults(self.project)) == []

    def teardown(self) -> None:
        if hasattr(self, "project"):
            assert read_film(film_json(self.project), "f.reel").project == self.project


Editing.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestTheFilmStaysWhole = Editing.TestCase


def test_new_ids_do_not_repeat():
    assert len({new_id() for _ in range(1000)}) == 1000
