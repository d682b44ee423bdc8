"""Machine code of detection finds what its source finds, to the last code point."""

from __future__ import annotations

import ast
import gzip
import json
import shutil
import subprocess
import sys
import sysconfig
from hashlib import sha256
from pathlib import Path

import pytest

from quotetrack.detection import detector

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "saudinewsnet.jsonl.gz"
DETECT = """
import json, sys
from quotetrack import detect
from quotetrack.detection import detector
assert detector.__file__.endswith(sys.argv[2]), detector.__file__
for text in json.load(open(sys.argv[1], encoding="utf-8")):
    print(*detect(text), sep="\\n")
"""


def articles() -> list[str]:
    """All articles of the project's own, and some that newspapers wrote where they lie beside it."""
    own = [*(ROOT / "tests" / "gold").rglob("*.txt"), *(ROOT / "assets" / "samples").glob("*.txt")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(own)]
    if CORPUS.is_file():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line, _ in zip(lines, range(500), strict=False)]
    return texts


@pytest.mark.skipif(detector.__file__.endswith(".py"), reason="detection is not compiled (make compiled)")
def test_machine_code_finds_what_the_source_finds(source: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps(articles()), encoding="utf-8")

    def found(folder: Path, ending: str) -> list[str]:
        command = [sys.executable, "-c", DETECT, str(texts), ending]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
        return done.stdout.splitlines()

    compiled, interpreted = found(ROOT, ".so"), found(source, ".py")
    assert len(compiled) > 400
    assert compiled == interpreted


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with a room of detection that is compiled as it stands."""
    (tmp_path / ".make").mkdir()
    for name in ("compiled", "compile.py"):
        shutil.copy(ROOT / ".make" / name, tmp_path / ".make" / name)
    rooms = tmp_path / "quotetrack" / "detection"
    (rooms / "cues").mkdir(parents=True)
    (tmp_path / "requirements-dev.txt").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in (
        "__init__.py",
        "records.py",
        "cues/__init__.py",
        "cues/frames.py",
        "cues/frames.cpython-311.so",
    ):
        (rooms / name).touch()
    (tmp_path / "quotetrack_detection__mypyc.cpython-311.so").touch()
    made = tmp_path / "build" / "compiled" / "made"
    made.parent.mkdir(parents=True)
    sources = (
        tmp_path / "requirements-dev.txt",
        tmp_path / ".make" / "compile.py",
        *sorted(rooms.rglob("*.py"), key=str),
    )
    made.write_text(
        "".join(f"{sha256(p.read_bytes()).hexdigest()}  {p.relative_to(tmp_path)}\n" for p in sources)
    )
    return tmp_path


def told(checkout: Path, what: str) -> subprocess.CompletedProcess[str]:
    script = checkout / ".make" / "compiled"
    return subprocess.run([script, what], capture_output=True, encoding="utf-8", check=False)


def test_machine_code_of_its_source_is_kept(checkout: Path) -> None:
    assert told(checkout, "current").returncode == 0
    assert told(checkout, "check").stdout == ""
    assert len([*checkout.rglob("*.so")]) == 2


@pytest.mark.parametrize("change", ["edited", "added", "renamed"])
def test_machine_code_that_is_not_of_its_source_is_removed(checkout: Path, change: str) -> None:
    room = checkout / "quotetrack" / "detection" / "cues" / "frames.py"
    if change == "edited":
        room.write_text("CUES = ()\n")
    elif change == "added":
        room.with_name("verbs.py").touch()
    else:
        room.rename(room.with_name("verbs.py"))
    assert told(checkout, "current").returncode == 1
    assert "interpreted" in told(checkout, "check").stdout
    assert not [*checkout.rglob("*.so")]
    assert room.parents[1].joinpath("records.py").exists()


def test_without_a_compiler_detection_stays_interpreted(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / ".venv").symlink_to(sys.prefix)
    (checkout / "build" / "compiled" / "made").unlink()
    monkeypatch.setenv("CC", "no-such-compiler")
    done = told(checkout, "make")
    assert done.returncode == 0
    assert "interpreted" in done.stdout
    assert not [*checkout.rglob("*.so")]


def test_a_compilation_that_fails_is_said(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / ".venv").symlink_to(sys.prefix)
    (checkout / "quotetrack" / "detection" / "cues" / "frames.py").write_text("CUES: int = 'no number'\n")
    monkeypatch.setenv("CC", "true")
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        pytest.skip("Python's header files are not installed")
    done = told(checkout, "make")
    assert done.returncode == 1
    assert "Incompatible types" in done.stdout
    assert not [*checkout.rglob("*.so")]


def test_what_was_changed_is_what_runs(checkout: Path) -> None:
    if not Path(sysconfig.get_path("include"), "Python.h").is_file() or shutil.which("cc") is None:
        pytest.skip("there is nothing to compile with")
    (checkout / ".venv").symlink_to(sys.prefix)
    (checkout / "quotetrack" / "__init__.py").touch()

    def answer(number: int) -> str:
        room = checkout / "quotetrack" / "detection" / "cues" / "frames.py"
        room.write_text(f"def answer() -> int:\n    return {number}\n")
        done = told(checkout, "make")
        assert done.returncode == 0, done.stdout
        ask = "from quotetrack.detection.cues import frames; print(frames.__file__, frames.answer())"
        return subprocess.run(
            [sys.executable, "-c", ask], cwd=checkout, capture_output=True, encoding="utf-8", check=True
        ).stdout

    first, second = answer(1), answer(2)
    assert ".so 1" in first
    assert ".so 2" in second


def test_constants_of_detection_are_final() -> None:
    """Machine code has them in place, and looks all other names of a module up in a dictionary."""
    others = [
        f"{path.name}:{statement.lineno}"
        for path in sorted((ROOT / "quotetrack" / "detection").rglob("*.py"))
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.Assign)
        and any(isinstance(name, ast.Name) and name.id.isupper() for name in ast.walk(statement.targets[0]))
    ]
    assert others == []
