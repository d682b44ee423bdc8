"""The scores that detection must not fall below, and the command that pins them.

    python -m tests.quality            raise the pins to what detection reaches now
    python -m tests.quality --lower    lower them too, where a change was worth it

`tests/gold/pinned.toml` holds a table for each set: our own articles in `tests/gold`, those in `read` and
`unread` that were annotated before detection saw them, and the shared development set where it stands
beside the checkout. `strange` and `shared-strange` are `own` and `shared` with names that nobody has.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from pathlib import Path

from quotetrack import detect
from quotetrack.evaluation import evaluate, read_gold
from tests.strange_names import renamed

CHECKOUT = Path(__file__).parents[1]
PINNED = CHECKOUT / "tests" / "gold" / "pinned.toml"
_OWN = CHECKOUT / "tests" / "gold"
SETS = {
    "own": _OWN,
    "read": _OWN / "read",
    "unread": _OWN / "unread",
    "shared": CHECKOUT.parent / "shared" / "eval" / "dev",
    "strange": _OWN,
    "shared-strange": CHECKOUT.parent / "shared" / "eval" / "dev",
}
_STRANGE = ("strange", "shared-strange")
_SEED = 4
_HEAD = """\
# What detection reached on annotated articles: F1 of attributed, found, strict and reported, and the share
# (percent) right among the found. Below these tests/test_quality_gate.py fails; `make pin-quality` raises
# them.
"""


def scores(name: str) -> dict[str, float]:
    """The pinned figures of a set as detection reaches them now."""
    with tempfile.TemporaryDirectory() as other:
        folder = SETS[name]
        if name in _STRANGE:
            renamed(folder, Path(other), _SEED)
            folder = Path(other)
        figures = evaluate(read_gold(folder), detect).figures
    f1 = {name: getattr(figures, name).f1 for name in ("attributed", "found", "strict", "reported")}
    return f1 | {name: getattr(figures, name) for name in ("speaker", "source", "cue", "type")}


def pinned() -> dict[str, dict[str, float]]:
    """The pins by set."""
    if not PINNED.is_file():
        return {}
    return tomllib.loads(PINNED.read_text(encoding="utf-8"))


def main(arguments: list[str]) -> None:
    """Pin what detection reaches now, and say what changed."""
    pins = pinned()
    for name, folder in SETS.items():
        if not folder.is_dir():
            continue
        before, now = pins.get(name, {}), scores(name)
        for figure, value in now.items():
            old = before.get(figure, 0.0)
            kept = value if value > old or "--lower" in arguments else old
            pins.setdefault(name, {})[figure] = kept
            note = "" if value >= old else "  fell" if kept == value else "  fell; the pin stays"
            sys.stdout.write(f"{name:14} {figure:11} {old:5.1f} -> {value:5.1f}{note}\n")
    tables = (
        f"\n[{name}]\n" + "".join(f"{figure} = {value}\n" for figure, value in pins[name].items())
        for name in pins
    )
    PINNED.write_text(_HEAD + "".join(tables), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
