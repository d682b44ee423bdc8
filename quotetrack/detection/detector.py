"""Detection: from a frozen text to its attributions.

The way: cut the text (tokens), find the frames of cues, then let each rule make drafts, nest them,
resolve their speakers and turn token numbers into offsets.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from quotetrack.detection.acts.acts import Acts
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.confidence import confidence_of, how_found
from quotetrack.detection.cues.frames import Frames
from quotetrack.detection.drafts.draft import Draft, Found
from quotetrack.detection.drafts.frame import Frame
from quotetrack.detection.morphology import Morphology, installed
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import Attribution, AttributionType, Gender, Number, Span
from quotetrack.detection.reports.content import Extents
from quotetrack.detection.reports.covering import Covering
from quotetrack.detection.reports.issued import Issued
from quotetrack.detection.reports.of_this import ReportsOfThis
from quotetrack.detection.reports.reports import Reports
from quotetrack.detection.reports.turns import Turns
from quotetrack.detection.source_phrases.phrases import SourcePhrases
from quotetrack.detection.speakers.resolution import Resolver
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon, lexicon
from quotetrack.detection.words.vocabulary import Vocabulary
from quotetrack.detection.words.word import WORD

_AS: Final = "كما"
"""Behind it a verb of saying may open a report besides (كما أكد أن)."""
_OWNED: Final = ("ه", "ها", "هم")


class Detector:
    """Finds attributions by one lexicon; keeps what it learned about words, nothing about texts.

    `morphology` is asked where text and lexicon are silent: for the gender of a first name.
    """

    def __init__(self, lexicon: Lexicon, morphology: Morphology | None = None) -> None:
        self._vocabulary = Vocabulary(lexicon)
        names = Phrases(lexicon)
        subjects = Subjects(lexicon, names)
        extents = Extents(lexicon, subjects)
        self._frames = Frames(lexicon)
        self._phrases, self._covering = SourcePhrases(lexicon, names), Covering(lexicon)
        self._reports = Reports(lexicon, names, extents, subjects)
        self._of_this = ReportsOfThis(lexicon, names)
        self._issued = Issued(lexicon, names, extents, subjects)
        self._acts = Acts(lexicon, names, extents, subjects)
        self._turns = Turns(lexicon, names)
        self._resolver = Resolver(lexicon, names, subjects, morphology)

    def detect(self, text: str) -> list[Attribution]:
        """The attributions in `text`, in the order of their cues.

        Offsets count the code points of `text` as it is. An article without Arabic, or without
        reports, gives an empty list.
        """
        tokens, drafts = self.drafts(text)
        self._resolver.resolve(tokens, drafts)
        return [_attribution(tokens, draft) for draft in _somebodys(tokens, drafts)]

    def frames(self, text: str) -> tuple[Tokens, list[Found], dict[int, Frame]]:
        """The first steps: the text cut, its source phrases, and the frames of its cues by token."""
        tokens = Tokens(text, self._vocabulary)
        phrases = self._phrases.find(tokens)
        starts = {phrase.first: phrase for phrase in phrases}
        words = tokens.words
        # «بحسب ما ذكرت الوكالة»: the verb belongs to the phrase.
        firsts = ((p.first + 1 + words[p.first].fold.endswith(_AS), p.cue[1]) for p in phrases)
        theirs = {k for first in firsts for k in range(*first) if words[k].finite}
        passed = starts.keys() | theirs
        frames = {}
        for i in tokens.cues:
            if i not in passed and (frame := self._frames.find(tokens, i, starts)) is not None:
                frames[i] = frame
                passed.update(frame.beside)
        held = {f.at: i for i, f in frames.items() if self._frames.holds(tokens, f)}
        return tokens, phrases, {i: f for i, f in frames.items() if held.get(f.at, i) == i}

    def drafts(self, text: str) -> tuple[Tokens, list[Draft]]:
        """All steps but the speakers: drafts in the order of their cues, nested."""
        tokens, phrases, frames = self.frames(text)
        starts = {phrase.first: phrase for phrase in phrases}
        drafts = self._reports.make(tokens, frames, starts) + self._of_this.make(tokens, frames)
        drafts += self._issued.make(tokens, frames)
        drafts += self._turns.make(tokens, drafts)
        acts = self._acts.make(tokens, frames, starts, drafts)
        drafts = _without_felt(drafts + acts)
        covering = self._covering.make(tokens, phrases, drafts)
        drafts += covering + self._acts.media(tokens, covering)
        drafts.sort(key=lambda d: (d.anchor, d.start))
        _nest(drafts)
        return tokens, _spoken(tokens, drafts)


def _without_felt(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of nouns that open what another expresses (عبر عن إدانته «الشديدة»)."""
    felt = {(draft.start, draft.end) for draft in drafts if draft.type is AttributionType.MIXED}
    return [d for d in drafts if d.rule != "noun-quotation" or (d.anchor, d.end) not in felt]


