"""Pins are what pyproject.toml asks for; what is committed belongs here and names no machine."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
DEVELOPMENT = PROJECT["dependency-groups"]["dev"]


def pins(name: str) -> dict[str, set[str]]:
    """Package to its pinned versions (more than one where they differ by Python or system)."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            requirement = Requirement(line)
            [specifier] = requirement.specifier
            assert specifier.operator == "=="
            found.setdefault(canonicalize_name(requirement.name), set()).add(specifier.version)
    return found


@pytest.mark.parametrize(
    ("file", "wanted"),
    [("requirements.txt", RUNTIME), ("requirements-dev.txt", [*RUNTIME, *DEVELOPMENT])],
)
def test_pins_are_what_pyproject_asks_for(file: str, wanted: list[str]) -> None:
    pinned = pins(file)
    for requirement in map(Requirement, wanted):
        versions = pinned.get(canonicalize_name(requirement.name), set())
        assert versions, f"{requirement.name} has no pin: make pins"
        assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_the_window_runs_on_what_the_tests_ran_on() -> None:
    runtime, tested = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {name: tested.get(name) for name in runtime} == runtime


def test_no_gigabytes_come_along() -> None:
    assert not {"torch", "transformers", "pyside6", "pyside6-addons"} & set(pins("requirements-dev.txt"))


# Addresses of package indexes, and folders of one machine.
MACHINE = re.compile(
    r"--(?:extra-)?index-url|--find-links|files\.pythonhosted|pypi\.org/simple|/simple/"
    r"|(?<![\w.~])/(?:home|root|work|opt|tmp|Users)/\w"
)


# The project, and beside it what a Python project customarily has.
TOP_LEVEL = {"pyproject.toml", "quotetrack", "ui", "tests", "assets", "README.md"} | {
    "LICENSE",
    "CHANGELOG.md",
    "Makefile",
    "requirements.txt",
    "requirements-dev.txt",
    ".ci",
    ".github",
    ".gitignore",
    ".make",
}


@pytest.fixture(scope="module")
def committed() -> list[str]:
    """The names of all files that git tracks, from the top."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name]


def test_nothing_else_stands_at_the_top(committed: list[str]) -> None:
    """A tool that writes where it is called leaves a file there, which `git add` takes along."""
    assert {name.partition("/")[0] for name in committed} <= TOP_LEVEL


def test_no_committed_file_names_a_machine(committed: list[str]) -> None:
    found = []
    for name in committed:
        path = ROOT / name
        if path == Path(__file__) or not path.is_file() or path.suffix in {".ttf", ".png"}:
            continue
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        found += [
            f"{name}:{number}: {line.strip()}" for number, line in enumerate(lines, 1) if MACHINE.search(line)
        ]
    assert not found


@pytest.mark.parametrize("requirement", [*RUNTIME, *DEVELOPMENT])
def test_changelog_says_why_a_package_came_in(requirement: str) -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    name = Requirement(requirement).name
    assert f"**{name}**" in changelog or name.startswith("types-")
