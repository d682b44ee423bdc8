"""Item models over the session."""
