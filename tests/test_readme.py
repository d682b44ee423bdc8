"""What the README says works: its Python examples and the cue that it adds."""

from __future__ import annotations

import doctest
import re
import shutil
from pathlib import Path

import pytest

from quotetrack.assets import assets
from quotetrack.detection.detector import Detector
from quotetrack.detection.lexicon import load

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
GOLD = Path(__file__).parent / "gold"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def test_the_examples_run_and_print_what_they_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    examples = "\n".join(blocks("pycon"))
    test = doctest.DocTestParser().get_doctest(examples, {"GOLD": GOLD}, "README.md", "README.md", 0)
    printed: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=printed.append)
    assert result.attempted >= 10
    assert not result.failed, "".join(printed)


def test_the_cue_that_it_adds_is_found(tmp_path: Path) -> None:
    [block] = [each for each in blocks("toml") if "[[cue]]" in each]
    folder = tmp_path / "lexicon"
    shutil.copytree(assets() / "lexicon", folder)
    cues = folder / "cues.toml"
    before = Detector(load(folder))
    cues.write_text(cues.read_text(encoding="utf-8") + "\n" + block, encoding="utf-8")
    after = Detector(load(folder))
    for text, content in (
        ("تمتم الحارس بأن الباب كان مفتوحاً.", "بأن الباب كان مفتوحاً"),
        ("سكتت الشاهدة طويلاً. وتمتمت: «لا أدري».", "«لا أدري»"),
    ):
        assert not any(found.cue for found in before.detect(text))
        [found] = [each for each in after.detect(text) if each.cue]
        assert found.cue_lemma == "تمتم"
        assert found.content[0].of(text) == content
