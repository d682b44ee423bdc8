"""Compiles the rooms of detection with mypyc, in place. `.make/compiled` says when.

The records stay Python's own: those who are given them copy, pickle and match them.
"""

from pathlib import Path

from mypyc.build import mypycify
from setuptools import setup

rooms = sorted({*Path("quotetrack/detection").glob("[!_]*.py")} - {Path("quotetrack/detection/records.py")})
setup(
    name="quotetrack-detection",
    packages=[],
    ext_modules=mypycify(
        ["--config-file", "pyproject.toml", "--cache-dir", "build/compiled/cache", *map(str, rooms)],
        opt_level="2",
        debug_level="0",
        multi_file=True,
        target_dir="build/compiled",
        group_name="quotetrack_detection",
    ),
    script_args=[
        "build_ext",
        "--inplace",
        "--build-temp",
        "build/compiled",
        "--build-lib",
        "build/compiled/lib",
    ],
)
