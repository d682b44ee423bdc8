"""Reports: a cue, its source and its content, where the cue's frame is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quotetrack.detection.clauses.behind import Behind
from quotetrack.detection.clauses.questions import is_subordinate, may_be_noun
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.cues.scripture import Scripture
from quotetrack.detection.cues.spoken_so import SpokenSo
from quotetrack.detection.drafts.draft import Draft, Found, Range, Whose
from quotetrack.detection.drafts.frame import Frame
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import CueClass
from quotetrack.detection.reports.after_quotations import QuotationReports
from quotetrack.detection.reports.content import Extents
from quotetrack.detection.reports.framed import Contents
from quotetrack.detection.reports.inserted import Inserted
from quotetrack.detection.reports.of_nouns import NounReports
from quotetrack.detection.reports.of_verbs import VerbReports
from quotetrack.detection.reports.relays import Relays
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import with_pronouns

_SURE: Final = 2
"""The strength of a cue that can be nothing else."""
_RULES: Final = {Form.PARTICIPLE: "participle", Form.NOUN: "noun"}
"""How the rules of forms are called that are no finite verbs."""


class Reports:
    """Makes drafts of the frames."""

    def __init__(self, lexicon: Lexicon, names: Phrases, extents: Extents, subjects: Subjects) -> None:
        self._contents, self._spoken_so = Contents(lexicon, extents), SpokenSo(lexicon)
        self._relays, behind = Relays(lexicon, names), Behind(lexicon, names)
        self._verbs = VerbReports(lexicon, names, subjects, behind, self._relays)
        self._nouns = NounReports(lexicon, names, subjects, behind, self._relays)
        self._quotations, self._inserted = QuotationReports(lexicon, names), Inserted(names)
        self._excellencies = with_pronouns(lexicon.words["honorifics"])
        self._scripture = Scripture(lexicon)

    def make(self, tokens: Tokens, frames: Mapping[int, Frame], phrases: Mapping[int, Found]) -> list[Draft]:
        """The drafts of all frames, finite verbs first, so that nouns do not take their contents."""
        by_anchor: dict[int, list[Draft]] = {}
        taken: set[int] = set()
        for form in (Form.PAST, Form.PRESENT, Form.PARTICIPLE, Form.NOUN):
            for frame in frames.values():
                if frame.form.form is not form:
                    continue
                if form is Form.NOUN and frame.at in taken and not frame.form.suffix:
                    continue
                made = self._report(tokens, frame, frames, phrases)
                if form is Form.NOUN:  # وتابع فلان بالقول إن: what the noun opens is what the verb says
                    for anchor in {d.anchor for d in made} - {frame.cue}:
                        by_anchor.pop(anchor, None)
                for draft in made:
                    by_anchor.setdefault(draft.anchor, []).append(draft)
                    taken.add(draft.start)
        drafts = [draft for anchor in sorted(by_anchor) for draft in by_anchor[anchor]]
        for draft in drafts:
            draft.strength = self._strength(tokens, draft)
        self._quotations.resume(tokens, drafts, taken)
        drafts += self._quotations.make(tokens, frames.keys() | phrases.keys(), taken)
        drafts += self._inserted.make(tokens, taken.union(draft.start for draft in drafts))
        return self._without_doubles(drafts)

    @staticmethod
    def _strength(tokens: Tokens, draft: Draft) -> int:
        """How surely the anchor of a draft is the verb of a main clause."""
        either = len({form.cue.within for form in tokens.words[draft.anchor].cues}) > 1  # وردت: ورد, and رد
        doubtful = may_be_noun(tokens, draft.anchor) or is_subordinate(tokens, draft.anchor)
        return _SURE if draft.rule == "relay" or not (either or doubtful) else int(not either)

    def _without_doubles(self, drafts: list[Draft]) -> list[Draft]:
        """One draft a content start: of two cues before the same content the nearer that is surely a verb."""
        best: dict[int, Draft] = {}
        longest: dict[tuple[str, Range | None], Draft] = {}
        for draft in drafts:
            if draft.rule in ("relay", "relay-medium"):
                kept = longest.setdefault((draft.rule, draft.cue), draft)
                if draft.end - draft.start > kept.end - kept.start:
                    longest[draft.rule, draft.cue] = draft
        drafts = [d for d in drafts if longest.get((d.rule, d.cue), d) is d]
        relayed = [d for d in drafts if d.type == "reported"]
        for draft in drafts:
            if draft.type == "reported":
                continue
            other = best.get(draft.start)
            answers = other is not None and _answers(other, draft)  # سأله ابنه، فأجابه: «…»
            if other is None or answers or draft.strength == _SURE or draft.strength > other.strength:
                best[draft.start] = draft
        return relayed + list(best.values())

    def _report(
        self, tokens: Tokens, frame: Frame, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> list[Draft]:
        content, kind = self._contents.opened(tokens, frame, frames, phrases)
        if not content:
            return []
        cited = self._scripture.is_saying_cited(tokens, frame.cue)
        verb = None if cited else self._spoken_so.verb(tokens, frame)
        if verb is not None:
            beside = verb[0] + 1 == frame.cue  # وأضاف قائلا: one cue
            frame = replace(frame, cue=verb[0], form=verb[1], until=frame.cue + beside)
        form = frame.form
        rule = _RULES.get(form.form, "verb")
        draft = Draft(
            rule=f"{rule}-{frame.opening.name.lower()}",
            anchor=frame.cue,
            type=kind,
            content=content,
            cue=(frame.cue, frame.cue + 1),
            cue_class=form.cue.cue_class,
            lemma=form.cue.lemma,
            gender=form.gender,
            number=form.number,
            first_person=form.person == 1,
        )
        if form.form is Form.PARTICIPLE:
            draft.whose, behind = Whose.ATTACHED, frame.cue + 1
            if behind < frame.until and tokens.words[behind].fold in self._excellencies:
                draft.source = behind, behind + 1
            return [draft]
        if (praised := self._scripture.named(tokens, frame.cue)) is not None:
            draft.praised, draft.whose = praised, Whose.SOURCE
            return [draft]
        if form.form is Form.NOUN:
            return self._nouns.finish(tokens, frame, draft)
        made = self._verbs.finish(tokens, frame, draft)
        return (made and self._relays.through(draft, frame, phrases)) or made


def _answers(asking: Draft, draft: Draft) -> bool:
    """Whether the second of two verbs before one content answers the first."""
    asked = asking.cue_class is CueClass.QUESTION and draft.cue_class is CueClass.ANSWER
    return asked and asking.anchor < draft.anchor
