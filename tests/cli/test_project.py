"""`import`, `list` and `export` on real project files."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.exports.formats import FORMS, Format
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import Project, Sort

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "assets" / "samples"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project of the samples with one quote tagged, one confirmed; made by the command line."""
    from quotetrack.samples import sample_project

    path = sample_project(tmp_path_factory.mktemp("project"))
    with Project.open(path) as project:
        ids = list(project.quotes.ids(QuoteFilter(), Sort()))
        ops.perform(project, ops.Confirm(quotes=(ids[0],)))
        ops.perform(project, ops.Tag(quotes=(ids[1],), tag="مهم"))
    return path


@pytest.fixture
def project(made, tmp_path):
    return Path(shutil.copy(made, tmp_path / "مشروع.qtrack"))


def ids_of(path, wanted=None, sort=None):
    with Project.open(path, read_only=True) as opened:
        return list(opened.quotes.ids(wanted or QuoteFilter(), sort or Sort()))


def test_import_makes_a_project_names_what_failed_and_repeats_nothing(run, tmp_path):
    shutil.copytree(SAMPLES, tmp_path / "in", ignore=shutil.ignore_patterns("*.toml"))
    (tmp_path / "in" / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    path = tmp_path / "new.qtrack"
    code, out, err = run("import", path, tmp_path / "in", "-j", "1")
    count = len(list(SAMPLES.glob("*.txt")))
    assert (code, out.startswith(f"Imported: {count} ")) == (1, True)
    assert "broken.txt" in err
    assert len(err.splitlines()) == 1
    again = run("import", path, SAMPLES / "interview.txt", "--report", tmp_path / "report.csv")
    assert (again[0], "in the project already: 1" in again[1]) == (0, True)
    assert "interview.txt" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    with Project.open(path) as opened:
        assert opened.articles.count() == count
        assert opened.quotes.count() == len(ids_of(path))


def test_import_reads_standard_input_and_tables(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("عنوان,نص المقال\nأول,قال الوزير سامي حداد إن العمل بدأ أمس.\n", encoding="utf-8")
    path = tmp_path / "p.qtrack"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "quotetrack", "import", path]
    done = subprocess.run(
        [*command, "-", table, "--column", "text=نص المقال", "--column", "title=عنوان"],
        input="وقال المدير: «انتهى العمل في الميناء». وأضاف أن السفن ستعود غداً.".encode(),
        capture_output=True,
        env=environment,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    with Project.open(path) as opened:
        assert opened.articles.count() == 2
        assert opened.quotes.count() >= 2


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ([], QuoteFilter()),
        (["--type", "direct"], QuoteFilter(types=frozenset({"direct"}))),
        (["--status", "confirmed"], QuoteFilter(statuses=frozenset({Status.CONFIRMED}))),
        (["--text", "المياه"], QuoteFilter(text="المياه")),
        (["--no-speech-acts"], QuoteFilter(speech_acts=False)),
        (["--anonymous"], QuoteFilter(anonymous=True)),
        (["--named"], QuoteFilter(anonymous=False)),
        (["--min-confidence", "0.9"], QuoteFilter(confidence=(0.9, 1.0))),
        (["--kind", "person", "--kind", "group"], QuoteFilter(kinds=frozenset({"person", "group"}))),
    ],
)
def test_list_shows_what_the_filter_shows(run, project, options, wanted):
    ids = ids_of(project, wanted)
    assert run("list", project, *options, "--count")[:2] == (0, f"{len(ids)}\n")
    code, out, _ = run("list", project, *options, "--format", "csv", "--language", "en")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert (code, [int(row["Quote no."]) for row in rows]) == (0, ids)


def test_names_choose_speakers_outlets_and_tags(run, project):
    with Project.open(project, read_only=True) as opened:
        speaker = next(s for s in opened.speakers.list() if s.quotes > 1)
        outlet = next(o for o in opened.outlets.list() if o.articles)
        by_speaker = opened.quotes.count(QuoteFilter(speakers=frozenset({speaker.id})))
        by_outlet = opened.quotes.count(QuoteFilter(outlets=frozenset({outlet.id})))
    assert run("list", project, "--speaker", speaker.name, "--count")[1] == f"{by_speaker}\n"
    assert run("list", project, "--outlet", outlet.name, "--count")[1] == f"{by_outlet}\n"
    assert run("list", project, "--tag", "مهم", "--count")[1] == "1\n"


