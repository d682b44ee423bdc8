"""Errors that a person can act on.

A `QuotetrackError` carries the key of a message and its values, not a sentence: the window and
the command line show it in the user's language (`quotetrack.messages`). Anything else that is
raised is a bug and is shown with its trace.
"""

from __future__ import annotations


class QuotetrackError(Exception):
    """Something that a person can understand and mend.

    `key` is a message key such as "readers.empty"; `values` fill the message's placeholders.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(key, values)

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key} ({details})" if details else self.key
