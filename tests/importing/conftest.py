"""An empty project."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotetrack.store import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "مشروع.qtrack") as opened:
        yield opened
