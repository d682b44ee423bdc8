"""What every test shares."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("quotetrack", deadline=None)
settings.load_profile("quotetrack")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def annotated() -> Path:
    """The annotated articles beside the checkout; the test is skipped where they are not."""
    folder = SHARED / "eval" / "dev"
    if not folder.is_dir():
        pytest.skip("the annotated articles are not beside this checkout")
    return folder
