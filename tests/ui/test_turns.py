"""Long work of the window's thread leaves room between its steps."""

from itertools import pairwise

import shiboken6
from PySide6.QtCore import QObject, QTimer

from tests.readers.articles import ARTICLE
from tests.ui.hands import settle
from ui.turns import in_turns


def among_turns(qtbot, seen, steps):
    """Wait for `steps` to be among `seen`, with a sign for each turn of the event loop between them."""
    pulse = QTimer(interval=0)
    pulse.timeout.connect(lambda: seen.append("turn"))
    pulse.start()
    qtbot.waitUntil(lambda: steps <= set(seen))
    pulse.stop()
    return seen


def test_each_step_has_a_turn_of_its_own(qtbot, qapp):
    owner, seen = QObject(), []
    in_turns(owner, *(lambda step=step: seen.append(step) for step in "abc"))
    assert not seen
    among_turns(qtbot, seen, {"a", "b", "c"})
    places = [seen.index(step) for step in "abc"]
    assert all("turn" in seen[before:after] for before, after in pairwise(places))


def test_nothing_is_done_for_an_owner_that_is_gone(qtbot, qapp):
    owner, seen = QObject(), []
    in_turns(
        owner, lambda: seen.append("first"), lambda: shiboken6.delete(owner), lambda: seen.append("last")
    )
    qtbot.waitUntil(lambda: not shiboken6.isValid(owner))
    qtbot.wait(20)
    assert seen == ["first"]


def test_the_window_has_its_turn_between_the_first_article_and_the_word_on_how_it_went(
    qtbot, window, tmp_path
):
    seen = []
    (tmp_path / "new.txt").write_text(ARTICLE, encoding="utf-8")
    window.session.article_changed.connect(lambda: seen.append("shown"))
    say = window.bench.notice.say
    window.bench.notice.say = lambda *told: (seen.append("said"), say(*told))
    window.commands.take_files([tmp_path / "new.txt"])
    among_turns(qtbot, seen, {"shown", "said"})
    assert "turn" in seen[seen.index("shown") : seen.index("said")]
    settle(qtbot, window)
