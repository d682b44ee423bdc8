"""Compiles the rooms of detection with mypyc, in place. `.make/compiled` says when.

The records stay Python's own: those who are given them copy, pickle and match them.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mypyc.build import mypycify
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext


class OnEveryCore(build_ext):
    """Compiles the files of an extension beside each other, which setuptools does for extensions only."""

    def build_extension(self, ext: Extension) -> None:
        """Compile `ext` and link it."""

        def compiled(source: str) -> str:
            [made] = self.compiler.compile(
                [source],
                output_dir=self.build_temp,
                include_dirs=ext.include_dirs,
                extra_postargs=ext.extra_compile_args,
            )
            return made

        with ThreadPoolExecutor() as pool:
            ext.extra_objects = [*ext.extra_objects, *pool.map(compiled, ext.sources)]
        ext.sources = []
        self.force = True  # without sources it sees nothing newer than what was linked before
        super().build_extension(ext)


rooms = sorted({*Path("quotetrack/detection").rglob("[!_]*.py")} - {Path("quotetrack/detection/records.py")})
setup(
    cmdclass={"build_ext": OnEveryCore},
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