def test_a_name_that_the_project_does_not_know_is_said(run, project):
    for option in ("--speaker", "--outlet", "--tag", "--filter"):
        code, out, err = run("list", project, option, "لا أحد هنا", "--language", "ar")
        assert (code, out, "لا أحد هنا" in err, len(err.splitlines())) == (3, "", True, 1)


def test_list_as_text_has_every_quote_and_its_article(run, project):
    out = run("list", project, "--language", "ar", "--limit", "4")[1]
    ids = ids_of(project)[:4]
    with Project.open(project, read_only=True) as opened:
        for row in opened.quotes.rows(ids):
            assert f"\n{row.id}. " in out
            assert row.quote.splitlines()[0] in out


@pytest.mark.parametrize("form", list(Format))
def test_export_writes_every_form(run, project, tmp_path, form):
    target = tmp_path / f"out{FORMS[form].suffix}"
    some = ["--type", "mixed"]
    code, out, err = run("export", project, "-o", target, "--format", form.value, "--language", "ar", *some)
    assert (code, out) == (0, "")
    # None of these has a verdict, and no article is decided about.
    nothing = form in {Format.CLAIM_REVIEW, Format.GOLD}
    count = 0 if nothing else len(ids_of(project, QuoteFilter(types=frozenset({"mixed"}))))
    assert f" {count} ←" in err
    assert target.exists()
    assert not list(tmp_path.glob(".out*"))


def test_export_to_standard_output_has_no_mark_and_all_quotes(run, project):
    code, out, _ = run("export", project, "--format", "csv", "--language", "ar")
    assert (code, out[0]) == (0, "ا")
    assert len(list(csv.reader(io.StringIO(out, newline="")))) == len(ids_of(project)) + 1
    records = [json.loads(line) for line in run("export", project, "--format", "jsonl")[1].splitlines()]
    assert sum(len(record["attributions"]) for record in records) == len(ids_of(project))
    assert records[0]["article"]["text"]


def test_a_preview_shows_the_beginning_and_writes_nothing(run, project, tmp_path):
    whole = run("export", project, "--format", "csv", "--language", "ar")[1]
    shown = run("export", project, "--format", "csv", "--language", "ar", "--preview", "3")[1]
    assert whole.startswith(shown)
    assert len(list(csv.reader(io.StringIO(shown, newline="")))) == 4
    target = tmp_path / "x.docx"
    code, out, _ = run("export", project, "-o", target, "--preview", "1", "--language", "ar")
    assert (code, out.splitlines()[0], target.exists()) == (0, "كشف اقتباسات", False)


def test_a_project_has_the_records_that_detect_prints(run, tmp_path):
    files = sorted(SAMPLES.glob("*.txt"))
    path = tmp_path / "p.qtrack"
    assert run("import", path, *files, "-j", "1")[0] == 0
    printed = [json.loads(line) for line in run("detect", *files, "--format", "jsonl")[1].splitlines()]
    stored = [json.loads(line) for line in run("export", path, "--format", "jsonl")[1].splitlines()]
    by_name = {record["file"]: record["attributions"] for record in stored}
    for record in printed:
        found = {_place(one): one for one in by_name.pop(Path(record["file"]).name)}
        assert len(found) == len(record["attributions"])
        for one in record["attributions"]:
            other = found[_place(one)]
            # A parent is a place in its own list.
            assert {name: other[name] for name in one if name != "parent"} == {
                name: value for name, value in one.items() if name != "parent"
            }
            assert (one["parent"] is None) is (other["parent"] is None)
    assert not by_name


def _place(record):
    return json.dumps([record["content"], record["type"], record["cue"]])


def test_export_of_chosen_quotes_and_columns(run, project, tmp_path):
    some = ids_of(project)[3:6]
    target = tmp_path / "some.csv"
    run("export", project, "-o", target, "--quotes", ",".join(map(str, some)), "--columns", "id,quote")
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"), newline="")))
    assert rows[0] == ["Quote no.", "Quote"]
    assert [int(row[0]) for row in rows[1:]] == some


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["export", "{p}", "-o", "{d}/x.what"], 2, "--format"),
        (["export", "{p}", "-o", "{d}/x.csv", "--columns", "quote,colour"], 2, "colour"),
        (["export", "{p}", "-o", "{d}/x.csv", "--quotes", "3,x"], 2, "3,x"),
        (["export", "{p}", "--format", "gold"], 3, "--output"),
        (["export", "{p}", "-o", "{d}/no/x.csv"], 3, "no such file or folder"),
        (["export", "{p}", "-o", "{d}", "--format", "csv"], 3, "is a folder"),
        (["export", "{p}", "-o", "{d}", "--format", "gold"], 3, "has something in it"),
        (["list", "{d}/none.qtrack"], 3, "none.qtrack"),
        (["list", __file__], 3, "test_project.py"),
        (["import", "{p}", "{d}/none.txt"], 1, "none.txt"),
        (["import", "{p}", "{p}", "--column", "colour=x"], 2, "colour=x"),
    ],
)
def test_trouble_is_one_sentence_and_an_exit_code(run, project, tmp_path, arguments, code, words):
    filled = [a.replace("{p}", str(project)).replace("{d}", str(tmp_path)) for a in arguments]
    done, _, err = run(*filled)
    assert (done, words in err, "Traceback" in err) == (code, True, False)
    assert sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith(project.name)) == []


