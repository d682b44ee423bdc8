"""Pair detected with annotated attributions and count.

Figures (percent):
  found       precision, recall, F1: content overlaps one gold content with IoU >= 0.5 (in tokens)
  attributed  the same, and the speaker is right too: the headline
  strict      the same as found, with exactly the gold's content tokens
  soft        overlap-weighted precision, recall, F1 (as in Pareti 2013)
  speaker, source, cue, type: share right among the found
  reported    precision, recall, F1 of the speech acts alone (type `reported` on both sides)
`reported` attributions are otherwise left out: the gold's ask for nothing, and what overlaps them
costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from quotetrack.detection.records import Attribution, AttributionType
from quotetrack.evaluation.cues import class_of
from quotetrack.evaluation.gold import GoldArticle, Problem, problems_of
from quotetrack.evaluation.sides import Side, Tokens, overlap, pair, same_speaker

Detect = Callable[[str], Sequence[Attribution]]

_REPORTED = AttributionType.REPORTED


@dataclass(frozen=True, slots=True)
class Prf:
    """Precision, recall and F1 in percent, to one decimal."""

    p: float
    r: float
    f1: float

    @classmethod
    def of(cls, precise: float, recalled: float, detected: int, gold: int) -> Prf:
        """From what was right among the detected and what was found of the gold."""
        p = 100 * precise / detected if detected else 0.0
        r = 100 * recalled / gold if gold else 0.0
        return cls(round(p, 1), round(r, 1), round(2 * p * r / (p + r), 1) if p + r else 0.0)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one run; see the head of this module."""

    attributed: Prf
    found: Prf
    strict: Prf
    soft: Prf
    reported: Prf
    speaker: float
    source: float
    cue: float
    type: float
    gold: int
    predicted: int


