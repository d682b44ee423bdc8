"""The clauses that source phrases cover: before, behind and around them (وفقاً للوزير، …)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from quotetrack.detection.drafts.datelines import Datelines
from quotetrack.detection.drafts.draft import Draft, Found, Range, Whose
from quotetrack.detection.drafts.types import content_type
from quotetrack.detection.records import AttributionType, Gender, Number, SpeakerKind
from quotetrack.detection.reports.content import sentence_core
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COMMA, DASH, PAREN, STOP, WORD, Word

_THEN: Final = "ف"
_AND: Final = "و"
_THAT_IS: Final = "وذلك"
_IN: Final = "في"
_TO: Final = "ل"
_THAT: Final = "ان"
_FROM: Final = "من"
_UNTO: Final = "الي"
_PRESENT: Final = frozenset("تي")
"""The letters of a verb in the present that stand behind و."""
_LINK: Final = 6
"""The most tokens of what links a sentence to those before it."""
_SHORT: Final = 2
"""The most words of a clause that may be a verb and its subject alone."""
_NEAR: Final = 4
"""The most tokens between a source and a count that belongs to the clause before."""
_HERS: Final = "ها"
_THEIRS: Final = ("هم", "هما", "هن")
_ANYBODY: Final = (Gender.UNKNOWN, Number.UNKNOWN)
_TOLD: Final = 30
"""The most words that tell more of a source."""
_CAME_OUT: Final = 12
"""Within how many tokens what is said of a document that came out ends with a comma."""
_THE: Final = "ال"
_TOPIC: Final = 2
"""The most words of what a clause is about, where a source phrase follows it."""
_CLAUSE: Final = 2
"""The fewest tokens of the rest of such a clause."""
_LONGEST: Final = 400
"""The most tokens on either side that a source phrase covers; it keeps bad texts linear."""


class Covering:
    """Makes drafts of source phrases and what they cover."""

    def __init__(self, lexicon: Lexicon) -> None:
        words, self._datelines = lexicon.words, Datelines(lexicon)
        self._starts, self._kinds = frozenset(lexicon.phrases), lexicon.kinds
        self._which_is = words["asides_after_quotation"]
        self._resumes, self._that = words["resumes"], words["complementisers"]
        self._openings, self._noting = words["opens_a_clause"], words["formulas.noting"]
        self._worth, self._one_of = words["formulas.worth"], words["one_of"]
        self._in_turn, self._transitions = words["in_turn"], words["transitions"]

    def make(self, tokens: Tokens, phrases: list[Found], drafts: list[Draft]) -> list[Draft]:
        """A draft for every phrase that covers a clause."""
        made = []
        by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            if draft.type != "reported":
                by_sentence.setdefault(tokens.sentence_starts[draft.start], []).append(draft)
        taken = {draft.cue for draft in drafts if draft.rule == "relay"}
        for k, phrase in enumerate(phrases):
            if phrase.own or phrase.cue in taken:
                continue
            near = by_sentence.get(tokens.sentence_starts[phrase.first], [])
            following = phrases[k + 1] if k + 1 < len(phrases) else None
            chained = following is not None and self._passes_on(tokens, phrase, following)
            if chained and following is not None:
                taken.add(following.cue)
                whole = replace(following, first=phrase.first)
                covering = self._draft(tokens, whole, near)
                medium = self._draft(tokens, replace(phrase, after=following.after), near)
                if covering is not None and medium is not None:
                    covering.rule, covering.anchor = "relay", following.first
                    medium.rule, medium.type = "relay-medium", AttributionType.REPORTED
                    made += [covering, medium] if phrase.source is not None else [covering]
            elif (covering := self._draft(tokens, phrase, near)) is not None:
                made.append(covering)
        return made

    def _passes_on(self, tokens: Tokens, phrase: Found, following: Found) -> bool:
        """Whether a phrase says whom the one before it passes on («بحسب ما أوردت الوكالة نقلاً عن مسؤول»)."""
        between = tokens.words[phrase.after : following.first]
        return following.relay and following.source is not None and all(w.kind == COMMA for w in between)

    def _draft(self, tokens: Tokens, phrase: Found, drafts: list[Draft]) -> Draft | None:
        quotation = tokens.inside.get(phrase.first)
        start, end = tokens.sentence_starts[phrase.first], tokens.sentence_ends[phrase.first]
        if quotation is not None:
            start, end = max(start, quotation.open + 1), min(end, quotation.close)
        start, end = max(start, phrase.first - _LONGEST), min(end, phrase.after + _LONGEST)
        after = self._after(tokens, phrase, end)
        if phrase.relayed and not self._speaks_for(tokens, after, drafts):
            return None
        if phrase.his and drafts:
            return None  # قال إن الحل، برأيه، قريب: nothing new
        before = phrase.first - (start < phrase.first and tokens.words[phrase.first - 1].fold == _THAT_IS)
        first = self._past_link(tokens, self._datelines.past(tokens, start, before), before)
        before_core = sentence_core(tokens, first, before)
        content, rule = self._covers(tokens, phrase, before_core, (after, end), drafts)
        content = [c for c in (sentence_core(tokens, *part) for part in content) if c[1] - c[0] >= 1]
        if not content or sum(b - a for a, b in content) < 2:
            return None
        if phrase.source is None and any(before_core[0] <= d.start < phrase.first for d in drafts):
            return None  # …, حسبه: whoever speaks already
        whose = Whose.SOURCE if phrase.source else Whose.CONTINUED
        gender, number = _owner(tokens.words[phrase.cue[1] - 1].fold) if phrase.his else _ANYBODY
        return Draft(
            rule=rule,
            anchor=phrase.first,
            type=content_type(tokens, content),
            content=content,
            cue=phrase.cue,
            source=phrase.source,
            whose=whose,
            cue_class=phrase.cue_class,
            lemma=phrase.lemma,
            gender=gender,
            number=number,
            clitic=phrase.clitic,
        )

    @staticmethod
    def _speaks_for(tokens: Tokens, after: int, drafts: list[Draft]) -> bool:
        """Whether «على لسان فلان», with no verb that passes on, has a clause of its own at `after`.

        «قالت الوزارة على لسان متحدثها إن» is the ministry's, and «ما جاء على لسان الوزير» tells nothing.
        """
        words = tokens.words
        if after >= tokens.count:
            return False  # a text that is cut off
        opens = words[after].complementiser or after in tokens.quote_at or words[after].raw == ":"
        return opens and not any(d.start in (after, after + 1) for d in drafts)

    def _past_link(self, tokens: Tokens, start: int, before: int) -> int:
        """Where the clause begins behind what only links its sentence («بدوره،», «يذكر أن»)."""
        words = tokens.words
        near = range(start + 1, min(start + _LINK, before))
        if start + 1 >= before:
            return start
        notes = words[start].base in self._noting and not words[start].object
        if notes or words[start + 1].fold in self._worth:
            that = next((k for k in near if words[k].complementiser), start)
            return that + 1 if words[that].fold == _THAT else start
        comma = next((k for k in near if words[k].kind != WORD), start)
        if words[comma].kind != COMMA or any(w.finite or w.verbal for w in words[start:comma]):
            return start
        turns = words[start].fold in self._in_turn and comma == start + 1
        behind = start + 1 + bool(words[start + 1].noun & nouns.DEMONSTRATIVE and comma > start + 2)
        links = words[start].preposition and words[behind].fold in self._transitions
        links = links and (words[behind].definite or not words[behind + 1].definite)  # من جهة البحر
        return comma + 1 if turns or links else start

    def _covers(
        self, tokens: Tokens, phrase: Found, before: Range, rest: Range, drafts: list[Draft]
    ) -> tuple[list[Range], str]:
        """What a source phrase covers of `before` and `rest`, which stand around it, and by which rule."""
        words, (at, end) = tokens.words, rest
        after = sentence_core(tokens, at, end)
        size = after[1] - after[0]
        if size > 0 and words[after[0]].complementiser:
            return [after], "source-phrase-inside"
        added = words[phrase.first].fold not in self._starts and words[phrase.first].raw[0] in (_AND, _THEN)
        added = added and words[phrase.first - 1].kind == COMMA
        near = 0 if phrase.his else 1
        opens = before[0] >= before[1] or phrase.first - before[0] <= near
        opens = opens or (added and size > 2)  # …، وبحسب مصدر …
        if phrase.his and not opens:
            start, stop = self._covered(tokens, before, drafts)
            while stop > start and words[stop - 1].kind in (COMMA, DASH):
                stop -= 1
            return [part for part in ((start, stop), after) if part[1] > part[0]], "source-phrase-inside"
        if opens or (self._is_lead_in(tokens, before) and size >= 4):
            return [self._to_next(tokens, after, drafts)], "source-phrase-first"
        if size >= _CLAUSE and self._is_about(tokens, before) and words[after[0]].raw[0] != _AND:
            return [before, self._to_next(tokens, after, drafts)], "source-phrase-inside"
        over = size <= 2 or words[at].kind in (STOP, BREAK) or self._new_clause(tokens, at, end)
        if over or self._only_tells(tokens, at, end) or self._closes(tokens, phrase, before, rest):
            return [self._covered(tokens, before, drafts)], "source-phrase-last"
        host = next((d for d in drafts if d.type != "reported" and d.start <= phrase.first < d.end), None)
        if host is None or words[phrase.first - 1].fold == "كما":
            return [before, after], "source-phrase-inside"
        if phrase.first - host.start <= 2:
            return [(after[0], max(host.end, after[0] + 1))], "source-phrase-inside"
        return [(host.start, phrase.first), (after[0], host.end)], "source-phrase-inside"

    def _closes(self, tokens: Tokens, phrase: Found, before: Range, rest: Range) -> bool:
        """Whether a phrase behind a whole clause closes it: what follows it in `rest` tells of its source.

        Nothing parts the two («، وفقا لخبير في الجامعة»، «بحسب دراسة أجراها المركز»), as a comma
        does where the clause goes on («، بحسب الخبير، في الخريف»).
        """
        words, (at, end) = tokens.words, rest
        if words[at].kind != WORD or self._resumed(words[at]):
            return False
        if not self._is_whole(tokens, before[0], phrase.first):
            return False
        if self._goes_on(tokens, at, end, short=phrase.first - before[0] <= _SHORT):
            return False
        if self._described(tokens, phrase.source, at) or _ends_with_time(tokens, at, end):
            return True
        parted = words[phrase.first - 1].kind == COMMA or words[phrase.first - 1].fold == _THAT_IS
        if words[at].finite or words[at].verbal or words[at].fold == _UNTO:
            return False
        return parted and not _gives_number(tokens, at, end)

    @staticmethod
    def _is_whole(tokens: Tokens, start: int, first: int) -> bool:
        """Whether the last clause that opens before the phrase at `first` has its verb there."""
        for k in range(first - 1, start - 1, -1):
            word = tokens.words[k]
            if word.finite or word.verbal:
                return True
            if word.complementiser:
                return False
        return False

    @staticmethod
    def _described(tokens: Tokens, source: Range | None, at: int) -> bool:
        """Whether a clause at `at` describes the document that a phrase names (دراسة أجراها، بيان صدر)."""
        if source is None:
            return False
        head, word, last = tokens.words[source[0]], tokens.words[at], tokens.words[at - 1]
        document = bool(head.noun & (nouns.OCCASION | nouns.DOCUMENT))
        if last.noun & (nouns.ISSUED | nouns.PARTICIPLE) and source[1] == at:
            leads_on = (word.preposition and word.raw[0] != _AND) or word.noun & nouns.TIME
            return document and bool(leads_on)  # الأرقام المسجلة إلى غاية
        if head.definite:
            return False
        if word.noun & nouns.DONE_TO:
            return True
        return (word.finite or word.verbal) and (word.object or document)

    def _goes_on(self, tokens: Tokens, at: int, end: int, *, short: bool) -> bool:
        """Whether a comma behind what tells of a source gives way to the rest of the clause before.

        Its verb shows that, or anything behind a `short` one («وتضمن التقرير وفق بيان صدر أمس، فصولا»).
        """
        words = tokens.words
        comma = next((k for k in range(at, end) if words[k].kind == COMMA), end)
        if comma + 1 >= end or words[comma + 1].joined or self._new_clause(tokens, comma, end):
            return False
        return short or words[comma + 1].finite or words[comma + 1].verbal

    def _only_tells(self, tokens: Tokens, at: int, end: int) -> bool:
        """Whether all that follows a phrase at `at` tells who its source is, where it spoke or to whom.

        «، حسبما أعلن فلان، مدير المركز.», «وفقا لما نشرته الصحيفة في تقرير.», «…، لوكالة الضفاف.»
        """
        words = tokens.words
        if at + 2 >= end:
            return False
        apposed = words[at].kind == COMMA
        first = at + apposed
        word, behind = words[first], words[first + 1]
        acts = any(
            w.finite or w.verbal or w.complementiser or w.kind == COMMA for w in words[first + 1 : end]
        )
        if word.fold == _IN:
            return bool(behind.noun & (nouns.OCCASION | nouns.DOCUMENT)) and not behind.definite and not acts
        medium = word.fold[0] == _TO and self._kinds.get(word.fold[1:]) is SpeakerKind.OUTLET
        told = medium or word.noun & nouns.AUDIENCE
        office = apposed and (word.title or word.head or word.fold in self._one_of) and not word.definite
        return bool(told or office) and not acts

    def _after(self, tokens: Tokens, phrase: Found, end: int) -> int:
        words = tokens.words
        i = phrase.after
        while i < end and words[i].kind == PAREN:
            closing = next((k for k in range(i, min(end, i + 12)) if words[k].raw in ")]"), None)
            if closing is None:
                break
            i = closing + 1
        while i < end and words[i].pronoun and words[i].adverbial:
            i += 1  # وبحسب المصادر أيضاً
        if phrase.source is not None and i + 1 < end and words[i].noun & nouns.AUDIENCE:
            i += words[i + 1].kind in (COMMA, STOP)  # وفق ما أفاد مصدر طبي للشبكة، وأشار
        if phrase.source is not None and i < end and self._tells_more(tokens, phrase.source, i):
            i = self._past_told(tokens, i, end)
        return min(i, end - 1 if end > phrase.after else end)

    def _tells_more(self, tokens: Tokens, source: Range, i: int) -> bool:
        """Whether what stands at i behind `source` still tells of it («الصادر أمس»، «، وهي منظمة»)."""
        words = tokens.words
        apposed = words[i].kind == COMMA and i + 1 < tokens.count
        word = words[i + 1] if apposed else words[i]
        office = apposed and (word.title or word.head or word.fold in self._one_of)
        told_to = word.noun & nouns.AUDIENCE or (word.raw.startswith("لـ") and len(word.fold) == 1)
        if office or told_to:
            return True  # وبحسب فلان، أحد المنظمين، فإن; وبحسب مصدر لـ«الضفاف» فإن
        if word.relative or word.preposition or word.adverbial or word.kind in (DASH, PAREN):
            return True
        if word.noun & (nouns.TIME | nouns.DAY | nouns.ISSUED | nouns.PARTICIPLE):
            return True
        if word.fold in self._which_is or words[i - 1].finite:
            return True  # لمعلومات نقلتها «الضفاف»
        head = words[source[0]]
        document = head.noun & (nouns.OCCASION | nouns.DOCUMENT) and not head.definite
        acts = word.finite or word.verbal or word.noun & nouns.PUBLISHED  # لدراسة نشرت، لبيان صدر
        return bool(document) and word is words[i] and bool(acts)

    def _resumed(self, word: Word) -> bool:
        """Whether the word goes on with the clause behind a source (فإن، فقد)."""
        return word.fold in self._resumes or (word.fold.startswith(_THEN) and word.fold[1:] in self._that)

    def _past_told(self, tokens: Tokens, i: int, end: int) -> int:
        """Where the clause goes on behind more words on its source; i where nothing shows it.

        «ووفقاً للقرار الصادر أمس فقد زادت»، «ووفقاً للتقرير الذي أعدته الشركة، بلغت»، «لبيان صدر أمس، بلغت».
        """
        words = tokens.words
        for k in range(i + 1, min(end, i + _TOLD)):
            if self._resumed(words[k]):
                return k
        came_out = words[i].noun & (nouns.PUBLISHED | nouns.DONE_TO)
        if words[i].relative or came_out:
            far = _CAME_OUT if came_out else _TOLD
            return next((k for k in range(i + 1, min(end, i + far)) if words[k].kind == COMMA), i)
        return i

    def _to_next(self, tokens: Tokens, core: tuple[int, int], drafts: list[Draft]) -> tuple[int, int]:
        """The clause up to the next report that و adds to it («… وأوضحت الإدارة أن»)."""
        words = tokens.words
        cues = (d.cue[0] for d in drafts if d.cue is not None and core[0] + 2 < d.cue[0] < core[1])
        added = [
            c for c in cues if words[c].joined and not (words[c - 1].relative or words[c - 1].preposition)
        ]
        return core[0], min(added, default=core[1])

    def _is_lead_in(self, tokens: Tokens, core: tuple[int, int]) -> bool:
        """Whether what stands before the phrase only links its sentence («وفي سياق متصل،»)."""
        first = tokens.words[core[0]]
        if core[1] - core[0] > _TOPIC or first.finite or first.verbal:
            return False
        return not self._is_about(tokens, core)

    def _is_about(self, tokens: Tokens, core: tuple[int, int]) -> bool:
        """Whether a noun alone, before a comma, is what the clause is about («فالمصانع، كما يقول، خفضت»)."""
        words, (first, end) = tokens.words, core
        word = words[first]
        if not 0 < end - first <= _TOPIC or end >= tokens.count or words[end].kind != COMMA:
            return False
        if word.preposition or word.adverbial or word.noun & (nouns.ASIDE | nouns.TIME | nouns.DAY):
            return False
        definite = word.definite or word.fold[1:].startswith(_THE)
        topic = bool(definite or word.noun & nouns.DEMONSTRATIVE) and word.fold not in self._in_turn
        return topic and not (word.finite or word.verbal)

    def _new_clause(self, tokens: Tokens, after: int, end: int) -> bool:
        words = tokens.words
        if words[after].kind == COMMA and after + 1 < end:
            following = words[after + 1]
            return following.kind == WORD and (
                (following.fold[0] in "وف" and (following.joined or following.finite or following.verbal))
                or (following.raw[0] == _AND and _looks_like_verb(following))
                or following.fold in self._openings
                or bool(following.cues)
                or following.relative
            )
        return (words[after].kind == WORD and bool(words[after].cues)) or words[after].relative

    def _covered(self, tokens: Tokens, core: tuple[int, int], drafts: list[Draft]) -> tuple[int, int]:
        """The clause that a closing phrase covers: a quotation that ends there, else the sentence so far."""
        words = tokens.words
        last = core[1] - 1
        if last in tokens.quote_end:
            quotation = tokens.quote_end[last]
            taken = any(d.start <= quotation.open and quotation.close < d.end for d in drafts)
            before = words[quotation.open - 1] if quotation.open > core[0] else None
            if not taken and quotation.words >= 5 and (before is None or before.kind == COMMA):
                return quotation.open, last + 1
        return core


def _ends_with_time(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the words at `at` tell only when, and close their clause (أول من أمس)."""
    words = tokens.words
    if not words[at].noun & nouns.ASIDE or words[at].preposition:
        return False
    k = at
    while k < min(end, at + _LINK) and words[k].noun & (nouns.ASIDE | nouns.TIME):
        k += 1 + (k + 2 < end and words[k + 1].fold == _FROM)
    return k >= end or words[k].kind in (COMMA, STOP, BREAK)


def _looks_like_verb(word: Word) -> bool:
    """Whether a word behind و has the shape of a verb and is no noun that a list knows (وتستحوذ)."""
    unlisted = word.noun & nouns.MAY_BE_VERB and not word.noun & nouns.ORDINARY
    return bool(unlisted) and word.fold[1:2] in _PRESENT


def _gives_number(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a count stands near `at`: the clause before waits for it («بلغ العدد، وفقا للفريق هنا 20»)."""
    words = tokens.words
    dates = nouns.TIME | nouns.ASIDE
    for k in range(at + 1, min(at + _NEAR, end)):
        dated = words[k - 1].preposition or words[k - 1].noun & dates
        if words[k].fold[:1].isdigit() and not dated:
            return True
    return False


def _owner(fold: str) -> tuple[Gender, Number]:
    """Whom the pronoun means that a word ends with."""
    if fold.endswith(_HERS):
        return Gender.FEMININE, Number.SINGULAR
    many = fold.endswith(_THEIRS)
    return Gender.MASCULINE, Number.PLURAL if many else Number.SINGULAR
