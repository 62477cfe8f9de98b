"""What an editor can do to the film, as plain methods that the action table names."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import QObject

from engine.request import ShotRequest
from engine.script.language import is_loaded
from studio.document.edits import (
    add_shot,
    change_request,
    delete_clip,
    move_shot,
    remove_shot,
    remove_take,
    rename_shot,
    ripple_delete,
    select_take,
    split_clip,
)
from studio.document.project import Project
from studio.document.queries import first_frame_of
from studio.session.engine_bridge import EngineBridge
from studio.session.project_session import ProjectSession

DEFAULT_SECONDS = 5
_NAME_CHARACTERS = 40


class FilmCommands(QObject):
    """Edits of the film and its shots; each is one entry of the history."""

    def __init__(
        self, session: ProjectSession, bridge: EngineBridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bridge = bridge
        self.locked_seeds: frozenset[str] = frozenset()

    def undo(self) -> None:
        """Takes the last edit back."""
        self._session.undo_stack.undo()

    def redo(self) -> None:
        """Makes the edit again that was taken back."""
        self._session.undo_stack.redo()

    def write_shot(self, words: str, *, generate: bool = True) -> None:
        """Adds a shot with these words at the film's end, and sets it to work."""
        project = self._session.project
        before = {shot.id for shot in project.shots}
        request = self._request_like_last(project, words.strip())
        edit = partial(_with_shot, request=request, name=f"Shot {len(before) + 1}")
        if not self._session.apply("Write shot", edit):
            return
        made = next(shot for shot in self._session.project.shots if shot.id not in before)
        self._session.select_shot(made.id)
        start = first_frame_of(self._session.project, made.id)
        if start is not None:
            self._session.move_playhead(start)
        if generate:
            self._bridge.generate(made)

    def duplicate_shot(self) -> None:
        """Adds a copy of the selected shot, without its takes."""
        shot = self._session.selected_shot
        if shot is not None:
            edit = partial(_with_shot, request=shot.request, name=f"{shot.name} copy"[:60])
            self._session.apply("Duplicate shot", edit)

    def remove_shot(self) -> None:
        """Removes the selected shot and its clips."""
        shot = self._session.selected_shot
        if shot is not None:
            self._session.apply("Remove shot", partial(_without_shot, shot_id=shot.id))

    def move_shot_up(self) -> None:
        """The selected shot goes before the one before it."""
        self._move_shot(-1)

    def move_shot_down(self) -> None:
        """The selected shot goes after the one after it."""
        self._move_shot(+1)

    def place_shot(self, shot_id: str, index: int) -> None:
        """Puts a shot at ``index`` of the shot list."""
        self._session.apply("Move shot", partial(_with_moved_shot, shot_id=shot_id, index=index))

    def name_shot(self, shot_id: str, name: str) -> None:
        """Gives a shot another name."""
        edit = partial(_with_name, shot_id=shot_id, name=name.strip()[:_NAME_CHARACTERS])
        self._session.apply("Name shot", edit, merge_key=f"name {shot_id}")

    def change_request(
        self, shot_id: str, request: ShotRequest, words: str = "Change shot", merge_key: str = ""
    ) -> None:
        """Gives a shot another request; its take shows as out of date."""
        edit = partial(_with_request, shot_id=shot_id, request=request)
        self._session.apply(words, edit, merge_key)

    def select_take(self, shot_id: str, take_id: str) -> None:
        """Shows another take of a shot."""
        edit = partial(_with_selected_take, shot_id=shot_id, take_id=take_id)
        self._session.apply("Choose take", edit)

    def remove_take(self, shot_id: str, take_id: str) -> None:
        """Removes a take from a shot (its files stay in the library)."""
        edit = partial(_without_take, shot_id=shot_id, take_id=take_id)
        self._session.apply("Remove take", edit)

    def recall_take(self, shot_id: str, take_id: str) -> None:
        """Sets the shot's words and settings back to those a take was made with."""
        shot = self._session.shot(shot_id)
        take = next((each for each in shot.takes if each.id == take_id), None) if shot else None
        if take is not None:
            version = shot.request.generator_version if shot is not None else ""
            request = replaced(take.stored.request, generator_version=version)
            self.change_request(shot_id, request, "Recall settings of take")

    def generate_shot(self) -> None:
        """Sets the selected shot to work; a shot that is up to date gets another take.

        Another take means another seed, unless the seed is locked.
        """
        shot = self._session.selected_shot
        if shot is None:
            return
        if shot.is_up_to_date:
            if shot.id in self.locked_seeds:
                self._session.said.emit(
                    "This take already shows the shot: unlock the seed for another variation."
                )
                return
            seeds = {take.stored.request.seed for take in shot.takes}
            request = replaced(shot.request, seed=max(seeds) + 1)
            self.change_request(shot.id, request, "Another take")
            shot = self._session.shot(shot.id) or shot
        self._bridge.generate(shot)

    def lock_seed(self, shot_id: str, *, on: bool) -> None:
        """Keeps a shot's seed when another take is asked for."""
        self.locked_seeds = self.locked_seeds | {shot_id} if on else self.locked_seeds - {shot_id}

    def generate_changed(self) -> None:
        """Sets every shot to work whose take is missing or out of date."""
        if self._bridge.generate_changed() == 0:
            self._session.said.emit("Every shot is up to date or already being generated.")

    def stop_shot(self) -> None:
        """Stops the selected shot's job."""
        shot = self._session.selected_shot
        job = self._bridge.job_of(shot.id) if shot is not None else None
        if job is not None and not job.is_over:
            self._bridge.cancel(job.job_id)

    def stop_all(self) -> None:
        """Stops every job."""
        self._bridge.cancel_all()

    def split_at_playhead(self) -> None:
        """Splits the selected clips under the playhead, or all that lie under it."""
        self._session.apply(
            "Split",
            partial(
                _split,
                frame=self._session.playhead,
                chosen=frozenset(clip.id for _, clip in self._session.selected_clips),
            ),
        )

    def delete_clips(self) -> None:
        """Deletes the selected clips; what follows stays where it is."""
        ids = tuple(clip.id for _, clip in self._session.selected_clips)
        self._session.apply("Delete", partial(_without_clips, clip_ids=ids))

    def ripple_delete_clips(self) -> None:
        """Deletes the selected clips and closes the gap."""
        ids = tuple(clip.id for _, clip in self._session.selected_clips)
        self._session.apply("Ripple delete", partial(_rippled, clip_ids=ids))

    def select_all_clips(self) -> None:
        """Selects every clip of the timeline."""
        tracks = self._session.project.tracks
        self._session.select_clips(frozenset(clip.id for track in tracks for clip in track.clips))

    def _move_shot(self, step: int) -> None:
        shots = self._session.project.shots
        shot = self._session.selected_shot
        if shot is not None:
            index = shots.index(shot) + step
            if 0 <= index < len(shots):
                self.place_shot(shot.id, index)

    def _request_like_last(self, project: Project, words: str) -> ShotRequest:
        """A request for new words in the film's size, with the last shot's length and place."""
        frames = round(DEFAULT_SECONDS * project.rate.fraction)
        last = project.shots[-1].request if project.shots else None
        return ShotRequest(
            prompt=words,
            frame_count=last.frame_count if last is not None else frames,
            rate=project.rate,
            width_px=project.width_px,
            height_px=project.height_px,
            style=last.style if last is not None else "",
            place=_shared_place(last, words) if last is not None else "",
            seed=last.seed if last is not None else 0,
            quality=last.quality if last is not None else "final",
            cast=project.cast,
        )


