"""Detection does not fall below what it was; see `tests/quality.py` for how to pin a new score."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import quality


@pytest.mark.parametrize("name", quality.SETS)
def test_detection_is_as_good_as_it_was(name: str) -> None:
    folder = quality.SETS[name]
    if not folder.is_dir():
        pytest.skip("the shared articles are not beside the checkout")
    now = quality.scores(name)
    fallen = {
        figure: f"{pin} -> {now[figure]}"
        for figure, pin in quality.pinned()[name].items()
        if now[figure] < pin
    }
    assert not fallen, f"fallen on {name}; `quotetrack evaluate {folder} --errors` lists the errors"


def test_pins_rise_by_themselves_and_fall_on_request_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quality, "PINNED", tmp_path / "pinned.toml")
    monkeypatch.setattr(quality, "SETS", {"own": tmp_path, "absent": tmp_path / "nowhere"})
    reached = {"found": 80.0, "cue": 90.0}
    monkeypatch.setattr(quality, "scores", lambda _: dict(reached))
    quality.main([])
    assert quality.pinned() == {"own": reached}
    reached |= {"found": 82.0, "cue": 89.0}
    quality.main([])
    assert quality.pinned() == {"own": {"found": 82.0, "cue": 90.0}}
    assert "the pin stays" in capsys.readouterr().out
    quality.main(["--lower"])
    assert quality.pinned() == {"own": reached}
