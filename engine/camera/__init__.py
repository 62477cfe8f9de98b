"""Where the camera is, where it looks and through which lens, frame by frame."""
