"""The examples of the README run as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from quotetrack.store import Project

ROOT = Path(__file__).parents[2]
SECTION = "## On the command line"


def examples() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8").split(f"\n{SECTION}\n")[1].split("\n## ")[0]
    return "\n".join(re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL))


def _fill(folder):
    """What the examples take beside the samples: an archive with an old text, a table, and a feed."""
    said = "قال وزير النقل سامر العلي: «سنعيد فتح الطريق الساحلي مساء اليوم». وأضاف أن العمل انتهى."
    with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
        archive.writestr("old/1.txt", f"الطريق الساحلي\n\n{said}\n".encode("cp1256"))
        archive.writestr("notes.docx", b"PK")
    (folder / "table.csv").write_text(f"headline,body\nعودة الطريق,{said} نهاية\n", encoding="utf-8")
    items = "".join(
        f"<item><title>خبر رقم {number}</title><link>http://127.0.0.1:1/{number}</link>"
        f"<description>{said} {number}</description></item>"
        for number in range(1, 6)
    )
    feed = f"<rss version='2.0'><channel><title>الميدان</title>{items}</channel></rss>"
    (folder / "feed.xml").write_text(feed, encoding="utf-8")


@pytest.mark.slow
def test_every_example_runs(tmp_path):
    shutil.copytree(
        ROOT / "assets" / "samples", tmp_path / "articles", ignore=shutil.ignore_patterns("*.toml")
    )
    shutil.copy(ROOT / "assets" / "samples" / "press-release.txt", tmp_path / "article.txt")
    _fill(tmp_path)
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
    assert made >= {"look.csv", "desk.qtrack", "all.csv", "all.xlsx", "annotations"}
    assert "5. خبر رقم 5" in done.stdout
    with Project.open(tmp_path / "desk.qtrack", read_only=True) as project:
        titles = {article.title for article in project.articles.list()}
    assert titles == {"الطريق الساحلي", "عودة الطريق", "خبر رقم 1", "خبر رقم 3", "خبر رقم 4"}
    # The article that is there twice is imported once; the sheet has all the quotes of the project.
    quotes = len(openpyxl.load_workbook(tmp_path / "sheet.xlsx").active["A"]) - 1
    found = sum(
        len(json.loads(line)["attributions"])
        for line in (tmp_path / "quotes.jsonl").read_text("utf-8").splitlines()
    )
    assert quotes == found
