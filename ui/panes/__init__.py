"""The panes of the window: each reads the session and writes through it."""
