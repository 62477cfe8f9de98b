"""Everything that can be done, as one table: menus, shortcuts, palette and help come from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec

from studio.session.commands import FilmCommands
from studio.session.engine_bridge import EngineBridge
from studio.session.project_session import ProjectSession
from studio.session.transport import Transport

MENUS = ("File", "Edit", "Shot", "Play", "View", "Help")


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """What decides whether an action is on offer now."""

    can_undo: bool = False
    can_redo: bool = False
    undo_words: str = ""
    redo_words: str = ""
    has_shots: bool = False
    has_clips: bool = False
    is_shot_selected: bool = False
    are_clips_selected: bool = False
    has_stale_shots: bool = False
    is_job_active: bool = False
    is_selected_shot_active: bool = False
    loops: bool = False
    snaps: bool = True


class DeskCommands(Protocol):
    """What concerns the film as a whole and needs a question."""

    def new_film(self) -> None:
        """An empty film."""

    def open_film(self) -> None:
        """Another film."""

    def open_example(self) -> None:
        """The bundled film."""

    def bring_in_files(self) -> None:
        """Media from files."""

    def import_story(self) -> None:
        """Shots from a screenplay or a story."""

    def save_film(self) -> bool:
        """Saves; False when it was not."""
        ...

    def save_film_as(self) -> bool:
        """Saves elsewhere; False when it was not."""
        ...

    def export_film(self) -> None:
        """The film as one file."""


class WindowCommands(Protocol):
    """What the window itself can do."""

    def close(self) -> bool:
        """Closes the window; False when it stays."""
        ...

    def focus_new_shot(self) -> None:
        """Where the next shot is written."""

    def focus_shot_words(self) -> None:
        """Where the selected shot is written."""

    def zoom_in(self) -> None:
        """Less time on the timeline."""

    def zoom_out(self) -> None:
        """More time on the timeline."""

    def zoom_to_fit(self) -> None:
        """All time on the timeline."""

    def toggle_snap(self) -> None:
        """Edges meet cuts, or not."""

    def toggle_full_screen(self) -> None:
        """All of the screen, or a window."""

    def show_jobs(self) -> None:
        """What is being generated."""

    def show_palette(self) -> None:
        """Finds a command."""

    def show_shortcuts(self) -> None:
        """All keys."""

    def show_about(self) -> None:
        """What this is."""


def always(_situation: Situation) -> bool:
    """On offer at any time."""
    return True


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be done.

    Attributes:
        id: stable name, e.g. ``"clip.split"``; what stands before the dot groups a menu.
        words: as in the menu; ``{undo}`` and ``{redo}`` are filled from the situation.
        shortcuts: the first one is shown.
        checked_when: None for actions that are not switches.
    """

    id: str
    menu: str
    words: str
    run: Callable[[], object]
    shortcuts: tuple[str, ...] = ()
    enabled_when: Callable[[Situation], bool] = always
    checked_when: Callable[[Situation], bool] | None = None

    @property
    def group(self) -> str:
        """Actions of one group stand together in a menu."""
        return self.id.partition(".")[0]

    def title(self, situation: Situation) -> str:
        """The words as they read now."""
        return self.words.format(undo=situation.undo_words, redo=situation.redo_words).strip()


def situation_of(
    session: ProjectSession, bridge: EngineBridge, transport: Transport, *, snaps: bool
) -> Situation:
    """How things stand."""
    project, stack = session.project, session.undo_stack
    shot = session.selected_shot
    job = bridge.job_of(shot.id) if shot is not None else None
    return Situation(
        can_undo=stack.canUndo(),
        can_redo=stack.canRedo(),
        undo_words=stack.undoText(),
        redo_words=stack.redoText(),
        has_shots=bool(project.shots),
        has_clips=project.frame_count > 0,
        is_shot_selected=shot is not None,
        are_clips_selected=bool(session.selected_clips),
        has_stale_shots=any(not each.is_up_to_date for each in project.shots),
        is_job_active=bool(bridge.active_jobs),
        is_selected_shot_active=job is not None and not job.is_over,
        loops=transport.loops,
        snaps=snaps,
    )


