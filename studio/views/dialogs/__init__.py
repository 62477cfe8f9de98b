"""Questions and answers in windows of their own."""

from studio.views.dialogs.about import AboutDialog
from studio.views.dialogs.cast import CastDialog
from studio.views.dialogs.crash import CrashDialog
from studio.views.dialogs.export import ExportDialog
from studio.views.dialogs.places import PlacesDialog
from studio.views.dialogs.questions import RecoveryChoice, ask_recovery, ask_unsaved
from studio.views.dialogs.shortcuts import ShortcutSheet
from studio.views.dialogs.story import StoryDialog

__all__ = [
    "AboutDialog",
    "CastDialog",
    "CrashDialog",
    "ExportDialog",
    "PlacesDialog",
    "RecoveryChoice",
    "ShortcutSheet",
    "StoryDialog",
    "ask_recovery",
    "ask_unsaved",
]
