"""Reports whose verb stands behind the quotation: «…»، قال فلان."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from quotetrack.detection.clauses.since import is_main_verb
from quotetrack.detection.drafts.draft import Draft, Range, Whose
from quotetrack.detection.drafts.types import content_type
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.text.quotations import Quotation
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import SHADDA, CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, DASH, STOP, WORD

_WHAT: Final = "ما"
_AND: Final = "و"
_DOTS: Final = ".."
_SPOKEN: Final = nouns.ORDINARY | nouns.SAYS
_FEWEST: Final = 3
"""The fewest words in marks that somebody said."""
_SOURCE: Final = 10
"""Within how many tokens behind a verb the comma stands behind which a quotation goes on."""
_NAME: Final = 4
"""The most words of a name in quotation marks."""


class QuotationReports:
    """Makes drafts of quotations with a verb behind them."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names = names
        self._thus, self._this = lexicon.words["thus"], lexicon.words["demonstratives"]

    def make(self, tokens: Tokens, cues: Container[int], taken: Container[int]) -> list[Draft]:
        """The drafts of quotations that do not open at a token of `taken`.

        The verbs are none of `cues`, the tokens that begin a report or a source phrase of their own.
        """
        drafts = []
        for close, quotation in tokens.quote_end.items():
            opener = quotation.open
            if opener in taken or opener in tokens.inside:
                continue
            i = self._behind(tokens, close)
            if i >= tokens.count:
                continue
            thus = tokens.words[i - 1].fold in self._thus
            if quotation.words < _FEWEST and not _says(tokens, quotation, i, thus=thus):
                continue
            if i not in cues and _may_report(tokens, i, quotation, thus=thus):
                draft = self._report(tokens, i, quotation)
            else:
                draft = self._headed(tokens, close, quotation)
            if draft is not None:
                drafts.append(draft)
        return drafts

    def _headed(self, tokens: Tokens, close: int, quotation: Quotation) -> Draft | None:
        """The draft of a headline that ends with who says so («…».. الوزير يؤكد), or None."""
        words, end = tokens.words, tokens.first_break
        if close + 2 >= end or words[close + 1].kind != STOP or not words[end - 1].finite:
            return None
        source = self._names.noun_phrase(tokens, close + 2, end - 1)
        if source != (close + 2, end - 1) or not _form(tokens, end - 1).cue.quotes:
            return None
        return quoted(tokens, end - 1, _form(tokens, end - 1), quotation, source)

    def resume(self, tokens: Tokens, drafts: list[Draft], taken: set[int]) -> None:
        """Let the drafts whose verb interrupts what is said begin before it («…»، قال فلان، «…»).

        What they take in is added to `taken`, the tokens at which contents begin.
        """
        for draft in drafts:
            i, verb = draft.anchor, tokens.words[draft.anchor]
            quotation = tokens.quote_end.get(i - 1 - (i > 1 and tokens.words[i - 1].kind == COMMA))
            if quotation is None or quotation.words < _FEWEST or quotation.open in taken:
                continue
            if quotation.open and tokens.words[quotation.open - 1].kind == WORD:
                continue  # بحسب موقع «نهر الضفاف اليوم»، عبر المدير عن «…»
            resumed = draft.source is not None and draft.source[1] <= draft.start in tokens.quote_at
            if resumed and verb.finite and not verb.joined and quotation.open not in tokens.inside:
                draft.content.insert(0, (quotation.open, quotation.close + 1))
                taken.add(quotation.open)

    def _behind(self, tokens: Tokens, close: int) -> int:
        """The token behind the closing mark at `close` and what may stand between it and a verb."""
        words = tokens.words
        i = close + 1
        if i + 1 < tokens.count and words[i].raw.startswith(_DOTS) and words[i + 1].fold in self._thus:
            i += 1  # «…».. بهذه الكلمات لخص فلان
        while i < tokens.count and (
            words[i].kind == COMMA or words[i].kind == DASH or words[i].fold in self._thus
        ):
            i += 1
        if i + 2 < tokens.count and words[i].fold in self._this and words[i + 1].fold == _WHAT:
            i += 2  # «…»، هذا ما قاله فلان
        return i

    def _report(self, tokens: Tokens, i: int, quotation: Quotation) -> Draft | None:
        """The draft of the quotation and the verb at i, or None where that has no subject."""
        form, verb = _form(tokens, i), tokens.words[i]
        further = _further(tokens, i)
        until = tokens.sentence_ends[i] if further is None else further.open - 1
        source = self._names.noun_phrase(tokens, i + 1, until)
        if source is not None and (source[0] > i + 2 or _goes_on(tokens, i + 1)):
            source = None
        comma = tokens.words[quotation.close + 1].kind == COMMA
        alone = comma and (form.form is Form.PRESENT or verb.object or _opens(tokens, quotation))
        if source is None and form.person == 3 and not alone:
            return None  # but «…»، تضيف، «…»، قالها ومضى
        draft = quoted(tokens, i, form, quotation, source)
        if further is not None and verb.finite and not verb.joined:
            draft.content.append((further.open, further.close + 1))
        return draft


