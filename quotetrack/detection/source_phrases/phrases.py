"""Source phrases in place (وفقاً لـ، بحسب، نقلاً عن، كما أعلن)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from quotetrack.detection.drafts.draft import Found, Range
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import CueClass, SpeakerKind
from quotetrack.detection.source_phrases.as_said import AsSaid
from quotetrack.detection.source_phrases.closing_verbs import ClosingVerbs
from quotetrack.detection.source_phrases.named_sources import NamedSources
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Phrase
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    COMMA,
    DASH,
    OPEN,
    STOP,
    STRAIGHT,
    WORD,
    with_pronouns,
    without_clitic,
)

_ABOUT: Final = "عن"
_THEN: Final = "ف"
_OF: Final = "من"
_FOR_THE: Final = "لل"
_ON: Final = "علي"
_TWO: Final = 2
_THIRD: Final = 3


class SourcePhrases:
    """Finds source phrases; `Covering` tells what they cover."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._sources, self._closing = NamedSources(lexicon, names), ClosingVerbs(lexicon, names)
        self._as_said = AsSaid(lexicon, names, self._sources)
        self._single = {
            first: tuple(phrase for phrase in phrases if len(phrase.words) == 1)
            for first, phrases in lexicon.phrases.items()
        }
        self._longer: dict[tuple[str, str], list[Phrase]] = {}
        for phrases in lexicon.phrases.values():
            for phrase in phrases:
                if len(phrase.words) > 1:
                    self._longer.setdefault((phrase.words[0], phrase.words[1]), []).append(phrase)
        self._starts = frozenset(lexicon.phrases)
        words = lexicon.words
        self._with_verb = words["according_rules.with_verb"]
        self._measures, self._proceeding = (
            words["according_rules.measures"],
            words["according_rules.proceeding"],
        )
        self._founded = words["acts.answers"] | words["according_rules.founded"]
        self._with_ma = words["according_rules.with_ma"]
        self._owned = with_pronouns(words["according_rules.owned"])
        self._from = words["relayed_from"]
        self._no_source, self._binding = words["according_rules.no_source"], words["according_rules.binding"]
        self._numbers, self._groups = words["counts"], words["acts.quantities"]
        self._these = words["demonstratives_alone"]
        self._pointing = words["demonstratives"] | words["same_before"]
        self._newest = words["newest"]
        self._documents = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.DOCUMENT}
        self._in_lam = words["in_lam"] - self._documents

    def find(self, tokens: Tokens) -> list[Found]:
        """All source phrases of the article."""
        found: list[Found] = []
        last = 0
        words = tokens.words
        for i in tokens.openings:
            if i < last:
                continue
            word = words[i]
            base = word.opening
            if base != word.fold and word.raw[0] == _THEN and i and words[i - 1].kind == WORD:
                continue  # لا تقتصر فحسب على
            if i and words[i - 1].preposition and not words[i - 1].pronoun:
                continue  # على حسب الموقع
            if base in self._measures and i and words[i - 1].fold in self._proceeding:
                continue  # تسير وفق القضاء
            phrase = self._phrase(tokens, i, base) if base in self._starts else None
            if base in self._owned:
                phrase = self._with_pronoun(tokens, i)
            if phrase is None and (
                base in self._with_verb or base in self._with_ma or word.fold in self._with_verb
            ):
                phrase = self._verbal(tokens, i, base)
            if phrase is not None:
                found += self._with_passed_on(tokens, phrase)
                last = found[-1].after
        closing = self._closing.find(tokens)
        return sorted(found + closing, key=lambda phrase: phrase.first) if closing else found

    @staticmethod
    def _with_pronoun(tokens: Tokens, i: int) -> Found | None:
        """The phrase that the word at i is with its pronoun («…، حسبه.», «تعود الأزمة حسبها إلى»).

        It closes a clause, stands apart, or has a preposition behind it; else it is a verb («حسبه صديقا»).
        """
        words = tokens.words
        before, behind = words[max(i - 1, 0)], words[min(i + 1, tokens.count - 1)]
        if i > tokens.sentence_starts[i] and (before.relative or before.complementiser):
            return None
        leads_on = behind.kind in (COMMA, STOP, BREAK, DASH) or behind.preposition
        if not leads_on and i + 1 < tokens.count:
            return None
        return Found(i, (i, i + 1), None, i + 1, words[i].opening, CueClass.ACCORDING)

    def _with_passed_on(self, tokens: Tokens, phrase: Found) -> list[Found]:
        """The phrase, and whom its medium passes on («بحسب ما نقلت الوكالة عن مسؤول»)."""
        words, end = tokens.words, tokens.sentence_ends[phrase.first]
        if not any(form.cue.relay for form in words[phrase.cue[1] - 1].cues):
            return [phrase]
        medium = phrase.source or (phrase.after, phrase.after)
        i = next((k for k in range(*medium) if words[k].fold == _ABOUT), medium[1])
        if i + 1 >= end or words[i].fold != _ABOUT:
            return [phrase]
        source = self._sources.source(tokens, i + 1, end, clitic=False)
        if source is None or source[0] != i + 1:
            return [phrase]
        passed = replace(phrase, first=i, source=source, after=source[1], relay=True)
        return [replace(phrase, source=(medium[0], i) if phrase.source else None, after=i), passed]

    def _phrase(self, tokens: Tokens, i: int, base: str) -> Found | None:
        words = tokens.words
        end = tokens.sentence_ends[i]
        second = words[i + 1].fold if i + 1 < end else ""
        for phrase in (*self._longer.get((base, second), ()), *self._single[base]):
            size = len(phrase.words)
            if i + size >= end or (phrase.apart and _runs_on(tokens, i)):
                continue
            if size > _TWO and any(words[i + k].fold != phrase.words[k] for k in range(_TWO, size)):
                continue
            cue_end = first = i + size
            if phrase.his:
                lemma, own = " ".join(phrase.words), not phrase.apart
                return Found(i, (i, cue_end), None, cue_end, lemma, CueClass.ACCORDING, own=own, his=not own)
            if words[first].fold in phrase.unless:
                continue
            if phrase.then == "ل":
                following = words[first]
                if following.kind == WORD and following.fold in ("ل", "لما"):
                    if following.fold == "لما":
                        return self._as_said.phrase(tokens, i, first + 1)
                    first += 1
                elif following.kind != WORD or following.fold[0] != "ل":
                    continue
            elif phrase.then:
                if words[first].fold != phrase.then:
                    continue
                first += 1
                cue_end = first
            elif words[first].fold == "ما":
                return self._as_said.phrase(tokens, i, first + 1)
            leans = phrase.then == "ل" and first == cue_end
            found = self._named(tokens, (i, cue_end), first, end, " ".join(phrase.words), clitic=leans)
            if found is None and size > 1:
                continue  # بحسب رواية جديدة
            if found is not None:
                found.relay, found.relayed = phrase.then in self._from, phrase.relay
            if found is not None and not found.own:
                found.clitic = leans
            return found
        return None

    def _named(
        self, tokens: Tokens, cue: Range, first: int, end: int, lemma: str, *, clitic: bool
    ) -> Found | None:
        words = tokens.words
        if first >= end:
            return None
        head = words[first]
        if head.kind == WORD:
            fold = head.fold
            if clitic or fold.startswith(_FOR_THE):
                fold = without_clitic(fold, self._in_lam)
            if fold in self._these and not (first + 1 < end and words[first + 1].definite):
                return Found(cue[0], cue, (first, first + 1), first + 1, lemma, CueClass.ACCORDING)
            if fold in self._pointing:  # وفقا لهذه الخطة
                fold = words[min(first + 1, end - 1)].fold
            elif (counted := self._counted(tokens, first, fold)) is not None:
                fold = counted
            newest = first + 1 < end and words[first + 1].fold in self._documents
            if (fold in self._no_source and not (newest and fold in self._newest)) or fold[:1].isdigit():
                return None
            if fold in self._binding and _runs_on(tokens, cue[0]):
                return None  # عوقب وفقا للائحة
        elif head.kind not in (OPEN, STRAIGHT):
            return None
        if head.kind == WORD and any(c.suffix for c in head.cues):
            return Found(cue[0], cue, None, first + 1, lemma, CueClass.ACCORDING, own=True)
        source = self._sources.source(tokens, first, end, clitic=clitic)
        if source is None or not self._sources.may_speak(tokens, first, clitic=clitic):
            return None
        closed = source[1] >= tokens.count or words[source[1]].kind != WORD
        apart = cue[0] > 0 and words[cue[0] - 1].kind == COMMA and closed
        if head.fold in self._sources.theirs and not apart:
            return None  # تصنيف الشركات حسب سجلها
        return Found(cue[0], cue, source, source[1], lemma, CueClass.ACCORDING)

    def _counted(self, tokens: Tokens, first: int, fold: str) -> str | None:
        """What the number or the group at `first`, spelt `fold`, is of (ثلاثة ضوابط، مجموعة من المعايير)."""
        words = tokens.words
        if first + 2 >= tokens.count:
            return None
        if fold in self._groups and words[first + 1].fold == _OF:
            return words[first + 2].fold
        return words[first + 1].fold if fold in self._numbers else None

    def _verbal(self, tokens: Tokens, i: int, base: str) -> Found | None:
        j = i + 1
        words = tokens.words
        if (
            words[i].preposition
            and i
            and (words[i - 1].noun & nouns.OCCASION or words[i - 1].fold in self._founded)
        ):
            return None  # ردا على ما جاء في
        if j < tokens.count and words[j].fold == "ما" and base in self._with_ma:
            found = self._as_said.phrase(tokens, i, j + 1)
            return None if words[i].fold == _ON and not self._is_told_so(tokens, found) else found
        if base in self._with_verb:
            return self._as_said.phrase(tokens, i, j + (j < tokens.count and words[j].fold == "ما"))
        return None

    @staticmethod
    def _is_told_so(tokens: Tokens, found: Found | None) -> bool:
        """Whether «على ما» with a verb is «as he said» («على ما أفاد مصدر»), not what a word before governs.

        The press names who said it, and puts it behind a comma where the verb has its pronoun
        («شكره على ما قاله الوزير»، «والله على ما أقول شهيد»).
        """
        if found is None or found.source is None:
            return False
        words, verb = tokens.words, found.cue[0] + _TWO
        if all(c.person != _THIRD for c in words[verb].cues):
            return False
        held = words[verb].object or found.cue[1] > verb + 1
        return not held or (found.first > 0 and words[found.first - 1].kind in (COMMA, DASH))


def _runs_on(tokens: Tokens, i: int) -> bool:
    """Whether a word of the same sentence stands right before the one at i."""
    return i > tokens.sentence_starts[i] and tokens.words[i - 1].kind == WORD
