"""The noun phrase that names a source: where it begins, and how far it runs.

A source is a title, a name, an apposition and adjectives, without a relative clause. Arabic gives
no brackets, so the phrase is followed word by word until something comes that cannot carry it on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.detection.noun_phrases.addressees import Addressees
from quotetrack.detection.noun_phrases.asides import Asides, after_bracket
from quotetrack.detection.noun_phrases.enclosed_names import is_name_apposed
from quotetrack.detection.noun_phrases.noun_shapes import is_of_marked
from quotetrack.detection.noun_phrases.stops import Stops
from quotetrack.detection.noun_phrases.told_outlets import ToldOutlets
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.quotations import holds_person
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    PAREN,
    PERCENT,
    STOP,
    UNPAREN,
    WORD,
    Word,
)

_LONGEST: Final = 28
_STROKE: Final = "/"
_OF: Final = "من"
_ENDING: Final = nouns.WATCHED | nouns.APART | nouns.OBLIQUE
_SORT: Final = 2
"""The most words that only tell what sort of thing has a name (وكالة أنباء)."""
_NAME: Final = 4
"""The most words of a name in quotation marks or between commas."""


class Phrases:
    """Finds noun phrases by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._faith, self._kinds = lexicon.words["faith"], lexicon.kinds
        self._following = lexicon.words["following"]
        self._approximately = lexicon.words["approximately"]
        self._more_or_less = lexicon.words["more_or_less"]
        self._given, self._short_titles = lexicon.words["given"], lexicon.words["short_titles"]
        self.asides, self._stops = Asides(lexicon), Stops(lexicon)
        self.addressees, self._told = Addressees(lexicon), ToldOutlets(lexicon)

    def noun_phrase(
        self,
        tokens: Tokens,
        first: int,
        limit: int,
        *,
        apposition: bool = True,
        named: bool = False,
        leaning: bool = False,
    ) -> tuple[int, int] | None:
        """The source phrase that begins at token `first` and ends before `limit`, or None.

        Leading commas and adverbials («، في تصريح …،») are passed over; an apposition between
        commas is taken in («رئيس الجمهورية، الباجي …،»); with `named` only one that is surely a name
        or a title. With `leaning` the first word is known for a noun on which a preposition leans.
        """
        if not leaning and (counted := self._past_approximation(tokens, first, limit)) > first:
            about = self.noun_phrase(tokens, counted, limit, apposition=apposition, named=named)
            if about is not None and about[0] == counted:
                return first, about[1]
        if not leaning:
            first = self._told.past(tokens, self.asides.skip(tokens, first, limit), limit)
        if first >= limit:
            return None
        end = self._walk(tokens, first, limit, taken=leaning)
        if end <= first:
            return None
        pointing = tokens.words[end - 1].fold in self._following and end < tokens.count
        if pointing and end - 1 > first and tokens.words[end].kind == COLON:
            return first, end - 1  # أعلنت الوزارة الآتي: …
        if (told := self._told.begin(tokens, first, end)) < end:
            return first, told
        if apposition and end < limit - 1 and tokens.words[end].kind == COMMA:
            following = tokens.words[end + 1]
            if named and not (following.fold in self._given or following.title or following.head):
                return first, end
            opening = tokens.words[first]
            somebody = opening.title or opening.head or opening.given
            end = self._apposition(tokens, end, limit, somebody=somebody)
        return first, end

    def _past_approximation(self, tokens: Tokens, first: int, limit: int) -> int:
        """The number or share behind «about» or «more than» at `first`; `first` where none is."""
        words = tokens.words
        if first + 2 >= limit or words[first].kind != WORD:
            return first
        after = first
        if words[first].fold in self._approximately:
            after = first + 1
        elif words[first].fold in self._more_or_less and words[first + 1].fold == _OF:
            after = first + 2
        if after == first or after >= limit:
            return first
        word = words[after]
        withheld = self._kinds.get(word.fold) is SpeakerKind.ANONYMOUS
        return after if withheld or word.noun & (nouns.NUMBER | nouns.LISTING) else first

    def _walk(self, tokens: Tokens, first: int, limit: int, *, taken: bool) -> int:
        words = tokens.words
        i = end = first + taken
        limit = min(limit, first + _LONGEST)
        while i < limit:
            word = words[i]
            kind = word.kind
            if kind == WORD:
                if (i <= first + 1 or word.noun & _ENDING) and self._stops.at(tokens, i, first):
                    break
                i += 1
                if not (word.noun & nouns.LINK or word.preposition) or i == limit:
                    end = i
                continue
            if (quotation := tokens.quote_at.get(i)) is not None:
                if (
                    quotation.words > 7
                    or (i == first and quotation.words > 1 and words[i + 1].noun & nouns.SAYS)
                    or quotation.close >= limit + 1
                    or not (
                        i == first
                        or words[i - 1].noun & nouns.TAKES_QUOTED
                        or (words[first].naming and i - first <= _SORT)  # وكالة أنباء «…»
                        or self._names_somebody(tokens, i, first)
                        or is_of_marked(tokens, i - 1, first)
                    )
                ):
                    break
                i = end = quotation.close + 1
                named = quotation.words > 1 and words[quotation.open + 1].given
                office = i < limit and (words[i].title or words[i].head)  # الشيخ "سامي الخالد" المتحدث باسم …
                if named and (words[first].head or words[first].title) and not office:
                    break
            elif kind == PAREN:
                after = after_bracket(tokens, i, limit)
                inner = words[min(i + 1, tokens.count - 1)]
                short = words[i - 1].naming and i - first <= _SORT and after - i <= _NAME + 2
                if short and not inner.preposition:
                    i = end = after  # وكالة (د ب أ): brackets for quotation marks
                    continue
                if after >= limit or words[after].kind != WORD or self._stops.at(tokens, after, first):
                    break
                i = after
            elif i > first and self._joins(tokens, i):
                i += 1
            else:
                break
        return end

    def _names_somebody(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the quotation at i holds the name of whom a title calls, or what he is in charge of.

        «المتحدث … "فلان الفلاني":»، «قائد عمليات "نينوى" اللواء فلان».
        """
        quotation = tokens.quote_at[i]
        if not (tokens.words[first].head or tokens.words[first].title) or quotation.words > _NAME:
            return False
        after = quotation.close + 1
        if after >= tokens.count:
            return False
        following = tokens.words[after]
        if following.title or following.given:
            return True
        if quotation.words < 2:
            return False
        said = following.complementiser or following.kind == COLON or after in tokens.quote_at
        return said or bool(following.noun & nouns.AUDIENCE)

    def _joins(self, tokens: Tokens, i: int) -> bool:
        """Whether the mark at i holds a phrase together: a hyphen, a stroke, an initial's dot, a per cent."""
        word, before = tokens.words[i], tokens.words[i - 1]
        if word.kind == DASH:
            after = min(i + 1, tokens.count - 1)
            return tokens.ends[i] == tokens.starts[after] and tokens.ends[i - 1] == tokens.starts[i]
        if word.kind == STOP:
            return word.raw == "." and len(before.fold) == 1
        if word.raw == _STROKE:
            return before.fold in self._short_titles  # د/ سامي
        return word.raw in PERCENT and before.fold[-1].isdigit()

    def _is_named(self, words: Sequence[Word]) -> bool:
        """Whether an apposition is a name, with its title or without (، المهندس سامي الخالد)."""
        first = words[0]
        titled = len(words) > 1 and first.title and words[1].noun & nouns.MAY_BEGIN_NAME
        unknown = all(w.noun & nouns.MAY_BEGIN_NAME and not w.noun & nouns.ORDINARY for w in words)
        return first.given or bool(titled) or (1 < len(words) <= _NAME and unknown)

    @staticmethod
    def _adds_office(word: Word) -> bool:
        """Whether the word adds an office to one before a comma (، كبير المستشارين، ومدير المكتب،)."""
        return word.adds and word.head and not word.definite

    def _closes(self, word: Word) -> bool:
        """Whether an apposition may end before the word."""
        aside = word.noun & (nouns.HANGING | nouns.AUDIENCE)
        return word.kind in (COMMA, COLON) or word.complementiser or bool(aside)

    def _apposition(self, tokens: Tokens, comma: int, limit: int, *, somebody: bool) -> int:
        """The end of the phrase with the apposition after `comma`, or `comma` where there is none.

        No body is in apposition to `somebody`.
        """
        words = tokens.words
        start = comma + 1
        quotation = tokens.quote_at.get(start)
        person = quotation is not None and holds_person(tokens.words, quotation)
        enclosed = is_name_apposed(tokens, start)
        if quotation is not None and (quotation.words <= 3 or person) and quotation.close < limit:
            return quotation.close + 1
        if not enclosed and (
            words[start].kind != WORD
            or words[start].noun & nouns.BEARING  # بمحافظة عدن، جنوب البلاد
            or (somebody and words[start].noun & nouns.BODY)  # طالب النائب سامي الخالد، الحكومة بـ
            or self._stops.at(tokens, start, comma)
            or (words[start].joined and not self._adds_office(words[start]))
            or words[start].passive  # …، عُمم على
            or words[start].cues
        ):
            return comma
        if (
            not enclosed
            and words[start].fold[0] in "وبلف"
            and words[start].fold not in self._given
            and not words[start].noun & nouns.SOMEBODY
            and not words[start].head
            and not is_apposed(tokens, start)
            and not (start + 1 < limit and words[start + 1].fold in self._faith)  # فخر الدين
        ):
            return comma
        end = self._walk(tokens, start, limit, taken=False)
        if end <= start or end - start > 16:
            return comma
        ends = end == limit or words[end].kind in (STOP, BREAK)
        if not (end == limit or self._closes(words[end]) or (ends and self._is_named(words[start:end]))):
            return comma
        if end < limit and words[end].kind == COMMA and end + 1 < limit and end - start <= 12:
            return (
                self._apposition(tokens, end, limit, somebody=somebody)
                if words[end + 1].head or words[end + 1].title
                else end
            )
        return end


def is_apposed(tokens: Tokens, i: int) -> bool:
    """Whether an unknown name stands between two commas from i on («الوزير، برونو لومير، الناس إلى»)."""
    words = tokens.words
    if not i or words[i - 1].kind != COMMA or words[i].fold.startswith("بال"):
        return False
    k = i
    while k < tokens.count and words[k].noun & nouns.MAY_BEGIN_NAME and not words[k].noun & nouns.ORDINARY:
        k += 1
    return 1 < k - i <= _NAME and k < tokens.count and words[k].kind == COMMA


def bracketed(tokens: Tokens, at: int, limit: int) -> tuple[int, int] | None:
    """The name in brackets that opens at `at`, where they stand for quotation marks (كتبت (الضفاف) أن)."""
    words = tokens.words
    if at + 1 >= limit or words[at].kind != PAREN or words[at + 1].kind != WORD or words[at + 1].preposition:
        return None
    close = next((k for k in range(at + 2, min(at + _NAME + 2, limit)) if words[k].kind == UNPAREN), None)
    return None if close is None else (at, close + 1)