def test_a_full_disk_leaves_the_old_file(run, project, tmp_path, monkeypatch):
    target = tmp_path / "sheet.csv"
    target.write_text("before", encoding="utf-8")

    def full(*_, **__):
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr("quotetrack.exports.delimited.write_rows", full)
    code, _, err = run("export", project, "-o", target)
    assert (code, "disk is full" in err) == (3, True)
    assert target.read_text(encoding="utf-8") == "before"


def test_a_person_who_waits_sees_a_bar_and_a_pipe_does_not(tmp_path):
    """With a terminal as standard error the bar comes; without one nothing is printed."""
    program = (
        "import sys, time\nfrom quotetrack.cli.progress import Bar\n"
        "with Bar() as bar:\n    bar.show(1, 4); time.sleep(0.9); bar.show(2, 4); bar.show(4, 4)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"}
    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"no pseudo terminal here: {error}")
    subprocess.run([sys.executable, "-c", program], stderr=theirs, env=environment, check=True, timeout=60)
    os.close(theirs)
    assert b"100%" in os.read(ours, 4096)
    os.close(ours)
    quiet = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment, check=True, timeout=60
    )
    assert quiet.stderr == quiet.stdout == b""


def test_the_project_is_never_written_over(run, project, tmp_path):
    link = tmp_path / "link.csv"
    link.symlink_to(project)
    before = project.read_bytes()
    for arguments in (
        ("export", project, "-o", f"csv:{project}"),
        ("export", project, "-o", link),
        ("export", project, "-o", link, "-o", f"xlsx:{project}", "--jobs", "2"),
        ("import", project, SAMPLES / "interview.txt", "--report", project),
    ):
        code, _, err = run(*arguments, "--language", "en")
        assert (code, "is the project itself" in err) == (3, True)
        assert project.read_bytes() == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_keeps_what_is_imported(tmp_path, jobs):
    """At a terminal it reaches every process, the workers too."""
    folder = tmp_path / "in"
    folder.mkdir()
    text = (SAMPLES / "newspaper-report.txt").read_text(encoding="utf-8")
    for number in range(1500):
        (folder / f"{number:04}.txt").write_text(f"{text}\nالعدد {number}\n", encoding="utf-8")
    path = tmp_path / "p.qtrack"
    with subprocess.Popen(
        [sys.executable, "-m", "quotetrack", "import", path, folder, "-j", jobs],
        env=os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            time.sleep(0.2)
            if path.exists() and _count(path):
                break
        os.killpg(process.pid, signal.SIGINT)
        try:
            out, err = process.communicate(timeout=40)
        finally:
            process.kill()
    assert (process.returncode, err) == (130, b"")
    kept = _count(path)
    assert 0 < kept < 1500
    assert out.decode().startswith(f"Imported: {kept} ")


def _count(path) -> int:
    with Project.open(path, read_only=True) as opened:
        return opened.articles.count()


def test_gui_hands_over_to_the_window(run, project, monkeypatch):
    seen = []
    monkeypatch.setattr("quotetrack.cli.window.entry_points", lambda **_: [])
    monkeypatch.setattr(
        "pkgutil.resolve_name", lambda name: lambda arguments: seen.append((name, arguments)) or 4
    )
    assert run("gui", project)[0] == 4
    assert seen == [("ui.start:main", ["quotetrack-gui", str(project)])]


@pytest.mark.parametrize("command", ["detect", "import", "list", "export", "gui"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_option_is_explained_in_both_languages(run, command, language):
    code, out, _ = run("--language", language, command, "--help")
    assert code == 0
    assert "choose." not in out
    assert ("\u0627" in out) is (language == "ar")
