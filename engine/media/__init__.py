"""Media files: what is in them, their frames and samples, and writing standard ones."""
