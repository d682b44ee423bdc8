"""What the README points at is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_links_and_pictures_exist() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)|(?:src|href)=\"([^\"#]+)\"", README)
    local = [target for pair in targets for target in pair if target and "://" not in target]
    assert local
    assert [target for target in local if not (ROOT / target).exists()] == []


def test_its_commands_are_targets() -> None:
    named = set(re.findall(r"\bmake ([a-z-]+)", README))
    assert {"run", "test"} <= named
    assert named <= set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
