"""Colon headlines («الكرملين: …»), and quotations behind a known speaker."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from quotetrack.detection.clauses.questions import lists_names, second_lead
from quotetrack.detection.drafts.draft import Draft, Range, Whose
from quotetrack.detection.drafts.headings import without_pictures
from quotetrack.detection.drafts.types import content_type
from quotetrack.detection.noun_phrases.enclosed_names import is_in_name
from quotetrack.detection.noun_phrases.noun_shapes import is_unknown
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.detection.reports.answers import answers
from quotetrack.detection.reports.relayed_leads import RelayedLeads
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    PAREN,
    PLURAL,
    STOP,
    WORD,
    Word,
    bare,
    is_derived,
    stem,
    without_clitic,
)

_LONGEST_OUTLET: Final = 2
_TWO: Final = 2
_LONGEST_LEAD: Final = 12
_TOLD: Final = nouns.AUDIENCE | nouns.ADDRESSED
_BY: Final = "من"
_TO: Final = "ل"
_BULLETS: Final = ("•", "●", "■", "▪", "◆", "○", "►", "◄")
"""What opens a line of a headline in parts; behind «*» stand facts as often."""
_SLASH: Final = "/"
_PRESENT: Final = re.compile("[يت]\\w{3,}")
_LONGEST_BYLINE: Final = 7
_TIME: Final = re.compile(r"\d{1,2}[:.]\d{2}")
_LONGEST_TURN: Final = 600
_OPENING: Final = 8
"""Among how many tokens behind a colon an Arabic word has to stand."""
_PROCLITICS: Final = ("و", "ف")
_OURS: Final = re.compile("\\w{3,}[^\\Wا]نا(?:ه|ها|هم)?|سن\\w{3,}(?:ها|هم|كم)")
"""What «we» do or have (تصدينا، أسقطناها، سنمنعها), and no accusative of a noun in ان."""


def _without_participles(leads: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """The leads without those that end in a participle of saying («الوزير محذراً: …»): the cue is that."""
    participles = {d.start: d for d in drafts if d.rule.startswith("participle") and d.source is None}
    kept = []
    for lead in leads:
        participle = participles.get(lead.start)
        if participle is None or participle.cue is None or participle.cue[1] != lead.anchor:
            kept.append(lead)
        else:
            participle.source, participle.whose, participle.clitic = lead.source, lead.whose, lead.clitic
    return kept


def _is_king(lead: list[Word]) -> bool:
    """Whether a lead names a person whose number it ends with (الملك محمد السادس)."""
    named = lead[0].given or (lead[0].title and len(lead) > _TWO and lead[1].given)
    return len(lead) > 1 and named and lead[-1].definite


class Turns:
    """Rules that need no verb."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names, self._relayed = names, RelayedLeads(lexicon, names)
        self._given = lexicon.words["given"]
        self._media = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.OUTLET}
        self._bodies = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.ORGANISATION}
        self._known = self._given.union(lexicon.kinds, lexicon.places)
        self._labels, self._ends_of_media = lexicon.words["labels"], lexicon.words["ends_of_media"]
        self._endings = self._labels | lexicon.words["releases"]
        self._places, self._topics = lexicon.places, lexicon.words["crossheads"]
        self._first_person, self._in_lam = lexicon.words["first_person"], lexicon.words["in_lam"]
        self._pictures = lexicon.words["pictures"]
        self._sent = lexicon.words["envoys"] | lexicon.words["members"]
        groups = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.GROUP}
        self._people = groups | lexicon.words["plurals"] | lexicon.words["crowds"]

    def make(self, tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
        """Drafts of colon leads and of quotations alone."""
        owned: set[int] = set()
        for draft in drafts:
            for first, end in draft.content:
                owned.update(range(first, end))
        sourced = [d for d in drafts if d.cue and (d.source or d.praised)]
        said = {d.start for d in sourced if d.type != AttributionType.REPORTED}
        made = self._leads(tokens, owned, {d.cue[0] for d in sourced if d.cue})
        made = [d for d in made if d.start not in said]  # رد الوزير: …
        made = _without_participles(made, drafts)
        made += answers(tokens)
        for draft in made:
            owned.update(range(draft.start, draft.end))
        return made + self._alone(tokens, owned, drafts + made)

    def _leads(self, tokens: Tokens, owned: set[int], cues: set[int]) -> list[Draft]:
        """Drafts of names before a colon; before a report of its own a name is a crosshead."""
        words = tokens.words
        drafts = []
        for i in tokens.marks:
            if words[i].kind != COLON or i in owned or i in tokens.inside:
                continue
            draft = self._lead(tokens, i)
            relayed = self._relayed.make(tokens, draft, i) if draft is not None else []
            if relayed:
                drafts += relayed
            elif draft is not None and cues.isdisjoint(range(draft.start, draft.start + 4)):
                drafts.append(draft)
        return drafts

    def _lead(self, tokens: Tokens, colon: int) -> Draft | None:
        words = tokens.words
        start = self._start_of(tokens, colon)
        at = colon + 1
        if start is None or at >= tokens.count or words[at].kind in (BREAK, STOP):
            return None
        if words[colon - 1].fold[-1:].isdigit():
            return None  # a time, a score
        body = start in tokens.quote_at or words[start].fold in self._known or words[start].head
        body = body or self._is_field(tokens, start, colon)
        if words[at].fold[:1].isdigit() and not (body and tokens.starts[at] > tokens.ends[colon]):
            return None
        second = second_lead(tokens, colon)  # فلان يفعل كذا والوزير: …
        source = self._leading(tokens, start if second is None else second, colon, second=second is not None)
        if source is None:
            return None
        if self._opens_body(tokens, start, colon):
            return None
        end = self._turn_end(tokens, start, at)
        if end - at < 2 or lists_names(words[at:end], self._given):
            return None
        own_words = any(w.fold in self._first_person or _of_first_person(w) for w in words[at:end])
        told = words[source[1]]
        topic = words[start].fold in self._places and not self._is_called_to(tokens, told, words[start])
        if topic and not own_words and not self._speaks(tokens, at):
            return None  # «أفغانستان: مقتل ثمانية»: a place for a topic, nobody speaks
        content = [(at, end)]
        kind = content_type(tokens, content)
        if kind is AttributionType.INDIRECT and own_words:
            kind = AttributionType.DIRECT
        return Draft(
            rule="colon-lead",
            anchor=colon,
            type=kind,
            content=content,
            cue=(colon, colon + 1),
            source=source,
            whose=Whose.SOURCE,
            cue_class=CueClass.STATEMENT,
            clitic=second is not None or words[start].joined,
        )

    def _opens_body(self, tokens: Tokens, start: int, colon: int) -> bool:
        """Whether the medium itself opens the body of its article (الضفاف نيوز: احتج عدد من العمال)."""
        words, verb = tokens.words, tokens.words[colon + 1]
        if not tokens.first_break < start or words[start - 1].kind != BREAK:
            return False
        medium = words[start].fold in self._media or words[colon - 1].fold in self._ends_of_media
        return medium and (verb.finite or verb.verbal) and not verb.joined

    def _leading(self, tokens: Tokens, start: int, colon: int, *, second: bool) -> Range | None:
        """Who speaks in the words from `start` to the colon; None where they are a topic or a clause."""
        words, lead = tokens.words, tokens.words[start:colon]
        verbs = lead[0].finite and lead[0].raw[0] in _PROCLITICS  # وكشف الرئيس: «…»
        one = colon - start == 1
        verbs = verbs or any(
            (w.verbal and not (one and self._introduced(tokens, w)))  # ويكيليكس
            or (w.finite and not any(c.form is Form.NOUN for c in w.cues))
            for k, w in enumerate(lead, start)
            if w.fold not in self._places  # تعز، عدن
            and not (k > start and is_in_name(tokens, k, start))
        )
        if verbs or _is_circumstance(lead[0]) or lead[0].base in self._labels:
            return None
        if lead[-1].fold in self._endings and not _is_king(lead):
            return None
        if not any(_is_arabic(word) for word in words[colon + 1 : colon + 1 + _OPENING]):
            return None  # width: 260px
        if second or self._is_field(tokens, start, colon):
            return start, colon
        if self._dated(lead) or self._explained(tokens, start, lead):
            return None
        if one and not self._introduced(tokens, lead[0]):
            return None  # «تمور: برنامج جديد»: a topic
        if self._topic(tokens, lead):
            return None  # «أزمة المياه في الرياحين: تغطية مباشرة»: another
        to_whom = (k for k in range(start + 1, colon) if self._is_told(tokens, start, k))
        told = next(to_whom, colon)
        source = self._names.noun_phrase(tokens, start, told)
        return source if source is not None and source[0] == start else None

    def _is_told(self, tokens: Tokens, start: int, k: int) -> bool:
        """Whether ل leans at k on those to whom a headline lets somebody talk (أمير النخيل | لأهالي الضفاف).

        People are that behind a name, an office of a place or one that needs no more («المفتي للشباب»);
        behind others, and behind bodies, they may say of what it is («مدرب المنتخب للناشئين»).
        """
        words = tokens.words
        word, before, opening = words[k], words[k - 1], words[start]
        if word.noun & _TOLD:
            return True
        if word.fold[0] != _TO or word.given or opening.fold in self._sent:
            return False
        if self._is_called_to(tokens, word, opening):
            return True
        people = word.noun & nouns.FOR_MANY or bare(without_clitic(word.fold, self._in_lam)) in self._people
        if not people or any(w.fold in self._bodies for w in words[start + 1 : k]):
            return False
        office = opening.title or opening.head
        if office and before.definite and k == start + 1:
            return True
        somebody = office or opening.given or is_unknown(opening)
        where = before.fold in self._places or before.noun & nouns.TOWN
        named = before.given or is_unknown(before)
        return bool(somebody and (where or named) and not before.noun & nouns.ORDINARY)

    def _is_called_to(self, tokens: Tokens, word: Word, opening: Word) -> bool:
        """Whether ل leans on one whom the text names, behind another («بوتين لأردوغان»), or on a place."""
        rest = word.fold[1:]
        if word.raw[0] != _TO:
            return False
        if opening.fold in self._places:
            return rest in self._places
        if not (opening.given or is_unknown(opening)) or opening.head or opening.title:
            return False
        key = stem(rest)
        return rest in self._given or key in tokens.last_names or key in tokens.named

    def _dated(self, lead: list[Word]) -> bool:
        """Whether a lead tells when, or where and for or by whom, a text was written («القاهرة رويترز»)."""
        if len(lead) < _TWO:
            return False
        if lead[-1].noun & nouns.TOWN and lead[-2].kind == DASH:
            return True  # الضفاف ـ أبها
        if lead[0].fold.isdigit() and lead[1].noun & nouns.OCCASION:
            return True  # 20 أغسطس
        if lead[0].fold in self._places and lead[-1].fold in self._media:
            return True  # غزة «الضفاف»، وكالات
        if not lead[0].noun & nouns.TOWN:
            return False
        if lead[1].fold == _BY:
            return len(lead) <= _LONGEST_BYLINE  # الرباط من سامي الخالد
        medium = lead[1].fold in self._media or lead[1].noun & nouns.MUTE or lead[1].kind == PAREN
        return bool(medium) and len(lead) <= _LONGEST_OUTLET + _TWO

    def _explained(self, tokens: Tokens, start: int, lead: list[Word]) -> bool:
        """Whether a line of the body explains a thing that it names first («الدماغ: يمكن أن …»)."""
        first = lead[0]
        somebody = first.head or first.title or first.given or first.fold in self._known
        return (
            first.definite
            and tokens.first_break < start
            and not (somebody or first.stem in tokens.speaking or first.stem in tokens.named)
        )

    def _speaks(self, tokens: Tokens, at: int) -> bool:
        """Whether somebody speaks from the token on behind a place, and not an outlet («بغداد: «الضفاف»»).

        A quotation, or what another country does («روسيا: أميركا تستغل»).
        """
        quotation = tokens.quote_at.get(at)
        if quotation is not None:
            return quotation.words > _LONGEST_OUTLET
        if not tokens.words[at].noun & nouns.COUNTRY or at + 1 >= tokens.count:
            return False
        verb = tokens.words[at + 1]
        return verb.verbal or verb.finite or _PRESENT.fullmatch(verb.fold) is not None

    def _turn_end(self, tokens: Tokens, start: int, at: int) -> int:
        """The token after the words from `at` on that the lead at `start` opens: to the end of their line."""
        words, end = tokens.words, at
        while end < min(tokens.count, at + _LONGEST_TURN) and words[end].kind != BREAK:
            end += 1
        if start and words[start - 1].kind == STOP:
            end = min(end, tokens.sentence_ends[at])
        end = without_pictures(words, at, end, self._pictures)
        while end > at and words[end - 1].kind in (STOP, COMMA, BREAK):
            end -= 1
        return end

    def _start_of(self, tokens: Tokens, colon: int) -> int | None:
        """Where a lead begins: a line, a sentence, a live blog's «12:30 |»; None where it is too long."""
        words = tokens.words
        start = colon
        while start > 0 and colon - start < _LONGEST_LEAD + 3:
            before = words[start - 1]
            first = tokens.sentence_starts[start] == start
            if before.kind in (BREAK, DASH) or before.raw == "|" or (before.raw == _SLASH and first):
                break
            if before.kind == COLON and self._labelled(tokens, start - 1):
                break
            if _is_bullet(tokens, start - 1):
                break
            if before.kind == STOP and (before.raw != "." or first):
                break
            start -= 1
        while start < colon and _TIME.fullmatch(words[start].fold):
            start += 1
        if start == colon or colon - start > _LONGEST_LEAD:
            return None
        if start == 0:
            return start
        edge = words[start - 1]
        if edge.kind == DASH and (start == 1 or words[start - 2].kind == BREAK):
            return start  # - جورج: القادم أفضل
        if _is_bullet(tokens, start - 1):
            return start  # • المحكمة: الخطأ وارد
        if edge.kind == DASH and self._labelled(tokens, start - 1):
            return start  # خاص - وزير الري: لا خطط
        opens = edge.kind in (BREAK, STOP, COLON) or edge.raw in ("|", _SLASH) or _TIME.fullmatch(edge.fold)
        return start if opens else None

    def _labelled(self, tokens: Tokens, mark: int) -> bool:
        """Whether a label stands before the mark, at the head of its line («رابط الخبر: الكرملين: …»)."""
        words = tokens.words
        start = mark
        while start > 0 and mark - start < _LONGEST_LEAD and words[start - 1].kind == WORD:
            start -= 1
        line = start == 0 or words[start - 1].kind == BREAK
        return line and start < mark and words[start].base in self._labels

    def _topic(self, tokens: Tokens, lead: list[Word]) -> bool:
        """Whether a lead of several words opens with a noun of no person or body, and so names a topic."""
        first = lead[0]
        somebody = first.head or first.title or first.given or first.fold in self._known
        if len(lead) > 2 and not somebody and is_derived(first.fold):
            return True  # اختفاء سامي الخالد: …
        if first.fold in self._topics:
            return True  # الانتخابات الأفغانية: …
        return (
            len(lead) > 2
            and not (somebody or first.definite or first.kind != WORD)
            and lead[1].definite
            and first.stem not in tokens.named
        )

    def _is_field(self, tokens: Tokens, start: int, colon: int) -> bool:
        """Whether a headline calls by its field alone a body that the text names («التعليم: …»)."""
        words = tokens.words
        field = words[start]
        if start or colon != 1 or not field.definite or field.fold in self._topics:
            return False
        return any(
            one.fold == field.fold and before.base in self._bodies and not before.definite
            for before, one in pairwise(words)
        )

    def _introduced(self, tokens: Tokens, word: Word) -> bool:
        """Whether a single word before a colon is somebody: known to a list, or named in the text."""
        if word.head or word.title or word.naming or word.fold in self._known:
            return True
        if word.stem in tokens.named or (word.definite and word.fold.endswith(PLURAL)):
            return True
        if tokens.introduced is None:
            tokens.introduced = {
                word.fold
                for before, word in pairwise(tokens.words)
                if before.definite
                or before.cues
                or before.title
                or before.head
                or before.naming
                or before.kind == PAREN
                or before.fold in self._given
            }
        return word.fold in tokens.introduced

    def _alone(self, tokens: Tokens, owned: set[int], drafts: list[Draft]) -> list[Draft]:
        """A quotation that is its own sentence, after somebody was introduced as speaking."""
        words = tokens.words
        made = []
        first = min((d.anchor for d in drafts), default=None)
        for quotation in tokens.quotations:
            at, end = quotation.open, quotation.close + 1
            if quotation.words < 5 or at in owned or first is None or first > at:
                continue
            before = words[at - 1] if at else None
            if before is not None and before.kind not in (BREAK, STOP) and at - 1 not in tokens.quote_end:
                continue
            if end < tokens.count and words[end].kind not in (BREAK, STOP):
                continue
            made.append(
                Draft(
                    rule="quotation-alone",
                    anchor=at,
                    type=AttributionType.DIRECT,
                    content=[(at, end)],
                    whose=Whose.CONTINUED,
                )
            )
        return made


def _is_arabic(word: Word) -> bool:
    return word.kind == WORD and any("\u0600" <= letter <= "\u06ff" for letter in word.raw)


def _is_circumstance(word: Word) -> bool:
    """Whether the word only goes on with what somebody does (مؤكدا أن …، مضيفا: …)."""
    somebody = word.definite or word.head or word.title or word.naming or word.given or word.noun_too
    somebody = somebody or bool(word.noun & nouns.DOCUMENT)  # مذكرة للوزارة: …
    return bool(word.cues) and not somebody and all(c.form is Form.PARTICIPLE for c in word.cues)


def _of_first_person(word: Word) -> bool:
    if word.cues:
        return all(cue.person == 1 for cue in word.cues)
    return not (word.given or word.definite or word.adverbial) and _OURS.fullmatch(word.fold) is not None


def _is_bullet(tokens: Tokens, at: int) -> bool:
    """Whether a mark alone at `at` opens a line of a list."""
    words = tokens.words
    return words[at].raw in _BULLETS and (at == 0 or words[at - 1].kind == BREAK)