def _spoken(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of the writer's own «أعتقد أن»: a first person whom nobody quotes."""
    kept = [d for d in drafts if not (d.first_person and d.parent is None and d.anchor not in tokens.inside)]
    if len(kept) == len(drafts):
        return drafts
    _nest(kept)
    return kept


def _somebodys(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts, their speakers known, without those of things that only show something.

    «الإنجازات تشير إلى تقدم»، «تلك النتائج تؤكد أن».
    """
    kept = [d for d in drafts if not (d.anothers and _is_of_nobody(tokens, d))]
    if len(kept) == len(drafts):
        return drafts
    _nest(kept)
    return kept


def _is_of_nobody(tokens: Tokens, draft: Draft) -> bool:
    """Whether a verb in the singular that is of none who speaks is an act, or stands behind a noun."""
    if draft.speaker is not None or draft.number is not Number.SINGULAR:
        return False
    if draft.rule == "speech-act":
        return True
    verb, before = tokens.words[draft.anchor], tokens.words[max(draft.anchor - 1, 0)]
    she = draft.rule == "verb-clause" and draft.gender is Gender.FEMININE  # or «you»: هل تعتقد أن
    shows = she and verb.cues[0].form is Form.PRESENT and not verb.joined
    somebody = before.naming or before.raw.endswith(_OWNED)  # بلاده تتوقع أن
    return (
        shows and before.kind == WORD and not (somebody or before.finite or before.verbal or before.relative)
    )


def _nest(drafts: list[Draft]) -> None:
    """Give each draft the smallest other one whose content holds all of it.

    One sweep from left to right: only contents that are still open can hold what comes.
    """
    starts, ends = [draft.start for draft in drafts], [draft.end for draft in drafts]
    sizes = [end - start for start, end in zip(starts, ends, strict=True)]
    reaches = [_reach(draft) for draft in drafts]
    hosts = sorted((i for i, d in enumerate(drafts) if d.type != "reported"), key=starts.__getitem__)
    opened: list[int] = []
    following = 0
    for i in sorted(range(len(drafts)), key=lambda i: reaches[i][0]):
        low, high = reaches[i]
        while following < len(hosts) and starts[hosts[following]] <= low:
            opened.append(hosts[following])
            following += 1
        opened = [j for j in opened if ends[j] > low]
        holding = [j for j in opened if j != i and high <= ends[j] and sizes[j] > sizes[i]]
        drafts[i].parent = min(holding, key=lambda j: (sizes[j], j), default=None)


def _reach(draft: Draft) -> tuple[int, int]:
    """The first token of content and cue, and the one after the last."""
    if draft.cue is None:
        return draft.start, draft.end
    return min(draft.start, draft.cue[0]), max(draft.end, draft.cue[1])


def _attribution(tokens: Tokens, draft: Draft) -> Attribution:
    def span(part: tuple[int, int] | None) -> Span | None:
        return tokens.span(*part) if part else None

    cue, source = span(draft.cue), span(draft.source)
    how = how_found(cue, source, draft.speaker)
    return Attribution(
        type=draft.type,
        content=tuple([tokens.span(*part) for part in draft.content]),
        cue=cue,
        source=source,
        speaker=draft.speaker,
        parent=draft.parent,
        cue_class=draft.cue_class,
        cue_lemma=draft.lemma,
        rule=draft.rule,
        confidence=confidence_of(draft.rule, draft.type, has_source=source is not None, speaker_how=how),
    )


@cache
def _detector() -> Detector:
    return Detector(lexicon(), installed())


def detect(text: str) -> list[Attribution]:
    """Find who said what in an Arabic article.

    Args:
        text: the article's frozen text.

    Returns:
        Attributions in text order; offsets are code points of `text`, ends exclusive; `parent` is
        an index into the list.

    Raises:
        LexiconError: a lexicon file was edited into something that cannot be read.
    """
    return _detector().detect(text)