def action_table(
    film: FilmCommands, transport: Transport, desk: DeskCommands, window: WindowCommands
) -> tuple[Action, ...]:
    """All actions, in the order of the menus."""
    return (
        *_file_actions(desk, window),
        *_edit_actions(film, window),
        *_shot_actions(film, window),
        *_play_actions(transport),
        *_view_actions(window),
    )


def _file_actions(desk: DeskCommands, window: WindowCommands) -> tuple[Action, ...]:
    def act(name: str, words: str, run: Callable[[], object], *keys: str) -> Action:
        return Action(id=name, menu="File", words=words, run=run, shortcuts=keys)

    return (
        act("film.new", "New film", desk.new_film, "Ctrl+N"),
        act("film.open", "Open…", desk.open_film, "Ctrl+O"),
        act("film.example", "Open the example film", desk.open_example),
        act("save.save", "Save", desk.save_film, "Ctrl+S"),
        act("save.as", "Save as…", desk.save_film_as, "Ctrl+Shift+S"),
        act("media.import", "Bring in files…", desk.bring_in_files, "Ctrl+I"),
        act("media.story", "Import screenplay or story…", desk.import_story, "Ctrl+Shift+I"),
        Action(
            id="media.export",
            menu="File",
            words="Export film…",
            run=desk.export_film,
            shortcuts=("Ctrl+E",),
            enabled_when=lambda now: now.has_clips,
        ),
        act("app.quit", "Close", window.close, "Ctrl+Q"),
    )


def _edit_actions(film: FilmCommands, window: WindowCommands) -> tuple[Action, ...]:
    def act(
        when: Callable[[Situation], bool],
        name: str,
        words: str,
        run: Callable[[], object],
        *keys: str,
    ) -> Action:
        return Action(id=name, menu="Edit", words=words, run=run, shortcuts=keys, enabled_when=when)

    close_gap = ("Shift+Del", "Shift+Backspace")
    return (
        act(_can_undo, "undo.undo", "Undo {undo}", film.undo, "Ctrl+Z"),
        act(_can_redo, "undo.redo", "Redo {redo}", film.redo, "Ctrl+Shift+Z", "Ctrl+Y"),
        act(_has_clips, "clip.split", "Split at playhead", film.split_at_playhead, "S", "Ctrl+B"),
        act(_has_choice, "clip.delete", "Delete clips", film.delete_clips, "Del", "Backspace"),
        act(
            _has_choice,
            "clip.ripple",
            "Delete clips and close the gap",
            film.ripple_delete_clips,
            *close_gap,
        ),
        act(_has_clips, "clip.all", "Select all clips", film.select_all_clips, "Ctrl+A"),
        Action(
            id="snap.toggle",
            menu="Edit",
            words="Snap to cuts and playhead",
            run=window.toggle_snap,
            shortcuts=("N",),
            checked_when=lambda now: now.snaps,
        ),
    )


def _can_undo(now: Situation) -> bool:
    return now.can_undo


def _can_redo(now: Situation) -> bool:
    return now.can_redo


def _has_clips(now: Situation) -> bool:
    return now.has_clips


def _has_choice(now: Situation) -> bool:
    return now.are_clips_selected


