"""In and out on the command line: looking first, choices for one file, feeds, several sheets at once."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.detection.records import Attribution, AttributionType, Span
from quotetrack.store import Project
from tests.readers.articles import ARTICLE, FIRST, SECOND, TITLE
from tests.readers.server import serving, without_proxy
from tests.readers.test_containers import zipped

ROOT = Path(__file__).parents[2]
OTHER = ARTICLE.replace(TITLE, "عنوان ثانٍ لخبر آخر")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    (made / "old").mkdir(parents=True)
    (made / "new.txt").write_text(ARTICLE, encoding="utf-8")
    (made / "old" / "1.txt").write_bytes(OTHER.encode("cp1256"))
    (made / "table.csv").write_text(f"A,B\n{TITLE} أيضاً,{FIRST} {SECOND}\n", encoding="utf-8")
    (made / "z.zip").write_bytes(zipped({"same.txt": ARTICLE.encode(), "x.bin": b"\x7fELF" + bytes(99)}))
    return made


def articles(path):
    with Project.open(path, read_only=True) as opened:
        return {a.title: a for a in opened.articles.list()}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_look_says_what_every_item_is_and_imports_nothing(run, tmp_path, folder, language):
    path, report = tmp_path / "p.qtrack", tmp_path / "look.csv"
    code, out, err = run("import", path, folder, "--look", "--report", report, "--language", language)
    lines = out.splitlines()
    assert (code, err, len(lines)) == (1, "", 6)
    assert lines[0].split(" · ")[0].endswith("new.txt")
    assert "UTF-8" in lines[0]
    assert "A · B" in lines[1]
    assert lines[3].startswith("    ")
    assert lines[3].endswith("new.txt"), "the same as the first file"
    assert "x.bin" in lines[4]
    assert "Windows-1256 · 95%" in lines[5]
    assert f"{len(OTHER.encode('cp1256')):,}" in lines[5]
    table = list(csv.reader(io.StringIO(report.read_bytes().decode("utf-8-sig"), newline="")))
    assert len(table) == 7
    assert not path.exists()


def test_a_look_at_a_project_changes_nothing_and_needs_no_permission_to(run, tmp_path, folder):
    path = tmp_path / "p.qtrack"
    assert run("import", path, folder / "new.txt")[0] == 0
    before = path.read_bytes()
    with Project.open(path):
        code, out, _ = run("import", path, folder / "new.txt", folder / "old", "--look", "--language", "en")
    assert (code, "as article no. 1" in out, "Windows-1256" in out) == (0, True, True)
    assert len(articles(path)) == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["مقال".encode("cp1256") + b".txt", b"\xff\xfe.txt"])
def test_a_file_may_have_a_name_in_an_old_encoding(run, tmp_path, name):
    file = tmp_path / os.fsdecode(name)
    file.write_text(ARTICLE, encoding="utf-8")
    path, report = tmp_path / "p.qtrack", tmp_path / "r.csv"
    for options in (["--look"], ["--each"]):
        code, out, _ = run("import", path, file, "--report", report, "--language", "en", *options)
        assert (code, name.decode("cp1256") in out) == (0, True)
        assert name.decode("cp1256") in report.read_text(encoding="utf-8-sig")
    assert run("export", path, "--columns", "file")[1].splitlines()[1].endswith(name.decode("cp1256"))


def test_encoding_and_columns_are_chosen_by_pattern(run, tmp_path, folder):
    path = tmp_path / "p.qtrack"
    chosen = [
        "--column",
        "table.csv:text=B",
        "--column",
        "table.csv:title=A",
        "--encoding",
        "old/*=mac_arabic",
    ]
    code, out, err = run("import", path, folder, *chosen, "--leave-out", "*.zip", "--each", "-j", "1")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1].startswith("Imported: 3 ")
    line = next(line for line in out.splitlines() if line.startswith("1.txt"))
    assert "Mac Arabic" in line
    assert f"{TITLE} أيضاً" in articles(path)
    again = run("import", path, folder / "new.txt", "--each")[1]
    assert "already in the project" in again
    assert "as article no. 1" in again
    assert run("import", path, folder, "--encoding", "*.txt=klingon")[0] == 2
    assert run("import", path, folder, "--column", "table.csv:colour=B")[0] == 2


@pytest.fixture
def feed(monkeypatch):
    without_proxy(monkeypatch)
    with serving() as (address, asked):
        yield f"{address}/feed.xml", asked


def test_a_feed_is_listed_and_only_what_is_named_is_fetched(run, tmp_path, feed):
    address, asked = feed
    code, out, _ = run("feed", address)
    assert code == 0
    assert out.splitlines()[0].startswith(f"1. {TITLE} · 2024-03-09 · beginning only")
    assert out.splitlines()[1].startswith("2. خبر كامل في الخلاصة · whole text")
    listed = json.loads(run("feed", address, "--format", "json")[1])
    assert [(e["number"], e["whole"], e["published"]) for e in listed] == [
        (1, False, "2024-03-09"),
        (2, True, None),
    ]
    assert {path for path, _ in asked} == {"/feed.xml"}
    path = tmp_path / "p.qtrack"
    code, out, _ = run("import", path, "--feed", address, "--entries", "1")
    assert (code, out.startswith("Imported: 1 ")) == (0, True)
    assert "/article" in {path for path, _ in asked}
    assert "/nowhere" not in {path for path, _ in asked}
    code, out, _ = run("import", path, "--feed", address, "--entries", "2", "--as-given", "--each")
    assert (code, "خبر كامل في الخلاصة" in out) == (0, True)
    assert "/nowhere" not in {path for path, _ in asked}
    assert len(articles(path)) == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--entries", "9"], 2), (["--entries", "0"], 2), (["--entries", "x"], 2), (["--entries", "1-"], 2),
        ([], 2), (["--entries", "all"], 1), (["--entries", "1-2"], 1),
    ],
)  # fmt: skip
def test_entries_are_named_by_number(run, tmp_path, feed, arguments, code):
    assert run("import", tmp_path / "p.qtrack", "--feed", feed[0], *arguments)[0] == code


def test_what_is_no_feed_or_nothing_says_so(run, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    code, _, err = run("feed", tmp_path / "a.txt")
    assert (code, "a.txt" in err) == (3, True)
    assert run("feed", tmp_path / "none.xml")[0] == 3
    assert run("import", tmp_path / "p.qtrack")[0] == 2
    assert run("import", tmp_path / "p.qtrack", tmp_path / "a.txt", "--entries", "1")[0] == 2


# --- several sheets at once ----------------------------------------------------------------------


def filled(path, count):
    text = "قال سامي الحداد: «كلام طويل عن الميناء والعمل».\n"
    start = text.index("«")
    said = Attribution(type=AttributionType.DIRECT, content=(Span(start, len(text) - 2),))
    with Project.create(path) as opened:
        items = [(Article(text=f"{text}\n{n}", title=f"خبر {n}"), [said]) for n in range(count)]
        ops.perform(opened, ops.ImportArticles(items))
    return path


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_several_sheets_hold_the_same_quotes(run, tmp_path, jobs):
    path = filled(tmp_path / "p.qtrack", 120)
    names = [tmp_path / name for name in ("a.csv", "b.xlsx", "c.jsonl")]
    outputs = [word for name in names for word in ("-o", str(name))]
    code, out, err = run(
        "export", path, *outputs, "-o", f"citron:{tmp_path / 'folder'}", "--jobs", jobs, "--language", "en"
    )
    assert (code, out, len(err.splitlines())) == (0, "", 4)
    assert all("120" in line for line in err.splitlines())
    text = names[0].read_bytes().decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text, newline="")))) == 121
    assert openpyxl.load_workbook(names[1]).active.max_row == 121
    records = [json.loads(line) for line in names[2].read_text(encoding="utf-8").splitlines()]
    assert sum(len(record["attributions"]) for record in records) == 120
    assert len(list((tmp_path / "folder").iterdir())) == 120


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_sheet_that_cannot_be_written_does_not_stop_the_others(run, tmp_path, jobs):
    path = filled(tmp_path / "p.qtrack", 3)
    good, bad = tmp_path / "a.csv", tmp_path / "none" / "b.xlsx"
    code, _, err = run("export", path, "-o", bad, "-o", good, "--jobs", jobs)
    assert (code, good.exists()) == (1, True)
    assert "b.xlsx" in err
    assert "no such file or folder" in err
    code, _, err = run("export", path, "-o", bad, "-o", bad.with_suffix(".csv"), "--jobs", jobs)
    assert (code, len(err.splitlines())) == (3, 2)


def test_ctrl_c_leaves_no_half_sheet(tmp_path):
    path = filled(tmp_path / "p.qtrack", 12_000)
    old = tmp_path / "a.csv"
    old.write_text("old", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "quotetrack", "export", path, "--jobs", "2",
         "-o", tmp_path / "a.pdf", "-o", tmp_path / "b.docx"],
        env=os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and len(list(tmp_path.glob(".*.part"))) < 2:
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith(("p.", ".p."))) == ["a.csv"]
    assert old.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("options", "locale", "shown"),
    [
        ([], "C.UTF-8", "29 شباط 2024"),
        ([], "ar_EG.UTF-8", "29 فبراير 2024"),
        (["--country", "TN"], "ar_EG.UTF-8", "29 فيفري 2024"),
        (["--digits", "arabic"], "ar_SY", "٢٩ شباط ٢٠٢٤"),
        (["--digits", "arabic"], "ar_US.UTF-8", "٢٩ شباط ٢٠٢٤"),
    ],
)
def test_digits_and_months_are_chosen_or_the_locales(run, tmp_path, monkeypatch, options, locale, shown):
    monkeypatch.setenv("LC_ALL", locale)
    path = tmp_path / "p.qtrack"
    text = "قال سامي الحداد: «كلام عن الميناء»."
    said = Attribution(type=AttributionType.DIRECT, content=(Span(text.index("«"), len(text) - 1),))
    with Project.create(path) as opened:
        article = Article(text=text, title="خبر", published=date(2024, 2, 29))
        ops.perform(opened, ops.ImportArticles([(article, [said])]))
    for form in ("markdown", "csv"):
        code, out, _ = run("export", path, "--format", form, "--language", "ar", *options)
        assert code == 0
        assert (shown if form == "markdown" else "2024-02-29") in out
    assert run("export", path, "--digits", "roman")[0] == 2
    assert run("export", path, "--country", "FR")[0] == 2


@pytest.mark.parametrize("command", ["import", "feed"])
def test_an_address_of_another_kind_is_no_file_that_is_missing(run, tmp_path, command):
    path = (tmp_path / "p.qtrack",) if command == "import" else ()
    code, _, err = run(command, *path, "ftp://example.org/a")
    assert code in {1, 3}
    assert "“ftp:”" in err
