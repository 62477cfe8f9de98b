"""The inspector's second tab: the shot's words as they were understood, nothing hidden."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.request import ShotRequest
from engine.script.breakdown import Action, Breakdown, Subject
from engine.script.film_places import words_of
from studio.document.project import Project
from studio.session.background import Background
from studio.session.project_session import ProjectSession
from studio.session.readings import notes_of
from studio.views import theme

_DELAY_MS = 250


class BreakdownView(QScrollArea):
    """Shows the selected shot's breakdown, a moment after its words rest."""

    def __init__(
        self, session: ProjectSession, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._request: ShotRequest | None = None
        self._notes: tuple[str, ...] = ()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(*(theme.SPACE_M_PX,) * 4)
        column.addWidget(self._words)
        column.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        session.project_changed.connect(self._on_session_project_changed)
        session.selection_changed.connect(self._on_session_selection_changed)
        self._follow()

    @property
    def text(self) -> str:
        """What is shown, as rich text."""
        return self._words.text()

    def _follow(self) -> None:
        shot = self._session.selected_shot
        request = shot.request if shot is not None else None
        notes = notes_of(shot)
        if request is None:
            self._request = None
            self._words.setText(
                f'<p style="color:{theme.TEXT_SOFT}">Select a shot to see how its words are '
                "understood.</p>"
            )
        elif (
            self._request is None
            or words_of(request) != words_of(self._request)
            or notes != self._notes
        ):
            self._request, self._notes = request, notes
            self._timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._request is not None:
            self._background.run(
                partial(_understand, self._request), self._on_understood, self._on_failed
            )

    @Slot(object)
    def _on_understood(self, answer: tuple[ShotRequest, Breakdown]) -> None:
        request, breakdown = answer
        if request is self._request:
            self._words.setText(breakdown_html(breakdown, self._notes))

    @Slot(object)
    def _on_failed(self, fault: Exception) -> None:
        self._words.setText(f'<p style="color:{theme.TEXT_SOFT}">{escape(str(fault))}</p>')

    @Slot(object, object)
    def _on_session_project_changed(self, _before: Project, _after: Project) -> None:
        self._follow()

    @Slot(object)
    def _on_session_selection_changed(self, _selection: object) -> None:
        self._follow()


def breakdown_html(breakdown: Breakdown, notes: tuple[str, ...] = ()) -> str:
    """The breakdown for people; what was not understood stands first.

    Args:
        notes: what the take could not show as asked.
    """
    parts = []
    if breakdown.not_understood:
        words = ", ".join(f"“{word}”" for word in breakdown.not_understood)
        parts.append(_box("Not understood", f"Nothing was made of {words}."))
    if breakdown.substituted:
        lines = [f"{each.used} stands in for “{each.asked}”" for each in breakdown.substituted]
        parts.append(_box("Stands in", "; ".join(lines) + "."))
    if notes:
        parts.append(_box("In the take", " ".join(notes)))
    subjects = [_subject(each) for each in breakdown.subjects]
    parts.append(_section("Who and what", subjects or ["Nobody and nothing is named."]))
    if breakdown.actions:
        crowds = frozenset(each.label for each in breakdown.subjects if each.count > 1)
        acts = sorted(breakdown.actions, key=lambda action: action.order)
        parts.append(_section("What happens", [_action(each, crowds) for each in acts]))
    if breakdown.dialogue:
        lines = [f"{each.speaker}: “{each.line}”" for each in breakdown.dialogue]
        parts.append(_section("Said", lines))
    if breakdown.sounds:
        parts.append(_section("Heard", [", ".join(breakdown.sounds)]))
    scene = f"{breakdown.place}, {breakdown.time}, {breakdown.weather}"
    parts.append(_section("Where and when", [scene]))
    camera = breakdown.camera
    lens = f"{camera.lens_mm:g} mm" if camera.lens_mm else ""
    told = [camera.shot_size, camera.angle, camera.speed, camera.move, lens]
    parts.append(
        _section("Camera", [", ".join(word for word in told if word) or "Chosen to fit the shot"])
    )
    parts.append(_section("Style", [breakdown.style]))
    return "".join(parts)


def _understand(request: ShotRequest) -> tuple[ShotRequest, Breakdown]:
    """Runs in the background."""
    from engine.script.prompt import understand  # noqa: PLC0415  (its lexicon loads late)

    return request, understand(*words_of(request))


def _section(title: str, lines: list[str]) -> str:
    body = "<br>".join(escape(line) for line in lines)
    return (
        f'<p style="margin-bottom:2px;color:{theme.TEXT_SOFT}"><b>{escape(title)}</b></p>'
        f'<p style="margin-top:0">{body}</p>'
    )


def _box(title: str, words: str) -> str:
    return (
        f'<table width="100%" cellpadding="8" bgcolor="{theme.AMBER_SOFT}"><tr><td>'
        f'<b style="color:{theme.AMBER}">{escape(title)}</b><br>{escape(words)}'
        "</td></tr></table><p></p>"
    )


def _subject(subject: Subject) -> str:
    count = f"{subject.count} × " if subject.count > 1 else ""
    where = f", {' '.join(subject.where)}" if subject.where else ""
    looks = " ".join((*subject.attributes, subject.name))
    if not subject.label or subject.label.casefold() in (looks.casefold(), subject.name):
        return f"{count}{looks}{where}"
    described = ", ".join((subject.name, *subject.attributes))
    return f"{count}{subject.label} ({described}){where}"


def _action(action: Action, crowds: frozenset[str]) -> str:
    is_one = bool(action.subject) and action.subject not in crowds
    words = (
        action.subject,
        _third_person(action.verb) if is_one else action.verb,
        action.object,
        action.preposition,
        action.target,
        *action.adverbs,
    )
    return " ".join(word for word in words if word)


def _third_person(verb: str) -> str:
    """``"walks"``, ``"passes"``, ``"flies"``, ``"picks up"``."""
    head, gap, rest = verb.partition(" ")
    if head.endswith(("s", "sh", "ch", "x", "z", "o")):
        head += "es"
    elif head.endswith("y") and head[-2:-1] not in tuple("aeiou"):
        head = f"{head[:-1]}ies"
    else:
        head += "s"
    return f"{head}{gap}{rest}"
