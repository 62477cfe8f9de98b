"""Where things lie on the timeline: frames to pixels, tracks to rows.  Values only."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from engine.timing import FrameRate
from studio.document.project import Clip, Project, Track

HEADER_PX: Final = 104
RULER_PX: Final = 28
ROW_GAP_PX: Final = 3
MIN_STRETCH: Final = 0.6
MAX_STRETCH: Final = 2.0
EDGE_PX: Final = 7
SNAP_PX: Final = 9
_ROW_PX: Final = {"video": 54, "sound": 44}
_STEPS_S: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)
_LABEL_ROOM_PX: Final = 96

Part = Literal["start", "body", "end"]


class Row(msgspec.Struct, frozen=True):
    """A track's row: top and height in pixels from the widget's top, unscrolled."""

    track: Track
    top_px: int
    height_px: int


class Hit(msgspec.Struct, frozen=True):
    """What lies under a point: a track, and a clip's part on it."""

    track: Track
    clip: Clip | None
    part: Part = "body"


class Scale(msgspec.Struct, frozen=True):
    """Frames to pixels.

    Attributes:
        px_per_frame: zoom.
        scroll_px: how far the film is scrolled to the left.
        stretch: height of the rows, as a factor of their natural height.
    """

    px_per_frame: float = 4.0
    scroll_px: float = 0.0
    stretch: float = 1.0

    def x(self, frame: float) -> float:
        """Where a frame starts, in widget pixels."""
        return HEADER_PX + frame * self.px_per_frame - self.scroll_px

    def frame(self, x_px: float) -> int:
        """The frame boundary nearest to a place."""
        return round((x_px - HEADER_PX + self.scroll_px) / self.px_per_frame)


def rows(project: Project, stretch: float = 1.0) -> tuple[Row, ...]:
    """The tracks' rows, top to bottom."""
    made = []
    top = RULER_PX + ROW_GAP_PX
    for track in project.tracks:
        height = round(_ROW_PX[track.kind] * stretch)
        made.append(Row(track, top, height))
        top += height + ROW_GAP_PX
    return tuple(made)


def height_px(project: Project, stretch: float = 1.0) -> int:
    """What all rows need."""
    made = rows(project, stretch)
    return RULER_PX + ROW_GAP_PX + sum(row.height_px + ROW_GAP_PX for row in made)


def stretch_for(project: Project, room_px: int) -> float:
    """How high the rows may be so that they fill a room, within what is readable."""
    fixed = RULER_PX + ROW_GAP_PX * (1 + len(project.tracks))
    natural = height_px(project) - fixed
    factor = (room_px - fixed) / natural if natural else 1.0
    return max(MIN_STRETCH, min(factor, MAX_STRETCH))


def hit(project: Project, scale: Scale, x_px: float, y_px: float) -> Hit | None:
    """What lies under a point right of the headers; None between and below the rows."""
    for row in rows(project, scale.stretch):
        if not row.top_px <= y_px < row.top_px + row.height_px:
            continue
        for clip in row.track.clips:
            left, right = scale.x(clip.start_frame), scale.x(clip.end_frame)
            if left <= x_px < right:
                edge = min(EDGE_PX, (right - left) / 3)
                part: Part = "body"
                if x_px < left + edge:
                    part = "start"
                elif x_px >= right - edge:
                    part = "end"
                return Hit(row.track, clip, part)
        return Hit(row.track, None)
    return None


def track_at(project: Project, scale: Scale, y_px: float) -> Hit | None:
    """The track whose row lies at a height, as for its header."""
    for row in rows(project, scale.stretch):
        if row.top_px <= y_px < row.top_px + row.height_px:
            return Hit(row.track, None)
    return None


def ruler_step_frames(rate: FrameRate, px_per_frame: float) -> int:
    """How many frames lie between two labels of the ruler so that they do not touch."""
    second = rate.nearest_frame(1)
    parts = (frames for frames in range(1, second) if second % frames == 0)
    steps = (*parts, *(rate.nearest_frame(step_s) for step_s in _STEPS_S))
    for frames in steps:
        if frames * px_per_frame >= _LABEL_ROOM_PX:
            return max(1, frames)
    return steps[-1]


def nearest_snap(
    edges: tuple[int, ...], points: tuple[int, ...], scale: Scale
) -> tuple[int, int] | None:
    """The least move that brings an edge onto a point, and that point; None out of reach."""
    reach = SNAP_PX / scale.px_per_frame
    moves = [(point - edge, point) for edge in edges for point in points]
    best = min(moves, key=lambda move: abs(move[0]), default=None)
    return best if best is not None and abs(best[0]) <= reach else None