def quoted(tokens: Tokens, i: int, form: CueForm, quotation: Quotation, source: Range | None) -> Draft:
    """The draft of a quotation that the verb at i, of the form `form`, reports behind it or within."""
    content = [(quotation.open, quotation.close + 1)]
    return Draft(
        rule="verb-after",
        anchor=i,
        type=content_type(tokens, content),
        content=content,
        cue=(i, i + 1),
        source=source,
        whose=Whose.SOURCE if source else Whose.CONTINUED,
        cue_class=form.cue.cue_class,
        lemma=form.cue.lemma,
        gender=form.gender,
        number=form.number,
    )


def _further(tokens: Tokens, i: int) -> Quotation | None:
    """The quotation that goes on behind a comma and the verb at i («…»، يقول الحاج سامي، «…»)."""
    words, end = tokens.words, tokens.sentence_ends[i]
    comma = next((k for k in range(i + 1, min(i + _SOURCE, end)) if words[k].kind == COMMA), None)
    found = None if comma is None else tokens.quote_at.get(comma + 1)
    verbs = comma is not None and any(w.finite or w.complementiser for w in words[i + 1 : comma])
    if found is None or verbs:
        return None
    after = words[found.close + 1] if found.close + 1 < tokens.count else None
    return None if after is not None and after.kind == COMMA else found


def _opens(tokens: Tokens, quotation: Quotation) -> bool:
    """Whether a sentence begins with the quotation."""
    return tokens.sentence_starts[quotation.open] == quotation.open


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether و adds another verb at i, which is no name («…»، قالتها ومضت)."""
    word = tokens.words[i] if i < tokens.count else None
    if word is None or word.kind != WORD or word.raw[0] != _AND or word.given or word.given_added:
        return False
    return word.finite or word.verbal or bool(word.noun & (nouns.AND_VERB | nouns.MAY_BE_VERB))


def _says(tokens: Tokens, quotation: Quotation, i: int, *, thus: bool) -> bool:
    """Whether one or two words in marks that open a sentence are said, and no name («تعبنا»، يقول)."""
    words = tokens.words
    if words[quotation.close + 1].kind != COMMA or not _opens(tokens, quotation):
        return False
    if words[i].object or thus:
        return True  # «ممنوع»، قالها الحارس، «الخبز أولا»، هكذا يجيب
    first, said = words[quotation.open + 1], words[quotation.open + 1 : quotation.close]
    named = first.given and not first.complementiser  # آنا, not أنا
    if first.definite or first.naming or first.head or first.title or named:
        return False
    return any(w.finite or w.verbal or w.adverbial or w.pronoun or w.noun & _SPOKEN for w in said)


def _may_report(tokens: Tokens, i: int, quotation: Quotation, *, thus: bool) -> bool:
    """Whether the word at i is a verb that may report the quotation before it, `thus` or as it is."""
    word, adjoins = tokens.words[i], i == quotation.close + 1
    if not word.finite or word.joined or is_main_verb(tokens, i):
        return False
    if not _form(tokens, i).cue.quotes or (word.cues[0].cue.describes and not thus):
        return False
    if quotation.open and quotation.words <= _NAME and tokens.words[quotation.open - 1].naming:
        return False  # اطلعت عليها شبكة "بي تي إن"، دعا فلان إلى
    named = tokens.words[quotation.open + 1]
    if adjoins and quotation.words <= _NAME and (named.naming or named.head):
        return False  # «هيئة الطيران المدني» تتابع استكمال …
    return not (word.preposition and adjoins and SHADDA not in word.raw)  # «توسيع التعاون» بين البلدين


def _form(tokens: Tokens, i: int) -> CueForm:
    """The first finite form that the word at i may be."""
    return next(c for c in tokens.words[i].cues if c.form in (Form.PAST, Form.PRESENT))
