"""The session: the open film, its undo history, playback and jobs.  QtCore and QtGui, no widgets."""
