"""What every test stands on: Qt draws off screen unless the caller chose a platform."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shared build machines are slow at times, and a red run must stay red: no deadlines, fixed seeds.
settings.register_profile("suite", deadline=None, derandomize=not os.environ.get("QUOTETRACK_LONG"))
settings.load_profile("suite")
