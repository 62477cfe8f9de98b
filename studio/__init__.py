"""The desktop studio: document, library, automation, session, views."""
