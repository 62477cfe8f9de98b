"""Jobs: what waits, what runs, what was made; nothing here knows how a take is made."""
