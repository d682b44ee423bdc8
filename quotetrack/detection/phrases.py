"""Source phrases in place (وفقاً لـ، بحسب، نقلاً عن، كما أعلن)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from quotetrack.detection import nouns
from quotetrack.detection.closing_verbs import ClosingVerbs
from quotetrack.detection.draft import Found, Range
from quotetrack.detection.entries import CueForm, Form, Phrase
from quotetrack.detection.late_names import LateNames
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.records import CueClass, SpeakerKind
from quotetrack.detection.source import Phrases
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import (
    BREAK,
    COMMA,
    DASH,
    OPEN,
    PERCENT,
    STOP,
    STRAIGHT,
    WORD,
    Word,
    bare,
    stem,
    with_pronouns,
    without_clitic,
)

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
_ABOUT: Final = "عن"
_THEN: Final = "ف"
_OF: Final = "من"
_FOR_THE: Final = "لل"
_DAY: Final = 5
"""The most tokens of an aside between a verb and who speaks."""
_ASIDES: Final = 30
"""The most tokens of asides between «كما أكد الوزير» and what he said."""
_ON: Final = "علي"
_TIMES: Final = 4
"""The most words between a verb and its subject that say when."""
_WHEN: Final = nouns.DAY | nouns.TIME | nouns.DEMONSTRATIVE
_TWO: Final = 2
_TOPIC: Final = 3
"""Within how many tokens of a sentence «كما تقول» stands behind what it is about."""
_THIRD: Final = 3
_NAME: Final = 3
"""The most words in marks behind «كما قال» that name who said it."""


class SourcePhrases:
    """Finds source phrases; `Covering` tells what they cover."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names, self._late = names, LateNames(lexicon, names)
        self._closing = ClosingVerbs(lexicon, names)
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
        self._also, self._negations = words["also"], words["jussive"] | words["denying_nouns"]
        self._founded = words["acts.answers"] | words["according_rules.founded"]
        self._with_ma = words["according_rules.with_ma"]
        self._owned = with_pronouns(words["according_rules.owned"])
        self._within = words["within"]
        self._from = words["relayed_from"]
        self._for_their_part = words["for_their_part"]
        self._auxiliaries = words["auxiliaries"]
        self._begins_with_b = words["begins_with_b"]
        self._no_source, self._binding = words["according_rules.no_source"], words["according_rules.binding"]
        self._numbers, self._groups = words["counts"], words["acts.quantities"]
        self._these = words["demonstratives_alone"]
        self._kinds = lexicon.kinds
        self._known = lexicon.kinds.keys() | words["given"] | lexicon.places | words["same"] | words["alone"]
        self._pointing = words["demonstratives"] | words["same_before"]
        self._heads, self._newest = words["heads"], words["newest"]
        self._before = words["before"] | words["honorifics"]
        self._documents = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.DOCUMENT}
        self._theirs = with_pronouns(self._documents | words["according_rules.papers"])
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
        source = self._source(tokens, i + 1, end, clitic=False)
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
        source = self._source(tokens, first, end, clitic=clitic)
        if source is None or not self._may_speak(tokens, first, clitic=clitic):
            return None
        closed = source[1] >= tokens.count or words[source[1]].kind != WORD
        apart = cue[0] > 0 and words[cue[0] - 1].kind == COMMA and closed
        if head.fold in self._theirs and not apart:
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
        following = tokens.words[first + 1] if first + 1 < tokens.count else None
        if fold in self._pointing:  # وفقا لهذه الأرقام
            pointed_at = following is not None and following.definite
            return pointed_at and self._may_speak(tokens, first + 1, clitic=False)
        plain = bare(fold)
        if fold in self._newest:
            return True
        if fold in self._theirs or fold in self._known or plain in self._known or plain in self._heads:
            return True
        if word.head or word.title or fold in self._before:
            return True
        if clitic and word.fold.startswith(_FOR_THE) and following is not None and following.given:
            return True  # وفقاً للسباك سامي الخالد
        return stem(fold) in tokens.named or (len(plain) > 5 and plain.endswith(("ين", "ون")))

    def _source(self, tokens: Tokens, first: int, end: int, *, clitic: bool) -> Range | None:
        words = tokens.words
        if words[first].preposition and not words[first].adverbial:
            return None  # فحسب على
        if words[first].kind == WORD and (clitic or words[first].adverbial):
            if words[first].fold.startswith(_FOR_THE) and (verb := self._verb_behind(tokens, first, end)):
                return first, verb
            issued = words[first + 1].noun & nouns.ISSUED if first + 1 < end else 0
            rest = None if issued else self._names.noun_phrase(tokens, first + 1, end, named=True)
            if rest and rest[0] == first + 1 and not words[first + 1].adverbial:
                return first, rest[1]
            leaned = self._names.noun_phrase(tokens, first, end, named=True, leaning=True) if clitic else None
            return leaned or (first, first + 1)
        theirs = words[first].fold in self._theirs
        return self._names.noun_phrase(tokens, first, end, named=True, leaning=theirs)

    @staticmethod
    def _verb_behind(tokens: Tokens, first: int, end: int) -> int | None:
        """The verb behind a definite noun and its adjectives (للتقرير السنوي | ارتفعت الأسعار)."""
        words = tokens.words
        k = first + 1
        while k < end and words[k].definite and not (_is_somebody(words[k]) or words[k].relative):
            k += 1
        word = words[k] if k < end else None
        if word is None or word.kind != WORD or _is_somebody(word):
            return None
        if word.noun & nouns.WITH_ARTICLE or word.raw.isascii():
            return None
        looks = word.finite or word.verbal or word.noun & (nouns.ACTS | nouns.MAY_BE_VERB)
        return k if looks else None

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
            found = self._verb_after(tokens, i, j + 1)
            return None if words[i].fold == _ON and not self._is_told_so(tokens, found) else found
        if base in self._with_verb:
            return self._verb_after(tokens, i, j + (j < tokens.count and words[j].fold == "ما"))
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

    def _verb_after(self, tokens: Tokens, i: int, j: int) -> Found | None:
        """The phrase at i whose verb of saying stands at j: كما أعلن الوزير."""
        words = tokens.words
        end = tokens.sentence_ends[i]
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
        source = self._names.noun_phrase(tokens, cue_end, end)
        if source is not None and source[0] == cue_end:
            source = cue_end, self._late.end(tokens, source, self._edge(tokens, source[1], end))
        quotation = tokens.quote_at.get(cue_end)
        if quotation is not None and quotation.words > _NAME:
            return None  # كما يقال: «…»
        at = cue_end + (cue_end < end and words[cue_end].pronoun)  # بحسب ما صرح به لمراسلة الإذاعة، فلان
        if source is None or source[0] > cue_end:
            later = self._later(tokens, at, end, form)
            source, at = (later, later[0]) if later is not None else (source, at)
        medium = at < end and self._kinds.get(words[at].fold) is SpeakerKind.OUTLET and at > cue_end
        told = medium or (at < end and words[at].noun & nouns.AUDIENCE)  # وفقا لما كشفه لـ(عكاظ) مسؤول
        if source is None and cue_end < end and words[i].base in self._also:
            behind = words[cue_end]
            if behind.noun & nouns.IN_ACCUSATIVE and not behind.adverbial:
                return None  # كما سجل هدفا
        opening = words[source[0]] if source is not None else None
        if opening is not None and opening.noun & nouns.IN_ACCUSATIVE and not opening.given:
            return None  # حسب ما يجده مناسبا
        if source is not None and words[source[0]].noun & nouns.NUMBER:
            said = words[source[0] : source[1]]
            if not any(word.raw in PERCENT or word.fold == _OF for word in said):
                return None  # كما نقلت 25 جثة, not 40% من السكان
        on_part = (
            cue_end + 1 < end and words[cue_end + 1].fold in self._for_their_part
        )  # كما ذكرت من جانبها الوكالة
        near = source is not None and source[0] in (cue_end, at)
        if source is not None and not near and source[0] > cue_end + (_TWO if on_part else 1) and not told:
            source = None
        near = i - tokens.sentence_starts[i] <= _TOPIC and not on_part
        if near and cue_end < end and words[cue_end].kind == COMMA and words[i].base in self._also:
            source = None  # فالشركات، كما تقول، بدأت
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
        apart = i > 0 and words[i - 1].kind in (COMMA, DASH) and words[i].base not in self._also
        for k in range(after, min(end, after + 4) if may_report else after):
            if apart and words[k].kind in (COMMA, DASH):
                break  # وقال الوزير، حسبما ذكرت الوكالة، إن
            if words[k].kind == COMMA and not (k + 1 < end and words[k + 1].complementiser):
                break
            if words[k].complementiser or k in tokens.quote_at or words[k].raw == ":":
                return None  # كما قال الوزير إن: the verb has a report of its own
        return Found(i, (i, cue_end), source, after, form.cue.lemma, CueClass.ACCORDING)

    def _later(self, tokens: Tokens, at: int, end: int, form: CueForm) -> Range | None:
        """Whoever is named behind the day or the place at `at` («حسب ما أفاد به اليوم الخميس وزير الري»)."""
        words, first = tokens.words, self._names.asides.skip(tokens, at, end)
        if not at < first < min(end, at + _DAY) or words[first].kind != WORD:
            return None
        kind = self._kinds.get(words[first].fold)
        if not (_is_somebody(words[first]) or kind in (SpeakerKind.ANONYMOUS, SpeakerKind.OUTLET)):
            return None
        if any(word.kind != WORD for word in words[at:first]):
            return None
        phrase = self._source(tokens, first, end, clitic=False)
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


def _is_somebody(word: Word) -> bool:
    """Whether the word is an office, a title or a first name."""
    return word.title or word.head or word.given


def _runs_on(tokens: Tokens, i: int) -> bool:
    """Whether a word of the same sentence stands right before the one at i."""
    return i > tokens.sentence_starts[i] and tokens.words[i - 1].kind == WORD
