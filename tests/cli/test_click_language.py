"""What click says of its own accord is said in the user's language, too."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from quotetrack.assets import assets

FOLDER = assets() / "locale" / "ar" / "LC_MESSAGES"
# Of questions, passwords, editors, pagers and shells, none of which we use; and of programmers' mistakes.
UNUSED_FILES = {"_termui_impl.py", "_winconsole.py", "shell_completion.py", "termui.py", "utils.py"}
UNUSED = {
    "%(prog)s, version %(version)s",
    "(dynamic)",
    "Confirm the action without prompting.",
    "Do you want to continue?",
    "Value must be an iterable.",
    "{value!r} is not a valid UUID.",
}
PROGRAMMERS = (
    "Deprecation", "Name '", "Boolean option", "Could not determine", "No options", "Arguments take",
    "Invalid start", "{len_type}",
)  # fmt: skip


def messages(name, read):
    """The translated sentences of a file, a plural's as tuples."""

    def fixed(text):
        return text if isinstance(text, str) else tuple(text)

    with (FOLDER / name).open("rb") as file:
        return {fixed(message.id): fixed(message.string) for message in read(file) if message.id}


def test_the_compiled_file_is_the_source_compiled():
    assert messages("messages.mo", read_mo) == messages("messages.po", read_po)


def test_everything_that_click_may_say_here_is_translated():
    known = messages("messages.mo", read_mo)
    folder = str(Path(click.__file__).parent)
    said = {
        message
        for file, _, message, _, _ in extract_from_dir(
            folder, [("*.py", "python")], keywords={"_": None, "ngettext": (1, 2)}
        )
        if file not in UNUSED_FILES
    }
    first = {message if isinstance(message, str) else message[0]: message for message in said}
    missing = {
        message
        for start, message in first.items()
        if start not in UNUSED and not start.startswith(PROGRAMMERS) and message not in known
    }
    assert missing == set()


def holes(text):
    return {hole.partition("}")[0].partition("!")[0] for hole in text.split("{")[1:]}


def test_no_placeholder_is_invented():
    for said, translated in messages("messages.po", read_po).items():
        sources, texts = ((one,) if isinstance(one, str) else one for one in (said, translated))
        known = set().union(*map(holes, sources))
        assert all(text and holes(text) <= known for text in texts), said


@pytest.mark.parametrize("where", ["before", "after", "locale"])
def test_a_wrong_command_is_told_in_arabic(run, where, monkeypatch):
    arguments = {
        "before": ("--language", "ar", "list", "--bogus"),
        "after": ("list", "--bogus", "--language=ar"),
        "locale": ("list", "--bogus"),
    }[where]
    if where == "locale":
        monkeypatch.setenv("LC_ALL", "ar_SY.UTF-8")
    code, _, err = run(*arguments)
    assert code == 2
    assert "الاستعمال: quotetrack list" in err
    assert "لا يوجد خيار '--bogus'" in err
    assert "Error" not in err


def test_and_in_english(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ar_SY.UTF-8")
    assert "Error: Missing argument" in run("list", "--language", "en")[2]
