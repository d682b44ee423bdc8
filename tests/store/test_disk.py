"""Disks that fill, files and folders that may only be read."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.store import (
    DiskError,
    Project,
)
from tests.store.articles import dam_article, short_article
from tests.store.programs import start


def test_a_full_disk_loses_nothing(path: Path) -> None:
    """In a process of its own, because a limit on file sizes is for a whole process."""
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
    code = """
    import resource, sys
    from quotetrack import operations as ops
    from quotetrack.store import DiskError, Project
    from tests.store.articles import short_article
    with Project.open(sys.argv[1]) as project:
        size = project.path.stat().st_size
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 600_000, hard))
        done = 0
        try:
            while done < 5_000:
                ops.perform(project, ops.ImportArticles([short_article(done)]))
                done += 1
        except DiskError as error:
            assert error.key in ("store.disk_full", "store.disk_error"), error
        else:
            raise AssertionError("the disk never filled")
        assert project.articles.count() == done + 1
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        ops.perform(project, ops.ImportArticles([short_article(done)]))
        assert project.check() == []
        print(done + 2)
    """
    process = start(code, str(path))
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    with Project.open(path) as project:
        assert project.articles.count() == int(output)
        assert project.check() == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounting a small disk takes root")
def test_a_small_disk_that_fills(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk], check=False)
    if mounted.returncode:
        pytest.skip("no right to mount")
    try:
        with Project.create(disk / "p.qtrack") as project:
            done = 0
            with pytest.raises(DiskError):  # noqa: PT012 - the point is that one of many fails
                while done < 5_000:
                    ops.perform(project, ops.ImportArticles([short_article(done)]))
                    done += 1
            assert done
            assert project.articles.count() == done
            with pytest.raises(DiskError):
                project.snapshot()
            assert project.snapshots == []
        with Project.open(disk / "p.qtrack") as project:
            assert project.articles.count() == done
            assert project.check() == []
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_file_that_may_only_be_read() -> None:
    """In a process without root's rights, which ignore permissions."""
    code = """
    import os, sys
    from quotetrack.store import Project, ProjectReadOnlyError
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        Project.open(sys.argv[1])
    except ProjectReadOnlyError as error:
        print(error.key)
    with Project.open(sys.argv[1], read_only=True) as project:
        print(project.quotes.count())
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "p.qtrack"
        with Project.create(path) as project:
            ops.perform(project, ops.ImportArticles([dam_article()]))
        path.chmod(0o444)
        folder.chmod(0o555)
        output, _ = start(code, str(path)).communicate(timeout=60)
        assert output.split() == ["store.read_only_folder", "4"]
        folder.chmod(0o755)
        output, _ = start(code, str(path)).communicate(timeout=60)
        assert output.split() == ["store.read_only_folder" if os.geteuid() == 0 else "store.read_only", "4"]


@pytest.mark.parametrize(
    ("folder", "service"),
    [("Dropbox/أخبار", "Dropbox"), ("OneDrive - Desk", "OneDrive"), ("omega", None), ("نصوص", None)],
)
def test_a_folder_that_goes_to_the_cloud_is_told(tmp_path: Path, folder: str, service: str | None) -> None:
    (tmp_path / folder).mkdir(parents=True)
    with Project.create(tmp_path / folder / "p.qtrack") as project:
        assert project.cloud_service == service
