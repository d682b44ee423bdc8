"""The real program under a real window manager: real keys, real clicks, both layouts of the keyboard.

Everything is done from outside, through the X server; nothing of Qt is called on the program's behalf.
"""

import shutil
import sys

import pytest

from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import Project
from tests.ui.hands import read_csv
from tests.ui.screen import Program, Screen, missing
from ui.settings import Settings

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is an X server on Linux alone"),
    pytest.mark.skipif(
        bool(missing()), reason=f"not installed: {' '.join(missing())} (make test installs them)"
    ),
]

STORY = (
    "عودة الطريق الساحلي\n\n"
    "قال وزير النقل سامر العلي: «سنعيد فتح الطريق الساحلي مساء اليوم».\n"
    "وأكدت بلدية الميناء أن الأضرار محدودة.\n"
)
PLACES = {"X": 53, "C": 54, "U": 30, "N": 57, "K": 45, "Z": 52, "T": 28, "1": 10, "E": 26}
"""Keys by their place on the keyboard, as X numbers them."""


@pytest.fixture
def screen(x_server, tmp_path):
    made = Screen(x_server, tmp_path)
    yield made
    made.close()


@pytest.fixture
def start(screen):
    """Starts the program with some arguments; it is ended with the test."""
    started = []

    def run(*arguments):
        started.append(Program(screen, *arguments))
        return started[-1]

    yield run
    for program in started:
        program.kill()


@pytest.fixture
def known(tmp_path, language, sample_file):
    """The program has been used before, in each language, on a copy of the sample."""
    settings = Settings(tmp_path / "settings.ini")
    settings.language, settings.hints_seen, settings.folder = language, True, str(tmp_path)
    settings.last_project = shutil.copy(sample_file, tmp_path / "desk.qtrack")
    settings.sync()
    return settings


def leave(program):
    """Close the window as the window manager does; it asks nothing, and Qt has warned of nothing."""
    assert program.look("warnings") == []
    program.key("alt+F4")
    assert program.ended() == (0, "")


def status_of(path, quote):
    with Project.open(path) as project:
        return project.quotes.get(quote).status


def take_sheet(program, path):
    """Export what is shown under the name that stands there; the rows of the sheet."""
    program.key("ctrl+e")
    program.wait("dialog() == 'ExportDialog' and still()")
    program.key("Return")
    program.wait("dialog() == 'QFileDialog'")
    program.key("Return")
    program.wait("not dialog() and window().bench.notice.isVisible() and still()")
    return read_csv(path)


def look_around(program):
    """Go through the four views by keys and by the mouse."""
    program.key("ctrl+2")
    program.wait("window().bench.table.table.hasFocus()")
    program.key("Home", "Down")
    program.wait("window().session.walk.place() == 1")
    program.click("tab(2)")
    program.wait("window().bench.tab == 'speakers' and still()")
    program.key("ctrl+4")
    program.wait("bool(window().bench.charts.cards) and still()")
    program.key("ctrl+1")
    program.wait("window().bench.reader.view.hasFocus() and still()")


def judge(program):
    """Mark the quote for checking, with evidence, verdict, tag and note."""
    program.key("c")
    program.wait("window().session.quote().status.value == 'check' and still()")
    program.key("e")
    program.wait("dialog() == 'EvidenceDialog' and dialog('EvidenceDialog').link.hasFocus()")
    program.type("https://example.org/report")
    program.key("Tab")
    program.type("Report")
    program.key("Return")
    program.wait("not dialog() and len(window().session.quote().evidence) == 1 and window().isActiveWindow()")
    program.key("v")
    program.wait("window().bench.details.verdict.view().isVisible()")
    program.key("Down", "Down", "Return")
    program.wait("window().session.quote().verdict != '' and still()")
    program.key("Escape", "t")
    program.wait("window().bench.details.tag.hasFocus()")
    program.type("water")
    program.key("Return", "Escape", "m")
    program.wait("window().bench.details.note.hasFocus()")
    program.type("ask the ministry")
    program.key("Escape")
    program.wait("window().session.quote().note == 'ask the ministry' and still()")
    assert program.look("[tag.name for tag in window().session.quote().tags]") == ["water"]


