"""The window: widgets that show the session and send it edits.  They do not know each other."""