@dataclass(slots=True)
class Counts:
    """Counts of one group: a type, a cue class or a rule."""

    gold: int = 0
    detected: int = 0
    found: int = 0
    right: int = 0
    precise: int = 0
    precise_right: int = 0

    @property
    def attributed(self) -> Prf:
        """Found with the right speaker."""
        return Prf.of(self.precise_right, self.right, self.detected, self.gold)

    @property
    def content(self) -> Prf:
        """Found, whoever speaks."""
        return Prf.of(self.precise, self.found, self.detected, self.gold)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One miss, one extra, or one wrong speaker. `kind` is "missed", "spurious" or "speaker"."""

    article: str
    kind: str
    what: str
    content: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A detected attribution, the article it is in, and whether content and speaker are right."""

    article: str
    attribution: Attribution
    right: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything about one run of detection over annotated articles."""

    figures: Figures
    by_type: dict[str, Counts]
    by_class: dict[str, Counts]
    by_rule: dict[str, Counts]
    mistakes: tuple[Mistake, ...]
    judged: tuple[Judged, ...] = field(repr=False)
    articles: int = 0
    problems: tuple[Problem, ...] = ()


def evaluate(articles: Sequence[GoldArticle], detect: Detect) -> Evaluation:
    """Run `detect` over annotated articles and compare."""
    tally = _Tally()
    for article in articles:
        tally.add(article, detect(article.text))
    return Evaluation(
        figures=tally.figures(),
        by_type=tally.by_type,
        by_class=tally.by_class,
        by_rule=tally.by_rule,
        mistakes=tuple(tally.mistakes),
        judged=tuple(tally.judged),
        articles=len(articles),
        problems=tuple(problems_of(articles)),
    )


class _Tally:
    """Adds up article after article."""

    def __init__(self) -> None:
        self._gold = self._detected = self._found = self._attributed = self._strict = 0
        self._soft_p = self._soft_r = 0.0
        self._acts = self._acts_detected = self._acts_found = 0
        self._right = {"speaker": 0, "source": 0, "cue": 0, "type": 0}
        self.by_type: dict[str, Counts] = {}
        self.by_class: dict[str, Counts] = {}
        self.by_rule: dict[str, Counts] = {}
        self.mistakes: list[Mistake] = []
        self.judged: list[Judged] = []

    def add(self, article: GoldArticle, attributions: Sequence[Attribution]) -> None:
        """Compare the attributions detected in one article with its annotations."""
        tokens = Tokens(article.text)
        gold = [tokens.side(annotated) for annotated in article.attributions]
        detected = [tokens.side(attribution) for attribution in attributions if attribution.content]
        detected = [side for side in detected if side.content]
        self._add_acts(article, gold, [side for side in detected if side.type is _REPORTED])
        self._add_reports(article, gold, [side for side in detected if side.type is not _REPORTED])

    def _add_acts(self, article: GoldArticle, gold: Sequence[Side], acts: Sequence[Side]) -> None:
        asked = [g for g in gold if g.type is _REPORTED]
        pairs = pair(asked, acts)
        self._acts += len(asked)
        self._acts_detected += len(acts)
        self._acts_found += len(pairs)
        self._group(asked, acts, pairs)
        self._judge(article, acts, pairs)

    def _add_reports(self, article: GoldArticle, gold: Sequence[Side], reports: Sequence[Side]) -> None:
        asked = [g for g in gold if g.type is not _REPORTED]
        acts = [g for g in gold if g.type is _REPORTED]
        pairs = pair(gold, reports)
        matched = {d for _, d in pairs}
        free = {d for g, d in pairs if g.type is _REPORTED} | {
            d for d in reports if d not in matched and any(overlap(d.content, g.content) > 0.3 for g in acts)
        }
        pairs = [(g, d) for g, d in pairs if g.type is not _REPORTED]
        counted = [d for d in reports if d not in free]
        self._gold += len(asked)
        self._detected += len(counted)
        self._found += len(pairs)
        for g, d in pairs:
            self._add_pair(g, d)
        self._soft_r += sum(_best(g, reports) for g in asked)
        self._soft_p += sum(_best(d, gold) for d in counted)
        self._group(asked, counted, pairs)
        self._judge(article, counted, pairs)
        self._blame(article, asked, counted, pairs)

    def _add_pair(self, g: Side, d: Side) -> None:
        same = same_speaker(g.speaker, d.speaker)
        self._attributed += same
        self._strict += g.content == d.content
        self._right["speaker"] += same
        self._right["source"] += g.source == d.source
        self._right["cue"] += g.cue == d.cue
        self._right["type"] += g.type is d.type

    def _group(
        self, gold: Sequence[Side], counted: Sequence[Side], pairs: Sequence[tuple[Side, Side]]
    ) -> None:
        known = {g: str(d.detected.cue_class) for g, d in pairs if d.detected}
        for g in gold:
            group = known.get(g) or str(class_of(g.cue_text))
            for counts in (_in(self.by_type, str(g.type)), _in(self.by_class, group)):
                counts.gold += 1
        for d in counted:
            assert d.detected
            for counts in self._groups(d):
                counts.detected += 1
        for g, d in pairs:
            assert d.detected
            same = same_speaker(g.speaker, d.speaker)
            for counts in (_in(self.by_type, str(g.type)), _in(self.by_class, str(d.detected.cue_class))):
                counts.found += 1
                counts.right += same
            for counts in self._groups(d):
                counts.precise += 1
                counts.precise_right += same

    def _groups(self, d: Side) -> tuple[Counts, Counts, Counts]:
        assert d.detected
        return (
            _in(self.by_type, str(d.type)),
            _in(self.by_class, str(d.detected.cue_class)),
            _in(self.by_rule, d.detected.rule),
        )

    def _judge(
        self, article: GoldArticle, counted: Sequence[Side], pairs: Sequence[tuple[Side, Side]]
    ) -> None:
        right = {d for g, d in pairs if same_speaker(g.speaker, d.speaker)}
        self.judged += [Judged(article.name, d.detected, d in right) for d in counted if d.detected]

    def _blame(
        self,
        article: GoldArticle,
        asked: Sequence[Side],
        counted: Sequence[Side],
        pairs: Sequence[tuple[Side, Side]],
    ) -> None:
        def add(kind: str, what: str, side: Side, detected: Side | None) -> None:
            rule = detected.detected.rule if detected and detected.detected else ""
            content = side.span.of(article.text).replace("\n", " ")[:90]
            self.mistakes.append(Mistake(article.name, kind, what, content, rule))

        for g, d in pairs:
            if not same_speaker(g.speaker, d.speaker):
                add("speaker", f"{g.speaker} <> {d.speaker}", g, d)
        found = {side for both in pairs for side in both}
        for g in asked:
            if g not in found:
                add("missed", f"{g.type} {g.cue_text or None}", g, None)
        for d in counted:
            if d not in found:
                add("spurious", f"{d.type} {d.speaker}", d, d)

    def figures(self) -> Figures:
        """The figures of everything that was added."""

        def both(hits: float) -> Prf:
            return Prf.of(hits, hits, self._detected, self._gold)

        def share(name: str) -> float:
            return round(100 * self._right[name] / self._found, 1) if self._found else 0.0

        return Figures(
            attributed=both(self._attributed),
            found=both(self._found),
            strict=both(self._strict),
            soft=Prf.of(self._soft_p, self._soft_r, self._detected, self._gold),
            reported=Prf.of(self._acts_found, self._acts_found, self._acts_detected, self._acts),
            speaker=share("speaker"),
            source=share("source"),
            cue=share("cue"),
            type=share("type"),
            gold=self._gold,
            predicted=self._detected,
        )


def _in(groups: dict[str, Counts], name: str) -> Counts:
    return groups.setdefault(name, Counts())


def _best(side: Side, others: Iterable[Side]) -> float:
    """The largest share of a side's content that one of the others covers."""
    most = max((len(side.content & other.content) for other in others), default=0)
    return most / max(1, len(side.content))
