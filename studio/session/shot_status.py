"""How a shot stands, in one word and one number: what cards, chips and the inspector show."""

from __future__ import annotations

from typing import Literal, assert_never

import msgspec

from engine.events import (
    Cancelled,
    Cancelling,
    Done,
    Failed,
    Loading,
    Queued,
    Running,
)
from studio.document.project import Shot
from studio.session.engine_bridge import ShotJob

StatusKind = Literal["draft", "waiting", "busy", "ready", "stale", "failed"]


class ShotStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A shot's state.

    Attributes:
        words: for the chip.
        fraction: 0 to 1 while busy, else None.
        detail: a sentence for the tooltip.
    """

    kind: StatusKind
    words: str
    fraction: float | None = None
    detail: str = ""


def shot_status(shot: Shot, job: ShotJob | None) -> ShotStatus:
    """The state of a shot with its newest job."""
    if job is not None:
        match job.state:
            case Queued():
                return ShotStatus(kind="waiting", words="Queued", detail="Waits for its turn.")
            case Loading():
                return ShotStatus(kind="busy", words="Preparing", fraction=0.0)
            case Running(stage=stage, fraction=fraction):
                words = f"{round(100 * fraction)} %"
                return ShotStatus(kind="busy", words=words, fraction=fraction, detail=stage)
            case Cancelling():
                return ShotStatus(kind="waiting", words="Stopping")
            case Failed(message=message) if not shot.is_up_to_date:
                return ShotStatus(kind="failed", words="Failed", detail=message)
            case Done() | Failed() | Cancelled():
                pass
            case unreachable:
                assert_never(unreachable)
    if shot.selected_take is None:
        return ShotStatus(kind="draft", words="Draft", detail="Not generated yet.")
    if shot.is_up_to_date:
        return ShotStatus(kind="ready", words="Ready", detail="The take shows what the shot says.")
    return ShotStatus(
        kind="stale",
        words="Out of date",
        detail="The shot was changed after this take: generate it again.",
    )


def remaining_words(remaining_s: float | None) -> str:
    """How long it may still take, for people; empty when that is not known."""
    if remaining_s is None or remaining_s < 0:
        return ""
    if remaining_s < 60:
        return f"about {max(1, round(remaining_s))} s left"
    minutes, seconds = divmod(round(remaining_s), 60)
    return f"about {minutes} min {seconds:02d} s left"
