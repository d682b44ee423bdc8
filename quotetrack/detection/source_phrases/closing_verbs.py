"""Verbs of saying that close a sentence which is no quotation (ارتفعت الأسعار، يضيف المصدر ذاته.)."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Found, Range
from quotetrack.detection.noun_phrases.asides import Asides
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import CueClass
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COLON, COMMA, STOP, WORD, Word

_SAYING: Final = frozenset(
    (
        CueClass.STATEMENT,
        CueClass.ADDITION,
        CueClass.EXPLANATION,
        CueClass.CONFIRMATION,
        CueClass.RELAY,
    )
)
_FEWEST: Final = 3
"""The fewest words of what such a verb closes."""
_LONGEST: Final = 60
"""How many words before the verb are looked at for one of their own."""
_THIRD: Final = 3


class ClosingVerbs:
    """Finds them by a lexicon; `Covering` tells what they close."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names, self._asides = names, Asides(lexicon)
        self._same = lexicon.words["same"] | lexicon.words["same_before"]

    def find(self, tokens: Tokens) -> list[Found]:
        """All verbs in the present between a comma and a source with which their sentence ends."""
        return [found for i in tokens.cues if (found := self._at(tokens, i)) is not None]

    def _at(self, tokens: Tokens, i: int) -> Found | None:
        words, end = tokens.words, tokens.sentence_ends[i]
        form = _form(words[i])
        if form is None or not i or words[i - 1].kind != COMMA or i - 2 in tokens.quote_end:
            return None
        source = self._names.noun_phrase(tokens, i + 1, end)
        if source is None or source[0] != i + 1 or not self._ends(tokens, source[1], end):
            return None
        if not self._speaks(tokens, source) or not _is_clause(tokens, i):
            return None
        return Found(i, (i, i + 1), source, source[1], form.cue.lemma, form.cue.cue_class)

    def _ends(self, tokens: Tokens, after: int, end: int) -> bool:
        """Whether only asides stand between a source and the end of its sentence, and nobody is quoted."""
        words = tokens.words
        last = self._asides.skip(tokens, after, end)
        if last + 1 < end and words[after].kind == COMMA and (words[last].head or words[last].title):
            last = next((k for k in range(last, end) if words[k].kind != WORD or words[k].finite), end)
        if last >= end:
            return after >= end
        said = any(word.complementiser or word.kind == COLON for word in words[after:last])
        if said or words[last].kind not in (STOP, BREAK):
            return False
        behind = last + 1
        quoted = any(k in tokens.quote_at for k in range(after, behind + 1))
        return not quoted and (behind >= tokens.count or words[behind].kind != STOP)

    def _speaks(self, tokens: Tokens, source: Range) -> bool:
        """Whether a source names somebody, or takes up who has spoken (المصدر ذاته)."""
        said = tokens.words[source[0] : source[1]]
        known = nouns.SOMEBODY | nouns.DOCUMENT
        somebody = any(w.title or w.head or w.given or w.naming or w.noun & known for w in said)
        again = any(w.fold in self._same for w in said)
        return somebody or again or said[0].stem in tokens.named


def _form(word: Word) -> CueForm | None:
    """The form of a verb of saying in the present that nothing adds to what stands before it, or None."""
    if not word.finite or word.joined:
        return None
    forms = (c for c in word.cues if c.form is Form.PRESENT and c.person == _THIRD and not c.jussive)
    form = next(forms, None)
    says = form is not None and form.cue.quotes and form.cue.cue_class in _SAYING
    return form if says and not word.object else None


def _is_clause(tokens: Tokens, i: int) -> bool:
    """Whether what stands before the verb at i in its sentence tells something.

    «وفي هذا الصدد» and «في الوقت الذي تتجه فيه الأنظار إلى العاصمة» do not.
    """
    words = tokens.words
    first = max(tokens.sentence_starts[i], i - _LONGEST)
    first = next((k + 1 for k in range(i - 1, first - 1, -1) if words[k].kind == COLON), first)
    if sum(word.kind == WORD for word in words[first:i]) < _FEWEST:
        return False
    if words[first].preposition and words[first + 2].relative and _runs_on(tokens, first, i):
        return False
    verbs = (k for k in range(first, i) if words[k].finite or words[k].verbal)
    own = any(k == first or not words[k - 1].relative for k in verbs)
    return own or not (words[first].preposition or words[first].adverbial or words[first].joined)


def _runs_on(tokens: Tokens, first: int, i: int) -> bool:
    """Whether no comma stands between `first` and the one before the verb at i."""
    return all(word.kind != COMMA for word in tokens.words[first : i - 1])