def test_the_first_sheet_in_six_actions(start, tmp_path):
    program = start()  # the first run makes the sample and gives three hints
    program.wait("dialog() == 'HintsDialog' and still()")
    outlet, count = program.look(
        "max(window().session.shown.facets.outlets.items(), key=lambda each: each[1])"
    )
    actions = (
        lambda: program.key("Return"),
        lambda: program.click_line("outlets", outlet),
        lambda: program.key("ctrl+e"),
        lambda: program.key("Return"),  # choose a file…
        lambda: program.key("Return"),  # … under the name that stands there
    )
    expected = (
        "not dialog() and window().isActiveWindow()",
        f"len(window().session.shown.ids) == {count} and still()",
        "dialog() == 'ExportDialog' and still()",
        "dialog() == 'QFileDialog'",
        "not dialog() and window().bench.notice.isVisible() and still()",
    )
    for act, reached in zip(actions, expected, strict=True):
        act()
        program.wait(reached)
    assert len(actions) <= 6
    assert len(read_csv(tmp_path / "sample.csv")) == count + 1
    leave(program)


def test_a_journalists_morning(start, known, tmp_path):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    program = start()
    before = program.look("len(window().session.shown.ids)")

    program.key("ctrl+o")
    program.wait("dialog() == 'QFileDialog' and focus() == 'QLineEdit'")
    program.type(str(tmp_path / "story.txt"))
    program.wait("typed().endswith('story.txt')")
    program.key("Return")
    program.wait(
        "dialog() == 'ArrivalsDialog' and dialog('ArrivalsDialog').accept_button.isEnabled() and still()"
    )
    program.key("Return")
    program.wait(f"len(window().session.shown.ids) == {before + 2} and not dialog() and still()")
    assert "سنعيد فتح" in program.look("window().bench.reader.text")

    # A click on a quote in the article chooses it; one key corrects its speaker, one confirms it.
    at = program.look("window().bench.reader.text.index('الأضرار')")
    program.click(f"letter({at})")
    program.wait("window().session.quote().quote.find('محدودة') > 0")
    quote = program.look("window().session.quote_id")
    program.key("s")
    program.wait("window().bench.details.speaker.hasFocus()")
    program.key("ctrl+a")
    program.type("Port council")
    program.key("Return")
    program.wait("window().session.quote().speaker.name == 'Port council' and still()")
    program.key("Return")
    program.wait(f"window().session.quote_id != {quote} and still()")
    program.key("ctrl+z")
    program.wait(f"window().session.project.quotes.get({quote}).status.value == 'corrected'")
    program.key("ctrl+shift+z")
    program.wait(f"window().session.project.quotes.get({quote}).status.value == 'confirmed' and still()")

    look_around(program)
    header, *rows = take_sheet(program, tmp_path / "desk.csv")
    assert len(rows) == before + 2
    assert ("الاقتباس" in header) == (known.language == "ar")
    assert any("Port council" in row for row in rows)

    left = program.look("window().session.quote_id")
    leave(program)
    assert status_of(known.last_project, quote) is Status.CONFIRMED
    again = start()
    assert again.look("window().session.quote_id") == left
    assert "desk" in again.look("window().windowTitle()")
    leave(again)


def test_a_fact_check(start, known, tmp_path):
    program = start()
    everything = program.look("len(window().session.shown.ids)")
    program.key("ctrl+f")
    program.wait("window().bench.top.search.hasFocus()")
    program.screen.layout("ara")  # where each letter has a key of its own
    program.type("الصيانة")
    program.wait("window().session.shown.filter.text == 'الصيانة' and still()")
    found = program.look("list(window().session.shown.ids)")
    assert 0 < len(found) < everything
    program.screen.layout("us")
    program.key("Return", "Escape")
    program.wait("window().bench.reader.view.hasFocus() and still()")
    program.key("ctrl+2")
    program.wait("window().bench.table.table.hasFocus() and still()")
    program.key("Home")
    program.wait("window().session.walk.place() == 0 and still()")
    quote = program.look("window().session.quote_id")

    judge(program)
    verdict = program.look("window().session.quote().verdict")
    program.key("ctrl+BackSpace")
    program.wait("not window().session.shown.filtered and still()")
    program.click_line("statuses", "window().session.quote().status")
    program.wait(f"list(window().session.shown.ids) == [{quote}] and still()")
    program.key("ctrl+shift+s")
    program.wait("dialog() == 'FilterNameDialog'")
    program.type("to check")
    program.key("Return")
    program.wait(
        "[each.name for each in window().session.project.saved_filters.list()] == ['to check'] and still()"
    )

    [_, row] = take_sheet(program, tmp_path / "desk.csv")
    assert verdict in row
    assert "https://example.org/report" in " ".join(row)
    leave(program)
    with Project.open(known.last_project) as project:
        assert project.quotes.get(quote).note == "ask the ministry"
        assert len(project.quotes.ids(QuoteFilter(statuses=frozenset({Status.CHECK})))) == 1