def _shared_place(last: ShotRequest, words: str) -> str:
    """The last shot's place, unless the new words name one themselves.

    While the parser is not loaded the window does not wait for it: the place is shared.
    """
    if not last.place or not is_loaded():
        return last.place
    from engine.script.prompt import named_place  # noqa: PLC0415  (its lexicon loads late)

    return "" if named_place(words, last.cast) else last.place


def replaced(request: ShotRequest, **changes: object) -> ShotRequest:
    """The request with some of its fields changed."""
    return msgspec.structs.replace(request, **changes)


def _with_shot(project: Project, *, request: ShotRequest, name: str) -> Project:
    return add_shot(project, request, name=name)


def _without_shot(project: Project, *, shot_id: str) -> Project:
    return remove_shot(project, shot_id)


def _with_moved_shot(project: Project, *, shot_id: str, index: int) -> Project:
    return move_shot(project, shot_id, index)


def _with_name(project: Project, *, shot_id: str, name: str) -> Project:
    return rename_shot(project, shot_id, name)


def _with_request(project: Project, *, shot_id: str, request: ShotRequest) -> Project:
    return change_request(project, shot_id, request)


def _with_selected_take(project: Project, *, shot_id: str, take_id: str) -> Project:
    return select_take(project, shot_id, take_id)


def _without_take(project: Project, *, shot_id: str, take_id: str) -> Project:
    return remove_take(project, shot_id, take_id)


def _clip_ids(project: Project) -> set[str]:
    return {clip.id for track in project.tracks for clip in track.clips}


def _split(project: Project, *, frame: int, chosen: frozenset[str]) -> Project:
    """Splits the chosen clips under ``frame``; all clips under it when none of them is chosen."""
    under = [
        clip.id
        for track in project.tracks
        for clip in track.clips
        if clip.start_frame < frame < clip.end_frame and not track.locked
    ]
    wanted = [clip_id for clip_id in under if clip_id in chosen] or under
    for clip_id in wanted:
        if any(
            clip.id == clip_id and clip.start_frame < frame < clip.end_frame
            for track in project.tracks
            for clip in track.clips
        ):
            project = split_clip(project, clip_id, frame)
    return project


def _without_clips(project: Project, *, clip_ids: tuple[str, ...]) -> Project:
    for clip_id in clip_ids:
        if clip_id in _clip_ids(project):
            project = delete_clip(project, clip_id)
    return project


def _rippled(project: Project, *, clip_ids: tuple[str, ...]) -> Project:
    for clip_id in clip_ids:
        if clip_id in _clip_ids(project):
            project = ripple_delete(project, clip_id)
    return project
