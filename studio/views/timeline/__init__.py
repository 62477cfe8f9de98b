"""The timeline: tracks, clips, playhead; what is dragged here becomes an edit of the film."""

from studio.views.timeline.panel import TimelinePanel

__all__ = ["TimelinePanel"]