@pytest.mark.parametrize("layout", ["ara", "ara,us"])
def test_keys_keep_their_places_on_the_arabic_layout(start, screen, known, layout):
    screen.layout(layout)
    program = start()
    first = program.look("window().session.quote_id")
    program.key(PLACES["X"])  # the layout writes ء
    program.wait(f"window().session.quote_id != {first} and still()")
    second = program.look("window().session.quote_id")
    program.key(PLACES["C"])
    program.wait("window().session.quote().status.value == 'check' and still()")
    program.key(f"ctrl+{PLACES['Z']}")
    program.wait("window().session.quote().status.value == 'unreviewed' and still()")
    program.key(f"ctrl+shift+{PLACES['Z']}")
    program.wait("window().session.quote().status.value == 'check' and still()")
    assert program.look("window().session.quote_id") == second

    # In a field the same keys write Arabic.
    program.key(PLACES["T"])
    program.wait("window().bench.details.tag.hasFocus()")
    program.key(PLACES["X"], PLACES["C"], PLACES["N"])
    program.wait("window().bench.details.tag.text() == 'ءؤى'")
    program.key("Return", "Escape")
    program.wait("[tag.name for tag in window().session.quote().tags] == ['ءؤى'] and still()")

    # The palette opens by its place, too, and runs what is typed.
    program.key(f"ctrl+{PLACES['K']}")
    program.wait("dialog() == 'Palette' and dialog('Palette').field.hasFocus()")
    program.key("Escape")
    program.wait("not dialog()")
    leave(program)
    assert status_of(known.last_project, first) is Status.REJECTED


def test_focus_comes_back_to_where_it_was(start, known):
    program = start()
    program.wait("window().bench.reader.view.hasFocus()")
    # A dialog takes the keys and gives them back.
    for keys, name in (("F1", "KeysDialog"), ("ctrl+comma", "Preferences"), ("F2", "ArticleDialog"),
                       ("ctrl+k", "Palette")):  # fmt: skip
        program.key(keys)
        program.wait(f"dialog() == '{name}'")
        program.key("Escape")
        program.wait("not dialog() and window().isActiveWindow() and window().bench.reader.view.hasFocus()")
    # The menus are walked by arrows and left by Escape.
    program.key("F10")
    program.wait("window().menus[0].isVisible()")
    program.key("Left" if known.language == "ar" else "Right")
    program.wait("window().menus[1].isVisible() and not window().menus[0].isVisible()")
    program.key("Escape", "Escape")
    program.wait("window().bench.reader.view.hasFocus()")
    # Every pane by one key, and all of it by Tab, forwards and back.
    program.key("F6")
    program.wait("window().bench.details.speaker.hasFocus()")
    program.key("F6", "F6")
    program.wait("window().bench.sources.tree.hasFocus()")
    here = "id(QApplication.focusWidget())"
    seen = [program.look(here)]
    while len(seen) < 2 or seen[-1] != seen[0]:
        program.key("Tab")
        program.wait(f"{here} != {seen[-1]}")
        seen.append(program.look(here))
        assert len(seen) < 60
    back = [seen[-1]]
    for _ in seen[1:]:
        program.key("shift+Tab")
        program.wait(f"{here} != {back[-1]}")
        back.append(program.look(here))
    assert back == seen[::-1]
    assert len(seen) > 15
    # The window is put away and fetched again.
    number = program.look("int(window().winId())")
    program.screen.do("windowminimize", "--sync", number)
    program.wait("window().isMinimized()")
    program.screen.do("windowactivate", "--sync", number)
    program.wait("window().isActiveWindow() and window().bench.sources.tree.hasFocus()")
    leave(program)
