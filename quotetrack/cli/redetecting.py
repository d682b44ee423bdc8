"""`quotetrack redetect`: detection run again over a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from quotetrack.cli.exits import Exit
from quotetrack.cli.language import Command, current, language_option, option, say
from quotetrack.cli.output import complain
from quotetrack.cli.progress import Bar
from quotetrack.cli.stopping import interruptible
from quotetrack.importing import ArticleNews, Redetection, look_again, redetect
from quotetrack.importing.detecting import usual_jobs
from quotetrack.messages import message
from quotetrack.store import Project, Reading

_COUNTS = ("added", "changed", "removed", "kept")


@click.command("redetect", cls=Command, help="redetect.about")
@click.argument("project", type=click.Path(dir_okay=False, path_type=Path))
@option("--article", "articles", multiple=True, type=int, help="redetect.article")
@option("--look", is_flag=True, help="redetect.look")
@option("--each", is_flag=True, help="redetect.each")
@option("--jobs", "-j", type=click.IntRange(min=1), help="jobs")
@language_option
def redetect_articles(project: Path, articles: tuple[int, ...], jobs: int | None, **values: Any) -> None:
    """Detect again, and change what nobody has decided about."""
    with (
        Project.open(project, read_only=values["look"]) as opened,
        Bar() as bar,
        interruptible() as interrupted,
    ):
        found = look_again(
            opened, articles or None, jobs=jobs or usual_jobs(), progress=bar.show, cancelled=interrupted
        )
        lines = list(_lines(opened, found)) if values["look"] or values["each"] else []
        broken = [row.title or str(row.id) for row in opened.articles.rows(found.failed)]
        only_looked = values["look"] or found.cancelled
        done = 0 if only_looked else redetect(opened, found, progress=bar.show, cancelled=interrupted)
    for line in lines:
        click.echo(line)
    for title in broken:
        complain(f"{title}: {message('importing.warning.detection_failed', current())}")
    click.echo(
        _summary("would_change", found, found.news)
        if only_looked
        else _summary("done", found, found.news[:done])
    )
    context = click.get_current_context()
    if found.cancelled or (not only_looked and done < len(found.news)):
        context.exit(Exit.INTERRUPTED)
    if broken:
        context.exit(Exit.SOME_FAILED)


def _lines(reading: Reading, found: Redetection) -> Iterator[str]:
    """A line for each article in which something would change."""
    titles = {row.id: " ".join(row.title.split()) for row in reading.articles.rows(found.found)}
    for news in found.news:
        counts = (say(f"redetect.{name}", count=count) for name in _COUNTS if (count := getattr(news, name)))
        yield " · ".join(filter(None, (f"{news.article}.", titles[news.article], *counts)))


def _summary(key: str, found: Redetection, news: Sequence[ArticleNews]) -> str:
    counts = {name: sum(getattr(one, name) for one in news) for name in _COUNTS}
    return say(f"redetect.{key}", articles=found.looked, touched=len(news), **counts)
