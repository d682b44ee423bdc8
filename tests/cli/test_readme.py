"""The examples of the README run as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
SECTION = "## On the command line"


def examples() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8").split(f"\n{SECTION}\n")[1].split("\n## ")[0]
    return "\n".join(re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL))


@pytest.mark.slow
def test_every_example_runs(tmp_path):
    shutil.copytree(
        ROOT / "assets" / "samples", tmp_path / "articles", ignore=shutil.ignore_patterns("*.toml")
    )
    shutil.copy(ROOT / "assets" / "samples" / "press-release.txt", tmp_path / "article.txt")
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "quotetrack"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m quotetrack "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        ["bash", "-euc", examples()],
        cwd=tmp_path,
        env=os.environ
        | {"PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    made = {path.name for path in tmp_path.iterdir()}
    assert made >= {"quotes.jsonl", "water.qtrack", "report.csv", "sheet.xlsx", "sheet.docx", "sheet.pdf"}
    assert made >= {"sheet.csv", "articles.html", "codings.qdpx", "citron-folder"}
    # The article that is there twice is imported once; the sheet has all the quotes of the project.
    quotes = len(openpyxl.load_workbook(tmp_path / "sheet.xlsx").active["A"]) - 1
    found = sum(
        len(json.loads(line)["attributions"])
        for line in (tmp_path / "quotes.jsonl").read_text("utf-8").splitlines()
    )
    assert quotes == found
