"""What detection finds in a short text, for tests that ask one thing of it."""

from quotetrack import detect


def speaker_at(text: str, cue: str) -> str | None:
    """The name of who speaks by the only report of `text` whose cue is spelt `cue`."""
    (found,) = [one for one in detect(text) if one.cue and one.cue.of(text) == cue and one.type != "reported"]
    return found.speaker.name if found.speaker else None