def _shot_actions(film: FilmCommands, window: WindowCommands) -> tuple[Action, ...]:
    def act(
        name: str,
        words: str,
        run: Callable[[], object],
        keys: tuple[str, ...] = (),
        when: Callable[[Situation], bool] = lambda now: now.is_shot_selected,
    ) -> Action:
        return Action(id=name, menu="Shot", words=words, run=run, shortcuts=keys, enabled_when=when)

    return (
        act("write.new", "Write a new shot", window.focus_new_shot, ("Ctrl+Shift+N",), always),
        act("write.words", "Edit the shot's words", window.focus_shot_words, ("F2",)),
        act("generate.shot", "Generate this shot", film.generate_shot, ("G", "Ctrl+G")),
        act(
            "generate.changed",
            "Generate what changed",
            film.generate_changed,
            ("Ctrl+Shift+G",),
            lambda now: now.has_stale_shots,
        ),
        act(
            "generate.stop",
            "Stop this shot",
            film.stop_shot,
            ("Ctrl+.",),
            lambda now: now.is_selected_shot_active,
        ),
        act("generate.stop_all", "Stop all jobs", film.stop_all, (), lambda now: now.is_job_active),
        act("order.up", "Move shot up", film.move_shot_up, ("Alt+Up",)),
        act("order.down", "Move shot down", film.move_shot_down, ("Alt+Down",)),
        act("order.duplicate", "Duplicate shot", film.duplicate_shot, ("Ctrl+D",)),
        act("order.remove", "Remove shot", film.remove_shot, ("Ctrl+Shift+Backspace",)),
    )


def _play_actions(transport: Transport) -> tuple[Action, ...]:
    def act(name: str, words: str, run: Callable[[], object], *keys: str) -> Action:
        return Action(
            id=name,
            menu="Play",
            words=words,
            run=run,
            shortcuts=keys,
            enabled_when=lambda now: now.has_clips,
        )

    return (
        act("play.toggle", "Play or pause", transport.toggle, "Space"),
        act("play.forward", "Play forwards, again for faster", transport.shuttle_forward, "L"),
        act("play.stop", "Stop", transport.stop, "K"),
        act("play.backward", "Play backwards, again for faster", transport.shuttle_backward, "J"),
        act("step.forward", "One frame on", transport.step_forward, "Right"),
        act("step.backward", "One frame back", transport.step_backward, "Left"),
        act("step.second_forward", "One second on", transport.second_forward, "Shift+Right"),
        act("step.second_backward", "One second back", transport.second_backward, "Shift+Left"),
        act("go.next_cut", "To the next cut", transport.to_next_cut, "Down"),
        act("go.previous_cut", "To the previous cut", transport.to_previous_cut, "Up"),
        act("go.start", "To the start", transport.to_start, "Home"),
        act("go.end", "To the end", transport.to_end, "End"),
        act("mark.in", "Mark where the loop begins", transport.mark_in, "I"),
        act("mark.out", "Mark where the loop ends", transport.mark_out, "O"),
        act("mark.clear", "Clear the marks", transport.clear_marks, "Alt+X"),
        Action(
            id="loop.toggle",
            menu="Play",
            words="Loop",
            run=transport.toggle_loop,
            shortcuts=("Ctrl+L",),
            checked_when=lambda now: now.loops,
        ),
    )


def _view_actions(window: WindowCommands) -> tuple[Action, ...]:
    def act(menu: str, name: str, words: str, run: Callable[[], object], *keys: str) -> Action:
        return Action(id=name, menu=menu, words=words, run=run, shortcuts=keys)

    return (
        act("View", "zoom.in", "Zoom in", window.zoom_in, "=", "Ctrl+=", "Ctrl++"),
        act("View", "zoom.out", "Zoom out", window.zoom_out, "-", "Ctrl+-"),
        act("View", "zoom.fit", "Show the whole film", window.zoom_to_fit, "Shift+Z"),
        act("View", "panel.jobs", "Show jobs", window.show_jobs, "Ctrl+J"),
        act("View", "panel.full", "Full screen", window.toggle_full_screen, "F11"),
        act(
            "Help", "find.palette", "Find a command…", window.show_palette, "Ctrl+K", "Ctrl+Shift+P"
        ),
        act("Help", "find.shortcuts", "Keyboard shortcuts", window.show_shortcuts, "F1", "Ctrl+/"),
        act("Help", "about.about", "About Storyreel", window.show_about),
    )
