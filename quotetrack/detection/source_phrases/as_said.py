"""Verbs of saying in source phrases: «كما أعلن الوزير»، «بحسب ما أفاد به مصدر»."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Found, Range
from quotetrack.detection.noun_phrases.late_names import LateNames
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import CueClass, SpeakerKind
from quotetrack.detection.source_phrases.named_sources import NamedSources, is_somebody
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COMMA, DASH, PERCENT, STOP, WORD

_NEVER_AS: Final = frozenset(
    (
        CueClass.ACCUSATION,
        CueClass.ADDITION,
        CueClass.DENIAL,
        CueClass.DIRECTIVE,
        CueClass.PRAISE,
        CueClass.PROMISE,
        CueClass.WARNING,
    )
)
"""What «كما» with a verb of these classes says is «also», never «as»."""
_OF: Final = "من"
_DAY: Final = 5
"""The most tokens of an aside between a verb and who speaks."""
_ASIDES: Final = 30
"""The most tokens of asides between «كما أكد الوزير» and what he said."""
_TWO: Final = 2
_NEAR: Final = 4
_TOPIC: Final = 3
"""Within how many tokens of a sentence «كما تقول» stands behind what it is about."""
_NAME: Final = 3
"""The most words in marks behind «كما قال» that name who said it."""


class AsSaid:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases, sources: NamedSources) -> None:
        words = lexicon.words
        self._names, self._late, self._sources = names, LateNames(lexicon, names), sources
        self._with_verb = words["according_rules.with_verb"]
        self._also, self._negations = words["also"], words["jussive"] | words["denying_nouns"]
        self._within, self._auxiliaries = words["within"], words["auxiliaries"]
        self._for_their_part, self._begins_with_b = words["for_their_part"], words["begins_with_b"]
        self._kinds = lexicon.kinds

    def phrase(self, tokens: Tokens, i: int, j: int) -> Found | None:
        """The phrase at i whose verb of saying stands at j: كما أعلن الوزير."""
        words, end = tokens.words, tokens.sentence_ends[i]
        verb = self._verb(tokens, i, j, end)
        if verb is None:
            return None
        form, cue_end = verb
        source, at = self._source(tokens, cue_end, end, form)
        also = words[i].base in self._also
        if source is None and cue_end < end and also:
            behind = words[cue_end]
            if behind.noun & nouns.IN_ACCUSATIVE and not behind.adverbial:
                return None  # كما سجل هدفا
        if source is not None and self._says_nothing(tokens, source):
            return None
        if source is not None and self._is_apart(tokens, i, cue_end, end, source, at):
            source = None
        with_verb = words[i].fold in self._with_verb
        if source is not None and with_verb and not self._sources.may_speak(tokens, source[0], clitic=False):
            return None  # كما أبدى قدراً كبيراً من: a clause of its own
        after = source[1] if source else cue_end
        if also and not self._parenthetical(tokens, i, after, end, form):
            return None
        if after < end and self._act_follows(words[after].fold, form.cue.act):
            return None  # كما طالب بـ: a clause of its own
        if self._reports_itself(tokens, i, after, end):
            return None  # كما قال الوزير إن
        return Found(i, (i, cue_end), source, after, form.cue.lemma, CueClass.ACCORDING)

    def _verb(self, tokens: Tokens, i: int, j: int, end: int) -> tuple[CueForm, int] | None:
        """The verb of saying at j of the phrase at i, and the token behind the cue, or None."""
        words = tokens.words
        if j < end and words[j].fold in self._auxiliaries:
            if words[j].fold in self._negations and words[i].base in self._also:
                return None  # كما لم يعلن الوزير: also
            j += 1
        if j >= end or not words[j].finite or words[j].joined:
            return None
        finite = (c for c in words[j].cues if c.form in (Form.PAST, Form.PRESENT) and not c.jussive)
        form = next(finite, None)  # كما يجب, no answer
        if form is None or not (form.cue.quotes or form.cue.within or "" in form.cue.clause):
            return None
        cue_end = j + 1
        if form.cue.within:
            if cue_end >= end or words[cue_end].fold not in self._within:
                return None
            cue_end += 1
        quotation = tokens.quote_at.get(cue_end)
        if quotation is not None and quotation.words > _NAME:
            return None  # كما يقال: «…»
        return form, cue_end

    def _source(self, tokens: Tokens, cue_end: int, end: int, form: CueForm) -> tuple[Range | None, int]:
        """Who is named behind the cue, and where he may begin: behind a pronoun, a day or a place."""
        source = self._names.noun_phrase(tokens, cue_end, end)
        if source is not None and self._takes_in_clause(tokens, cue_end, source, end):
            source = self._names.noun_phrase(tokens, cue_end, end, apposition=False)
        if source is not None and source[0] == cue_end:
            source = cue_end, self._late.end(tokens, source, self._edge(tokens, source[1], end))
        at = cue_end
        if cue_end < end and tokens.words[cue_end].pronoun:
            at += 1  # بحسب ما صرح به لمراسلة الإذاعة، فلان
        if source is None or source[0] > cue_end:
            later = self._later(tokens, at, end, form)
            return (later, later[0]) if later is not None else (source, at)
        return source, at

    @staticmethod
    def _takes_in_clause(tokens: Tokens, cue_end: int, source: Range, end: int) -> bool:
        """Whether what seems apposed opens the clause (وحسب ما قال فلان، الرواتب لم تصرف)."""
        words, after = tokens.words, source[1]
        apposed = any(words[k].kind == COMMA for k in range(cue_end, after))
        return apposed and after < end and words[after].kind == WORD and not words[after].complementiser

    @staticmethod
    def _says_nothing(tokens: Tokens, source: Range) -> bool:
        """Whether what stands for a source is how something is (حسب ما يجده مناسبا), or a count."""
        opening = tokens.words[source[0]]
        if opening.noun & nouns.IN_ACCUSATIVE and not opening.given:
            return True
        if not opening.noun & nouns.NUMBER:
            return False
        said = tokens.words[source[0] : source[1]]  # كما نقلت 25 جثة, not 40% من السكان
        return not any(word.raw in PERCENT or word.fold == _OF for word in said)

    def _is_apart(self, tokens: Tokens, i: int, cue_end: int, end: int, source: Range, at: int) -> bool:
        """Whether the source is none of the verb's: it stands far behind, or behind a comma."""
        words = tokens.words
        on_part = cue_end + 1 < end and words[cue_end + 1].fold in self._for_their_part  # كما ذكرت من جانبها
        if source[0] not in (cue_end, at) and source[0] > cue_end + (_TWO if on_part else 1):
            medium = at < end and self._kinds.get(words[at].fold) is SpeakerKind.OUTLET and at > cue_end
            if not medium and not (at < end and words[at].noun & nouns.AUDIENCE):
                return True  # unlike وفقا لما كشفه لـ(عكاظ) مسؤول
        behind_topic = i - tokens.sentence_starts[i] <= _TOPIC and not on_part
        comma = cue_end < end and words[cue_end].kind == COMMA
        return behind_topic and comma and words[i].base in self._also  # فالشركات، كما تقول، بدأت

    def _reports_itself(self, tokens: Tokens, i: int, after: int, end: int) -> bool:
        """Whether the verb of the phrase at i has a report of its own behind the token `after`."""
        words = tokens.words
        may_report = words[i].fold in self._with_verb or words[i].base in self._with_verb
        apart = i > 0 and words[i - 1].kind in (COMMA, DASH) and words[i].base not in self._also
        for k in range(after, min(end, after + _NEAR) if may_report else after):
            if apart and words[k].kind in (COMMA, DASH):
                return False  # وقال الوزير، حسبما ذكرت الوكالة، إن
            if words[k].kind == COMMA and not (k + 1 < end and words[k + 1].complementiser):
                return False
            if words[k].complementiser or k in tokens.quote_at or words[k].raw == ":":
                return True
        return False

    def _later(self, tokens: Tokens, at: int, end: int, form: CueForm) -> Range | None:
        """Whoever is named behind the day or the place at `at` («حسب ما أفاد به اليوم الخميس وزير الري»)."""
        words, first = tokens.words, self._names.asides.skip(tokens, at, end)
        if not at < first < min(end, at + _DAY) or words[first].kind != WORD:
            return None
        kind = self._kinds.get(words[first].fold)
        if not (is_somebody(words[first]) or kind in (SpeakerKind.ANONYMOUS, SpeakerKind.OUTLET)):
            return None
        if any(word.kind != WORD for word in words[at:first]):
            return None
        phrase = self._sources.source(tokens, first, end, clitic=False)
        return None if phrase is None else self._names.addressees.without(tokens, phrase, form)

    @staticmethod
    def _edge(tokens: Tokens, first: int, end: int) -> int:
        """The first token from `first` that no name goes on behind: a comma or a stop, else `end`."""
        edges = (k for k in range(first, end) if tokens.words[k].kind in (COMMA, STOP, BREAK))
        return next(edges, end)

    def _parenthetical(self, tokens: Tokens, i: int, after: int, end: int, form: CueForm) -> bool:
        """Whether «كما» with a verb is «as he said», not the «also» that opens a report of its own."""
        if form.cue.cue_class in _NEVER_AS:
            return False
        words = tokens.words
        aside = self._names.asides.skip(tokens, after, end)
        link = aside < end and words[aside].preposition
        if aside + link < end and words[aside + link].complementiser:
            return False
        if after < end and words[after].kind == COMMA and self._that_follows(tokens, after, end):
            return False
        opens = i == tokens.sentence_starts[i] or words[i - 1].kind in (COMMA, BREAK, STOP)
        closed = after >= end or words[after].kind != WORD
        return closed or not opens

    @staticmethod
    def _that_follows(tokens: Tokens, after: int, end: int) -> bool:
        """Whether «، أن» follows with no verb before it («كما أكد الوزير، في لقاء مع السفير، …، أن»)."""
        for k in range(after, min(end, after + _ASIDES)):
            word = tokens.words[k]
            if word.complementiser:
                return tokens.words[k - 1].kind == COMMA
            if word.finite or word.verbal or word.relative:
                return False
        return False

    def _act_follows(self, fold: str, links: frozenset[str]) -> bool:
        return fold in links or ("ب" in links and fold[:1] == "ب" and fold not in self._begins_with_b)
