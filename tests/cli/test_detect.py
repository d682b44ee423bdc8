"""`quotetrack detect`: formats, offsets, bad files, exit codes, pipes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quotetrack.exports.delimited import unguarded

ARTICLE = "\ufeffعنوان 😀\r\nقال سامي حداد: «=لن نقبل\r\nبهذا»\x00 أمس. طالب بوقف النار.\r\n"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "مقال 1.txt"
    path.write_bytes(ARTICLE.encode("utf-8"))
    return path


def test_jsonl_is_what_score_py_reads_with_offsets_into_the_untouched_text(run, detector, article):
    code, out, err = run("detect", "--format", "jsonl", article)
    (record,) = map(json.loads, out.splitlines())
    act, quote = record["attributions"]
    assert (code, err, record["file"]) == (0, "", str(article))
    assert [ARTICLE[s:e] for s, e in quote["content"]] == ["«=لن نقبل\r\nبهذا»"]
    assert ARTICLE[slice(*quote["cue"])] == "قال"
    assert ARTICLE[slice(*quote["source"])] == quote["speaker"] == "سامي حداد"
    assert (quote["type"], quote["parent"], act["type"]) == ("direct", 0, "reported")
    assert act["cue"] is act["source"] is act["speaker"] is None
    assert (quote["confidence"], quote["rule"], quote["cue_class"]) == (0.9312, "quotation", "statement")
    assert (quote["speaker_kind"], quote["speaker_role"]) == ("person", "وزير")


def test_without_speech_acts_the_others_are_numbered_anew(run, detector, article):
    _, out, _ = run("detect", "--format", "jsonl", "--no-speech-acts", article)
    (quote,) = json.loads(out)["attributions"]
    assert (quote["type"], quote["parent"]) == ("direct", None)


def test_json_is_a_list_of_the_same_objects(run, detector, article):
    lines = run("detect", "--format", "jsonl", article, article)[1]
    assert json.loads(run("detect", "--format", "json", article, article)[1]) == [
        json.loads(each) for each in lines.splitlines()
    ]


def test_csv_has_one_header_and_gives_back_every_cell(run, detector, article):
    out = run("detect", "--format", "csv", "--language", "ar", article, article)[1]
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert len(rows) == 4
    quote = rows[1]
    assert unguarded(quote["الاقتباس"]) == "«=لن نقبل\r\nبهذا»"
    assert ARTICLE[int(quote["البداية"]) : int(quote["النهاية"])] == "«=لن نقبل\r\nبهذا»"
    assert (quote["القائل"], quote["النوع"], quote["الملف"]) == ("سامي حداد", "مباشر", str(article))


@pytest.mark.parametrize(("switch", "first"), [("--bom", "\ufeff"), ("--no-bom", "Q")])
def test_the_byte_order_mark_is_a_choice(run, detector, article, switch, first):
    assert run("detect", "--format", "csv", switch, article)[1][0] == first


@pytest.mark.parametrize(("language", "word"), [("ar", "مباشر"), ("en", "direct")])
def test_text_is_in_the_language_of_the_option(run, detector, article, language, word):
    for arguments in (["--language", language, "detect"], ["detect", "--language", language]):
        out = run(*arguments, article)[1]
        assert word in out
        assert "سامي حداد · وزير" in out


def test_the_locale_decides_when_no_option_does(run, detector, article, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ar_EG.UTF-8")
    assert "مباشر" in run("detect", article)[1]
    assert "عرض من قال ماذا" in run("detect", "--help")[1]
    assert "عرض من قال ماذا" in run("--help")[1]


def test_bad_files_are_named_and_the_others_done(run, detector, article, tmp_path):
    binary = tmp_path / "صورة.png"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    empty = tmp_path / "empty.txt"
    empty.touch()
    gone = tmp_path / "gone.txt"
    code, out, err = run("detect", "--format", "jsonl", binary, gone, tmp_path, empty, article)
    files = [json.loads(each)["file"] for each in out.splitlines()]
    assert code == 1
    assert files == [str(empty), str(article)]
    assert f"{binary} is not text in utf-8" in err
    assert f"{gone}: there is no such file" in err
    assert f"{tmp_path} is a folder" in err
    assert f"{empty}: there is no text" in err


def test_another_encoding_can_be_named(run, detector, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("قال سامي: «لا»".encode("windows-1256"))
    code, out, _ = run("detect", "--format", "jsonl", "--encoding", "windows-1256", path)
    assert (code, json.loads(out)["attributions"][0]["quote"]) == (0, "«لا»")
    code, _, err = run("detect", "--encoding", "klingon", path)
    assert (code, "windows-1256" in err) == (2, True)


def test_two_processes_say_the_same_in_the_same_order(run, tmp_path, monkeypatch):
    files = [tmp_path / f"{i}.txt" for i in range(9)]
    for i, path in enumerate(files):
        path.write_text(f"قال سامي: «{i}»" * (9 - i), encoding="utf-8")
    monkeypatch.setattr("quotetrack.cli.detecting._attributions", _length)
    one = run("detect", "--format", "jsonl", *files)
    assert one[0] == 0
    assert [json.loads(each)["file"] for each in one[1].splitlines()] == [str(path) for path in files]
    assert run("detect", "--format", "jsonl", "-j", "2", *files) == one


def _length(text: str):
    from quotetrack.detection.records import Attribution, AttributionType, Span

    return [Attribution(type=AttributionType.INDIRECT, content=(Span(0, len(text)),))]


def test_output_is_replaced_whole_or_not_at_all(run, detector, article, tmp_path, monkeypatch):
    target = tmp_path / "out.jsonl"
    target.write_text("before", encoding="utf-8")
    monkeypatch.setattr("quotetrack.detect", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run("detect", "--format", "jsonl", "-o", target, article)
    assert target.read_text(encoding="utf-8") == "before"
    monkeypatch.setattr("quotetrack.detect", lambda _: [])
    assert run("detect", "--format", "jsonl", "-o", target, article)[:2] == (0, "")
    assert json.loads(target.read_text(encoding="utf-8"))["attributions"] == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "مقال 1.txt"]


def test_a_folder_that_is_not_there_is_a_sentence_not_a_trace(run, detector, article, tmp_path):
    code, _, err = run("detect", "-o", tmp_path / "no" / "out", article)
    assert (code, err) == (
        3,
        f"{tmp_path / 'no' / 'out'}: there is no such file or folder. Check the name and try again.\n",
    )


PROGRAM = "import quotetrack; quotetrack.detect = lambda text: []; from quotetrack.cli import main; main()"


def test_standard_input_is_read_where_no_file_is_named():
    for arguments in ([], ["-"]):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "detect", "--format", "jsonl", *arguments],
            input="نص\r\n".encode(),
            capture_output=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
        )
        assert (done.returncode, json.loads(done.stdout)["file"], done.stderr) == (0, "-", b"")


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("نص", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "detect", "--format", "jsonl", *[str(path)] * 5000],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_usage_errors_have_their_own_code(run):
    assert run("detect", "--format", "xml")[0] == 2
    assert run("no-such-command")[0] == 2
    assert run("--version")[:2] == (0, f"quotetrack {__import__('quotetrack').__version__}\n")
