"""The published scorer beside the checkout, where there is one."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).parents[2]
GOLD = CHECKOUT / "tests" / "gold"
DEV = CHECKOUT.parent / "shared" / "eval" / "dev"


@pytest.fixture(scope="session")
def scorer() -> ModuleType:
    path = CHECKOUT.parent / "shared" / "eval" / "score.py"
    if not path.is_file():
        pytest.skip("the published scorer is not beside the checkout")
    spec = importlib.util.spec_from_file_location("published_scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
