"""Subjects in front of their verbs, and what may be one: «الوزير الذي زار المدينة قال إن»."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.clauses.relative_pronouns import RelativePronouns
from quotetrack.detection.clauses.relatives import Relatives
from quotetrack.detection.clauses.since import is_main_verb
from quotetrack.detection.clauses.subject_openings import SubjectOpenings
from quotetrack.detection.clauses.told_by_clause import ToldByClause
from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    COLON,
    COMMA,
    DASH,
    PAREN,
    STOP,
    UNPAREN,
    WORD,
    Word,
    adds_noun,
)

_AS_FOR: Final = "اما"
_AND: Final = "و"
_HAD: Final = "قد"
_BUT: Final = "ولكن"
_BUTS: Final = ("لكن", _BUT)
_THAT: Final = "ان"
_QUOTED_NAME: Final = 4
_FULL_NAME: Final = 5
_ASIDE: Final = 6
"""An aside between dashes or brackets begins less than so many tokens before its end."""
_FROM: Final = "من"
_EDGES: Final = frozenset((COMMA, DASH, STOP, COLON))


_OWNER: Final = 4
"""How many words may say whose something is that «was» has behind it."""
_APPOSED: Final = 4
"""How many tokens stand at least before a verb whose subject has its name between commas."""


class Subjects:
    """Finds the subjects in front of verbs by a lexicon; `Behind` finds those behind."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names = names
        self._openings = SubjectOpenings(lexicon)
        self._described, self._pronouns = Relatives(lexicon), RelativePronouns(lexicon, names)
        self._told = ToldByClause(lexicon)
        words = lexicon.words
        self._openers, self._new_clause = words["clause_openers"], words["new_clause"]
        self._auxiliaries, self._resumes = words["auxiliaries"], words["resumes"]
        self._honorifics = words["honorifics"]
        self._once_before = words["once_before"]
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._within, self._particles = words["within"], words["name_particles"]
        self._being = words["being"]
        self._were = words["acts.were"]
        self._is_subject = words["pronoun_subjects"]
        self._in_turn, self._on_part = words["in_turn"], words["for_their_part"]

    def in_front(self, tokens: Tokens, i: int, behind: Range) -> Range | None:
        """The subject in front of the verb at i where the phrase behind it is more likely its object."""
        words = tokens.words
        if words[i].joined or not i:
            return None
        cue = words[i].cues[0].cue if words[i].cues else None
        outlet = behind[0] in tokens.quote_at or self._kinds.get(words[behind[0]].fold) is SpeakerKind.OUTLET
        addressed = (
            cue is not None and cue.object and (outlet or words[i - 1].fold in self._auxiliaries)
        )  # فلان أبلغ «الوكالة»
        somebody = not addressed and self._somebody(tokens, behind[0])
        if (leading := self._leading(tokens, i)) is not None:
            return leading
        if somebody and words[i].object and words[i - 1].relative:
            return None  # النظام الذي وصفه البنك بأنه
        if somebody and not (cue is not None and cue.object):
            return None
        front = self.before(tokens, i)
        if front is None:
            return None
        if not (self._somebody(tokens, front[0]) or self._pronouns.is_leaned_on(words[front[0]])):
            return None
        behind_comma = front[1] + (words[front[1]].kind == COMMA)
        reaches = front[1] == i or words[behind_comma].relative  # التحالف، الذي تقوده … ناشد
        if somebody and not reaches:
            return None
        return front

    def apposed(self, tokens: Tokens, i: int) -> Range | None:
        """The subject that opens the sentence, its name between commas, the verb at i behind it.

        «مدير المخيم، سامي الخالد، طالب المنظمات بـ»: what stands behind the verb is told, then.
        """
        words, low = tokens.words, tokens.sentence_starts[i]
        if words[i].joined or i < low + _APPOSED or words[i - 1].kind != COMMA:
            return None
        while low < i and words[low].kind != WORD:
            low += 1
        front = self.before(tokens, i)
        if front is None or front[0] != low or not (words[low].head or words[low].title):
            return None
        comma = next((k for k in range(low, i - 1) if words[k].kind == COMMA), i)
        name = words[comma + 1]
        return front if comma < i - 2 and (name.given or name.kin or name.fold in self._particles) else None

    def begins(self, tokens: Tokens, i: int, front: Range) -> bool:
        """Whether `front` begins its clause and ends right before the verb at i, with which it agrees.

        «النقابة دعت الحكومة إلى», «لكن المعارضة اتهمت الحكومة بـ», but not «الأحد دعا الرئيس إلى».
        """
        words = tokens.words
        first, end = front
        opening, verb = words[first], words[i]
        had = end == i - 1 and words[end].fold in self._auxiliaries
        if not (end == i or had) or opening.noun & (nouns.DAY | nouns.TIME) or opening.adverbial:
            return False
        before = words[first - 1]
        begins = first == tokens.sentence_starts[i] or before.fold in self._openers
        if not (begins or before.fold.removeprefix(_AND) in self._being):
            return False
        hers = any(form.gender is Gender.FEMININE for form in verb.cues)
        feminine = opening.raw.endswith("ة") or opening.fold in self._places
        masculine = opening.definite and not feminine and not opening.fold.endswith("ات")
        person = opening.given or opening.title or first in tokens.quote_at
        return person or (not masculine if hers else not feminine)

    def _leading(self, tokens: Tokens, i: int) -> Range | None:
        """The subject of the first line where its verb in the present follows («بوتن يحذر ماكرون من …»)."""
        words = tokens.words
        present = all(form.form is Form.PRESENT for form in words[i].cues)
        if tokens.sentence_starts[i] or not present or tokens.sentence_ends[i] == tokens.count:
            return None
        said = words[:i]
        if any(word.adverbial or word.preposition or word.noun & (nouns.DAY | nouns.TIME) for word in said):
            return None
        unknown = all(word.noun & nouns.MAY_BEGIN_NAME and word.noun & nouns.NAMES for word in said)
        return (0, i) if self.before(tokens, i) == (0, i) or (unknown and len(said) < _FULL_NAME) else None

    def _somebody(self, tokens: Tokens, first: int) -> bool:
        """Whether a phrase that begins at `first` is surely a person, a body or a place."""
        word = tokens.words[first]
        return (
            word.head
            or word.title
            or word.given
            or word.definite
            or word.fold in self._kinds
            or word.fold in self._places
            or word.fold in self._honorifics
            or bool(word.noun & nouns.SAME)
            or first in tokens.quote_at
            or (word.stem in tokens.named and not word.raw.endswith("ة"))
        )

    def speaks(self, tokens: Tokens, first: int) -> bool:
        """Whether a phrase that begins at `first` is somebody or something that may speak."""
        word = tokens.words[first]
        several = word.definite and word.fold.endswith(("ون", "ين"))
        indefinite = self._somebody(tokens, first) and not word.definite
        definite = word.head or word.title or word.fold in self._kinds or word.fold in self._places
        return indefinite or definite or several or word.given or word.stem in tokens.named

    def leads(self, tokens: Tokens, i: int) -> bool:
        """Whether the subject of the verb at i stands right in front of it (SVO, or before a relative)."""
        before = self.before(tokens, i)
        return before is not None and (before[1] == i or tokens.words[i - 1].relative)

    def before(self, tokens: Tokens, i: int) -> Range | None:
        """The subject in front of the verb: the phrase that begins its clause and reaches it."""
        words = tokens.words
        in_order = words[i].raw[0] == "ل" and not any(c.form is Form.PAST for c in words[i].cues)
        if (words[i].joined and words[i].raw[0] == "و") or in_order or is_main_verb(tokens, i):
            return None  # ليضيف, not لفت: the subject is that of the clause before
        if i + 1 < tokens.count and words[i + 1].noun & nouns.SAME:
            return None  # أما الخطة، فقد أفاد معاليه
        last = i - 1
        low = tokens.sentence_starts[i]
        if (topic := self._topic(tokens, i, low)) is not None:
            return topic
        quotation = tokens.inside.get(i)
        if quotation is not None:
            low = max(low, quotation.open + 1)
        last = self._before_aside(tokens, last, low)
        while last >= low and words[last].fold in self._auxiliaries:
            last -= 1
        if last < low or words[last].fold in self._new_clause or words[last].fold in self._is_subject:
            return None
        if words[last].adverbial and last - 1 >= low and words[last - 1].relative:
            last -= 1  # الذي طالما شدد
        if words[last].relative:
            return self._pronouns.subject(tokens, i, last, low)
        alone = last == i - 1 and words[last].noun & nouns.ALONE
        if alone and any(form.form is Form.PRESENT for form in words[i].cues):
            return last, i  # سمعنا البعض يزعم
        if (relative := self._pronouns.of_was(tokens, last, low)) is not None:
            return self._pronouns.subject(tokens, i, relative, low)
        if (
            words[last].fold == _THAT
            and words[last - 1].base in self._once_before
            and last - 2 >= low
            and words[last - 2].relative
        ):
            return self._pronouns.subject(tokens, i, last - 2, low)  # الذي سبق أن نفى
        if words[last].fold == _THAT and (owner := self._once(tokens, last, low)) is not None:
            return owner
        if words[last].kind not in (WORD, COMMA) and last not in tokens.quote_end:
            return None
        if (those := self._described.those_who(tokens, i, last, low)) is not None:
            return those
        if (document := self._described.explained(tokens, i, last, low)) is not None:
            return document
        if (sent := self._described.explained_afar(tokens, i, last, low)) is not None:
            return sent
        if last == i - 1 and (described := self._described.antecedent(tokens, i, low)) is not None:
            return described
        following = words[i + 1] if i + 1 < tokens.count else None
        within = following is not None and following.pronoun and following.fold in self._within
        if within and words[last].noun & nouns.IN_ACCUSATIVE:
            return None  # أصدرت الجبهة بيانا تزعم فيه
        return (
            self._reaching(tokens, i, last, low)
            or self._described.introduced(tokens, i, low)
            or self._was(tokens, i, last, low)
            or (self._told.source(tokens, i, low) if last == i - 1 else None)
        )

    def is_described(self, tokens: Tokens, i: int, front: Range) -> bool:
        """Whether the clause of the verb at i only describes the noun in front, which begins no clause."""
        before = tokens.words[front[0] - 1]
        begins = front[0] == tokens.sentence_starts[i] or before.kind != WORD or before.complementiser
        begins = begins or before.fold in self._openers  # لكن خبيرا أكد أن
        if begins or front[1] != i:
            return False
        described = self._described
        return front in (
            described.antecedent(tokens, i, front[0]),
            self._told.source(tokens, i, front[0]),
        )

    @staticmethod
    def _before_aside(tokens: Tokens, last: int, low: int) -> int:
        """The word before the dashes or brackets of an aside that end at `last`.

        «الوزير - وفقه الله - يرى»، «الهيئة العامة للموانئ (موانئ) أكدت».
        """
        words = tokens.words
        opens = DASH if words[last].kind == DASH else PAREN
        if words[last].kind not in (DASH, UNPAREN):
            return last
        for k in range(last - 1, max(low, last - _ASIDE), -1):
            if words[k].kind == opens:
                return k - 1
            if words[k].kind not in (WORD, COMMA):
                break
        return last

    def _topic(self, tokens: Tokens, i: int, low: int) -> Range | None:
        """Of whom أما says what the verb at i tells («أما الوزيرة التي …، فقد رأت»)."""
        words = tokens.words
        if words[low].fold != _AS_FOR or not (words[i - 1].fold in self._resumes or words[i].raw[0] == "ف"):
            return None
        following = words[i + 1] if i + 1 < tokens.count else None
        hangs = following is None or following.kind != WORD or following.noun & nouns.HANGING
        if not hangs and following is not None and not following.complementiser:
            return None  # أما المحور الثاني فقد أفاد معاليه أنه
        phrase = self._names.noun_phrase(tokens, low + 1, i)
        if phrase is None or phrase[0] != low + 1 or not self._somebody(tokens, low + 1):
            return None
        between = range(phrase[1], i - 1)
        return None if any(words[k].raw[0] == "ف" and words[k].finite for k in between) else phrase

    def _reaching(self, tokens: Tokens, i: int, last: int, low: int) -> Range | None:
        """The phrase that begins a clause from `low` on and reaches `last`, right before the verb at i."""
        words = tokens.words
        if last == low and i == low + 1 and self._openings.heads_line(tokens, i):
            return low, i  # فريمان يعترف بأن
        for start in reversed(self._clause_starts(tokens, low, last)):
            if (person := self._described.described(tokens, i, start)) is not None:
                return person
            if not (
                self._openings.may_open(tokens, start, low) or self._openings.is_called(tokens, start, last)
            ):
                continue
            if start in tokens.quote_at and tokens.quote_at[start].close != last:
                continue
            people = words[start].raw[0] == _AND and self._openings.are_people(words[start])
            phrase = self._names.noun_phrase(tokens, start, last + 1, leaning=people)
            if phrase is None or phrase[0] != start:
                continue
            rest = phrase[1]
            if self._adds_subject(tokens, start, last):
                continue
            if rest <= last:
                if words[rest].relative and rest < last:
                    return phrase  # الوزير الذي زار بغداد قال إن
                behind = self._past_bracket(tokens, rest, last)  # سامي الخالد (52 عاما)، وهو سائق …، قال
                aside = words[behind].kind == COMMA and words[last].kind == COMMA
                if start == low and self._openings.is_bearer(tokens, start, last + 1):
                    return start, last + 1
                if self._had(tokens, start, rest, i):
                    return phrase  # كان استطلاع شمل 22 خبيرا قد أظهر
                after = self._names.asides.skip(tokens, rest, last + 1)
                acts = any(word.verbal for word in words[rest : last + 1])  # …، كما عرضت صورا قالت إنها
                edges = (k for k in range(rest, last) if words[k].kind == COMMA)
                acts = acts or any(words[k + 1].fold in self._openers for k in edges)  # …، لكن الحكم قال
                acts = acts or any(
                    word.fold in _BUTS for word in words[rest:last]
                )  # الرجل بريء لكن الشرطة قالت
                if (after <= last or acts) and not aside:
                    continue
            named = any(not w.definite for w in words[start + 1 : rest])  # الأسطورة دييغو مارادونا أعلن
            return None if self._disagrees(words[start], words[i]) and not named else phrase
        return None

    def _was(self, tokens: Tokens, i: int, last: int, low: int) -> Range | None:
        """Whom «was» at the head of the sentence has behind it, and a clause between commas describes.

        «وكانت ورقة سابقة للفريق، صدرت عام 2021، خلصت إلى».
        """
        words = tokens.words
        while low < last and words[low].kind != WORD:
            low += 1
        if words[last].kind != COMMA or words[low].fold.removeprefix(_AND) not in self._were:
            return None
        phrase = self._names.noun_phrase(tokens, low + 1, i, apposition=False)
        if phrase is None or phrase[0] != low + 1:
            return None
        end = phrase[1]
        while end < last and words[end].kind == WORD and not (words[end].verbal or words[end].finite):
            end += 1  # ورقة سابقة | للفريق نفسه
        if not end < last <= end + _ASIDE or end > phrase[1] + _OWNER:
            return None
        phrase, between = (low + 1, end), words[end + 1 : last]
        described = words[end].kind == COMMA and all(word.kind == WORD for word in between)
        verb = between[0] if described else None
        told = verb is not None and (verb.verbal or verb.finite or verb.relative) and not verb.joined
        return phrase if told and not any(word.complementiser for word in between) else None

    @staticmethod
    def _past_bracket(tokens: Tokens, i: int, last: int) -> int:
        """The token behind the brackets that open at i, or i itself."""
        words = tokens.words
        if words[i].kind != PAREN:
            return i
        closes = (k + 1 for k in range(i, min(i + _ASIDE, last)) if words[k].kind == UNPAREN)
        return next(closes, i)

    def _adds_subject(self, tokens: Tokens, start: int, last: int) -> bool:
        """Whether «، و» sets a subject before the verb behind the clause of a report from `start` on.

        «إن الفريق جاهز، والحارس يقول إن», unless a comma closes what it adds.
        """
        words = tokens.words
        if not (start and words[start - 1].complementiser) or words[last].kind == COMMA:
            return False
        commas = (k for k in range(start + 1, last) if words[k].kind == COMMA)
        return any(
            words[k + 1].raw[0] == _AND and self._openings.may_open(tokens, k + 1, start) for k in commas
        )

    def _had(self, tokens: Tokens, start: int, rest: int, i: int) -> bool:
        """Whether «was» stands before the phrase from `start` to `rest`, and «had» before the verb at i."""
        words = tokens.words
        was = start and words[start - 1].fold.removeprefix(_AND) in self._were and words[i - 1].fold == _HAD
        return bool(was) and not any(word.complementiser or word.kind == COLON for word in words[rest:i])

    def _disagrees(self, noun: Word, verb: Word) -> bool:
        """Whether a feminine noun stands before a masculine verb, and so cannot be its subject."""
        form = verb.cues[0] if verb.cues else None
        if form is None or form.person != 3 or form.gender is not Gender.MASCULINE:
            return False
        feminine = noun.definite and noun.raw.endswith("ة") and not (noun.title or noun.given or noun.head)
        return feminine and form.number is Number.SINGULAR

    def _clause_starts(self, tokens: Tokens, low: int, last: int) -> list[int]:
        """Where the clause of the verb may begin, the nearest last comma or link first."""
        words = tokens.words
        starts = []
        for k in range(last, max(low, last - 24) - 1, -1):
            word, before = words[k], words[k - 1]
            opens = before.fold in self._openers or before.fold.removeprefix(_AND) in self._being
            if k == low or opens or before.kind in _EDGES or self._takes_turn(tokens, k, low):
                if k in tokens.quote_at and tokens.quote_at[k].words <= _QUOTED_NAME:
                    starts.append(k)
                if word.fold in self._openers or word.kind != WORD:
                    continue
                if word.preposition or word.adverbial or word.complementiser or word.relative or word.finite:
                    continue
                starts.append(k)
        return starts

    def _takes_turn(self, tokens: Tokens, k: int, low: int) -> bool:
        """Whether only «in his turn» or «for his part» opens the clause before the word at k."""
        words = tokens.words
        if k - 1 < low:
            return False
        first = k - 1
        if words[first].fold in self._on_part and words[first - 1].base == _FROM and first > low:
            first -= 1
        elif words[first].base not in self._in_turn:
            return False
        return first == low or words[first - 1].kind in _EDGES

    def _once(self, tokens: Tokens, that: int, low: int) -> Range | None:
        """Who has done it before: «وسبق للنائب … أن قال»."""
        words = tokens.words
        for k in range(that - 1, max(low, that - 14) - 1, -1):
            if (
                words[k].base.removeprefix("و") in self._once_before
                and k + 1 < that
                and words[k + 1].fold[0] == "ل"
            ):
                rest = self._names.noun_phrase(tokens, k + 2, that)
                return k + 1, rest[1] if rest is not None and rest[0] == k + 2 else k + 2
        return None

    def is_led(self, word: Word) -> bool:
        """Whether و or a preposition is written with the word (والفقرة تنص على، بالمعارضة التي تقول)."""
        leads = word.joined or adds_noun(word) or self._openings.are_people(word)
        return leads or self._pronouns.is_leaned_on(word)
