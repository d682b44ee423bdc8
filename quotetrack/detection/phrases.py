"""Source phrases: وفقاً لـ، بحسب، نقلاً عن، كما أعلن … before, inside and after a report."""

from __future__ import annotations

from dataclasses import replace

from quotetrack.detection import nouns
from quotetrack.detection.content import sentence_core
from quotetrack.detection.draft import Draft, Found, Range, Whose
from quotetrack.detection.lexicon import CueForm, Form, Lexicon, Phrase
from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.detection.source import Phrases
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.types import content_type
from quotetrack.detection.words import (
    BREAK,
    COMMA,
    DASH,
    OPEN,
    PAREN,
    PERCENT,
    STOP,
    STRAIGHT,
    WORD,
    bare,
    stem,
    without_clitic,
)

_NEVER_AS = frozenset(
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
_THEN, _OF, _FOR_THE = "ف", "من", "لل"
_TOLD = 30
"""The most words that tell more of a source."""
_ASIDES = 30
"""The most tokens of asides between «كما أكد الوزير» and what he said."""
_TWO = 2
_NAME = 3
"""The most words in marks behind «كما قال» that name who said it."""
_LONGEST = 400
"""The most tokens on either side that a source phrase covers; it keeps bad texts linear."""


class SourcePhrases:
    """Finds source phrases and the clauses that they cover."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names = names
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
        self._which_is = words["asides_after_quotation"]
        self._resumes, self._that = words["resumes"], words["complementisers"]
        self._also = words["also"]
        self._answers = words["acts.answers"]
        self._with_ma = words["according_rules.with_ma"]
        self._within = words["within"]
        self._from = words["relayed_from"]
        self._auxiliaries, self._openings = words["auxiliaries"], words["opens_a_clause"]
        self._begins_with_b = words["begins_with_b"]
        self._no_source = words["according_rules.no_source"]
        self._known = lexicon.kinds.keys() | words["given"] | lexicon.places | words["same"] | words["alone"]
        self._heads, self._newest = words["heads"], words["newest"]
        self._before = words["before"] | words["honorifics"]
        self._documents = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.DOCUMENT}
        self._in_lam = words["in_lam"] - self._documents

    def find(self, tokens: Tokens) -> list[Found]:
        """All source phrases of the article."""
        found: list[Found] = []
        last = 0
        for i in tokens.openings:
            if i < last:
                continue
            word = tokens.words[i]
            base = word.opening
            if base != word.fold and word.raw[0] == _THEN and i and tokens.words[i - 1].kind == WORD:
                continue  # لا تقتصر فحسب على
            if base in self._measures and i and tokens.words[i - 1].fold in self._proceeding:
                continue  # تسير وفق القضاء
            phrase = self._phrase(tokens, i, base) if base in self._starts else None
            if phrase is None and (
                base in self._with_verb or base in self._with_ma or word.fold in self._with_verb
            ):
                phrase = self._verbal(tokens, i, base)
            if phrase is not None:
                found.append(phrase)
                last = phrase.after
        return found

    def _phrase(self, tokens: Tokens, i: int, base: str) -> Found | None:
        words = tokens.words
        end = tokens.sentence_ends[i]
        second = words[i + 1].fold if i + 1 < end else ""
        for phrase in (*self._longer.get((base, second), ()), *self._single[base]):
            size = len(phrase.words)
            if i + size >= end:
                continue
            if size > _TWO and any(words[i + k].fold != phrase.words[k] for k in range(_TWO, size)):
                continue
            cue_end = first = i + size
            if words[first].fold in phrase.unless:
                continue
            if phrase.then == "ل":
                following = words[first]
                if following.kind == WORD and following.fold in ("ل", "لما"):
                    if following.fold == "لما":
                        return self._verb_after(tokens, i, first + 1)
                    first += 1
                elif following.kind != WORD or following.fold[0] != "ل":
                    continue
            elif phrase.then:
                if words[first].fold != phrase.then:
                    continue
                first += 1
                cue_end = first
            elif words[first].fold == "ما":
                return self._verb_after(tokens, i, first + 1)
            leans = phrase.then == "ل" and first == cue_end
            found = self._named(tokens, (i, cue_end), first, end, " ".join(phrase.words), clitic=leans)
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
            newest = first + 1 < end and words[first + 1].fold in self._documents
            if (fold in self._no_source and not (newest and fold in self._newest)) or fold[:1].isdigit():
                return None
        elif head.kind not in (OPEN, STRAIGHT):
            return None
        if head.kind == WORD and any(c.suffix for c in head.cues):
            return Found(cue[0], cue, None, first + 1, lemma, CueClass.ACCORDING, own=True)
        source = self._source(tokens, first, end, clitic=clitic)
        if source is None or not self._may_speak(tokens, first, clitic=clitic):
            return None
        return Found(cue[0], cue, source, source[1], lemma, CueClass.ACCORDING)

    def _may_speak(self, tokens: Tokens, first: int, *, clitic: bool) -> bool:
        """Whether somebody who speaks can stand at `first`: known to a list, or named elsewhere in the text.

        What follows حسب or وفق is as often a measure (حسب فئة الترخيص).
        """
        word = tokens.words[first]
        if word.kind != WORD:
            return True
        fold = word.fold
        if clitic and fold[0] == "ل" and len(fold) > 2:
            fold = without_clitic(fold, self._in_lam)
        plain = bare(fold)
        if fold in self._newest:
            return True
        if fold in self._known or plain in self._known or plain in self._heads:
            return True
        if word.head or word.title or fold in self._before:
            return True
        following = tokens.words[first + 1] if first + 1 < tokens.count else None
        if clitic and word.fold.startswith(_FOR_THE) and following is not None and following.given:
            return True  # وفقاً للسباك سامي الخالد
        return stem(fold) in tokens.named or (len(plain) > 5 and plain.endswith(("ين", "ون")))

    def _source(self, tokens: Tokens, first: int, end: int, *, clitic: bool) -> Range | None:
        words = tokens.words
        if words[first].preposition and not words[first].adverbial:
            return None  # فحسب على
        if words[first].kind == WORD and (clitic or words[first].adverbial):
            rest = self._names.noun_phrase(tokens, first + 1, end, named=True)
            if rest and rest[0] == first + 1 and not words[first + 1].adverbial:
                return first, rest[1]
            leaned = self._names.noun_phrase(tokens, first, end, named=True, leaning=True) if clitic else None
            return leaned or (first, first + 1)
        return self._names.noun_phrase(tokens, first, end, named=True)

    def _verbal(self, tokens: Tokens, i: int, base: str) -> Found | None:
        j = i + 1
        words = tokens.words
        if (
            words[i].preposition
            and i
            and (words[i - 1].noun & nouns.OCCASION or words[i - 1].fold in self._answers)
        ):
            return None  # ردا على ما جاء في
        if j < tokens.count and words[j].fold == "ما" and base in self._with_ma:
            return self._verb_after(tokens, i, j + 1)
        if base in self._with_verb:
            return self._verb_after(tokens, i, j + (j < tokens.count and words[j].fold == "ما"))
        return None

    def _verb_after(self, tokens: Tokens, i: int, j: int) -> Found | None:
        """The phrase at i whose verb of saying stands at j: كما أعلن الوزير."""
        words = tokens.words
        end = tokens.sentence_ends[i]
        if j < end and words[j].fold in self._auxiliaries:
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
        source = self._names.noun_phrase(tokens, cue_end, end)
        quotation = tokens.quote_at.get(cue_end)
        if quotation is not None and quotation.words > _NAME:
            return None  # كما يقال: «…»
        told = words[cue_end].noun & nouns.AUDIENCE if cue_end < end else 0  # وفقا لما كشفه لـ(عكاظ) مسؤول
        opening = words[source[0]] if source is not None else None
        if opening is not None and opening.noun & nouns.IN_ACCUSATIVE and not opening.given:
            return None  # حسب ما يجده مناسبا
        if source is not None and words[source[0]].noun & nouns.NUMBER:
            said = words[source[0] : source[1]]
            if not any(word.raw in PERCENT or word.fold == _OF for word in said):
                return None  # كما نقلت 25 جثة, not 40% من السكان
        if source is not None and source[0] > cue_end + 1 and not told:
            source = None
        if (
            source is not None
            and words[i].fold in self._with_verb
            and not self._may_speak(tokens, source[0], clitic=False)
        ):
            return None  # كما أبدى قدراً كبيراً من: a clause of its own
        after = source[1] if source else cue_end
        if words[i].base in self._also and not self._parenthetical(tokens, i, after, end, form):
            return None
        if after < end and self._act_follows(words[after].fold, form.cue.act):
            return None  # كما طالب بـ: a clause of its own
        may_report = words[i].fold in self._with_verb or words[i].base in self._with_verb
        for k in range(after, min(end, after + 4) if may_report else after):
            if words[k].kind == COMMA and not (k + 1 < end and words[k + 1].complementiser):
                break
            if words[k].complementiser or k in tokens.quote_at or words[k].raw == ":":
                return None  # كما قال الوزير إن: the verb has a report of its own
        return Found(i, (i, cue_end), source, after, form.cue.lemma, CueClass.ACCORDING)

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
                    made += [covering, medium]
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
        before_core = sentence_core(tokens, start, phrase.first)
        content, rule = self._covers(tokens, phrase, before_core, (after, end), drafts)
        content = [c for c in (sentence_core(tokens, *part) for part in content) if c[1] - c[0] >= 1]
        if not content or sum(b - a for a, b in content) < 2:
            return None
        if phrase.source is None and any(d.start >= before_core[0] and d.end <= phrase.first for d in drafts):
            return None
        whose = Whose.SOURCE if phrase.source else Whose.CONTINUED
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
            clitic=phrase.clitic,
        )

    def _covers(
        self, tokens: Tokens, phrase: Found, before: Range, rest: Range, drafts: list[Draft]
    ) -> tuple[list[Range], str]:
        """What a source phrase covers of `before` and `rest`, which stand around it, and by which rule."""
        words, (at, end) = tokens.words, rest
        after = sentence_core(tokens, at, end)
        size = after[1] - after[0]
        if size > 0 and words[after[0]].complementiser:
            return [after], "source-phrase-inside"
        added = words[phrase.first].fold not in self._starts and words[phrase.first].raw[0] == "و"
        added = added and words[phrase.first - 1].kind == COMMA
        opens = before[0] >= before[1] or phrase.first - before[0] <= 1
        opens = opens or (added and size > 2)  # …، وبحسب مصدر …
        if opens or (self._is_lead_in(tokens, before) and size >= 4):
            return [self._to_next(tokens, after, drafts)], "source-phrase-first"
        if size <= 2 or words[at].kind in (STOP, BREAK) or self._new_clause(tokens, at, end):
            return [self._covered(tokens, before, drafts)], "source-phrase-last"
        host = next((d for d in drafts if d.type != "reported" and d.start <= phrase.first < d.end), None)
        if host is None or words[phrase.first - 1].fold == "كما":
            return [before, after], "source-phrase-inside"
        if phrase.first - host.start <= 2:
            return [(after[0], max(host.end, after[0] + 1))], "source-phrase-inside"
        return [(host.start, phrase.first), (after[0], host.end)], "source-phrase-inside"

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
        if phrase.source is not None and i < end and self._tells_more(tokens, phrase.source, i):
            i = self._past_told(tokens, i, end)
        return min(i, end - 1 if end > phrase.after else end)

    def _tells_more(self, tokens: Tokens, source: Range, i: int) -> bool:
        """Whether what stands at i behind `source` still tells of it («الصادر أمس»، «، وهي منظمة»)."""
        words = tokens.words
        word = words[i + 1] if words[i].kind == COMMA and i + 1 < tokens.count else words[i]
        if word.relative or word.preposition or word.adverbial or word.kind in (DASH, PAREN):
            return True
        if word.noun & (nouns.TIME | nouns.DAY | nouns.ISSUED | nouns.PARTICIPLE):
            return True
        if word.fold in self._which_is or words[i - 1].finite:
            return True  # لمعلومات نقلتها «الضفاف»
        head = words[source[0]]
        document = head.noun & (nouns.OCCASION | nouns.DOCUMENT) and not head.definite
        return bool(document) and word is words[i] and (word.finite or word.verbal)  # لدراسة نشرت

    def _past_told(self, tokens: Tokens, i: int, end: int) -> int:
        """Where the clause goes on behind more words on its source; i where nothing shows it.

        «ووفقاً للقرار الصادر أمس فقد زادت الأسعار»، «ووفقاً للتقرير الذي أعدته الشركة، بلغت».
        """
        words = tokens.words
        for k in range(i + 1, min(end, i + _TOLD)):
            fold = words[k].fold
            if fold in self._resumes or (fold.startswith(_THEN) and fold[1:] in self._that):
                return k
        if words[i].relative:
            return next((k for k in range(i + 1, min(end, i + _TOLD)) if words[k].kind == COMMA), i)
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
        return core[1] - core[0] <= 2 and not tokens.words[core[0]].finite

    def _new_clause(self, tokens: Tokens, after: int, end: int) -> bool:
        words = tokens.words
        if words[after].kind == COMMA and after + 1 < end:
            following = words[after + 1]
            return following.kind == WORD and (
                (following.fold[0] in "وف" and (following.joined or following.finite))
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
