"""What a screen reader is told: `python3 spoken_tree.py PROCESS` prints the accessibility tree as JSON.

It runs on the system's Python, which has the bindings of AT-SPI, and knows nothing of the program: all
comes over the accessibility bus. Of each part that shows: role, name, the text it holds, its states,
what labels it, and the parts in it.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version has to be said first

PATIENCE = 20
TOLD = {
    "focused": Atspi.StateType.FOCUSED,
    "focusable": Atspi.StateType.FOCUSABLE,
    "checked": Atspi.StateType.CHECKED,
    "selected": Atspi.StateType.SELECTED,
}


def application(process):
    """The program as the bus knows it; None where it has not told the bus of a window."""
    desktop = Atspi.get_desktop(0)
    known = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
    return next((each for each in known if each and each.get_process_id() == process), None)


def labels(node):
    of = [
        each for each in node.get_relation_set() if each.get_relation_type() is Atspi.RelationType.LABELLED_BY
    ]
    return [each.get_target(place).get_name() for each in of for place in range(each.get_n_targets())]


def parts(node):
    """What is told of a part and of those in it that show."""
    states = node.get_state_set()
    text = node.get_text_iface()
    within = (node.get_child_at_index(place) for place in range(node.get_child_count()))
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "text": Atspi.Text.get_text(text, 0, -1) if text else "",
        "states": [name for name, state in TOLD.items() if states.contains(state)],
        "labels": labels(node),
        "parts": [
            parts(each) for each in within if each and each.get_state_set().contains(Atspi.StateType.SHOWING)
        ],
    }


def main(process):
    until = time.monotonic() + PATIENCE
    while (found := application(process)) is None or not found.get_child_count():
        if time.monotonic() > until:
            sys.exit("the program has not told the accessibility bus of itself")
        time.sleep(0.1)
    json.dump(parts(found), sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
