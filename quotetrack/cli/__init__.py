"""The command line: the same core as the window, for terminals and scripts."""

from quotetrack.cli.app import main

__all__ = ["main"]
