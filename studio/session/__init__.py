"""The session: the open film, its history, playback and jobs.  QtCore and QtGui, no widgets."""
