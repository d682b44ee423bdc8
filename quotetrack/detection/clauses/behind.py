"""Subjects behind their verbs (VSO), told from the objects that stand there as often."""

from __future__ import annotations

import re
from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.late_names import LateNames
from quotetrack.detection.noun_phrases.noun_shapes import awaits_owner, is_act_of, pointed_at
from quotetrack.detection.noun_phrases.source import Phrases, bracketed
from quotetrack.detection.records import Gender, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    ACCUSATIVE,
    COLON,
    LEANING,
    OPEN,
    STOP,
    STRAIGHT,
    WORD,
    Word,
    adds_noun,
    is_derived,
)

_HERS: Final = "ها"
_IN: Final = "في"
_OF: Final = "من"
_PARTICIPLE: Final = re.compile("م(?:ت|ست|ن)\\w{2,3}[^اويىه]ا")
"""How a participle in the accusative is written without its tanween."""
_MEDIUM: Final = 3
"""The most words that the name of a medium in marks has."""


class Behind:
    """Finds the subjects behind verbs by a lexicon; `Subjects` finds those in front."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names, self._late = names, LateNames(lexicon, names)
        words = lexicon.words
        self._honorifics = words["honorifics"]
        self._plain_nouns = words["objects"] | words["occasions"] | words["common"]
        self._one_of = words["one_of"]
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._titles, self._sons = words["heads"], words["sons"]

    def subject(self, tokens: Tokens, i: int, until: int) -> Range | None:
        """The subject between the verb at i and token `until` (VSO)."""
        words = tokens.words
        first = i + 1
        while first < until and (
            words[first].cues
            and words[first].cues[0].form in (Form.PARTICIPLE, Form.PRESENT)
            and not words[first].joined
            and first == i + 1
            and not (words[first].head or words[first].noun & nouns.DOCUMENT)
        ):
            first += 1
        if first >= until:
            return None
        if (name := bracketed(tokens, i + 1, until)) is not None:
            return name
        phrase = self._names.noun_phrase(tokens, first, until)
        if phrase is None:
            return None
        opening, between = words[phrase[0]], words[i + 1 : phrase[0]]
        far = not all(word.noun & nouns.ASIDE_ALONE for word in between)  # واتهم مجددا المدينة بأنها: near
        if far and words[phrase[0] - 1].fold == _IN:
            return None  # وقال للصحفيين في قمة الدول إن
        if not far and adds_noun(opening):
            return None  # ذكره والتشبه به
        if self._is_circumstance(words[i], opening) or self._is_what_he_became(tokens, phrase[0]):
            return None
        if self._is_what_it_is_called(words[i], opening) or self._adds(opening):
            return None
        if self._is_mute(tokens, phrase):
            return None
        form = words[i].cues[0] if words[i].cues else None
        if form is not None and self._is_complement(opening, form):
            return None
        if far or words[i].object:
            hers = form is not None and form.gender is Gender.FEMININE
            return None if far and hers and self._names.addressees.is_he(opening) else phrase
        if form is not None and form.cue.transitive and self._is_owned_thing(tokens, phrase[0]):
            return None  # وصف أداء الفريق بأنه
        told = self._names.addressees.begin(tokens, phrase, form)
        if told < phrase[1]:
            return phrase[0], told
        if form is not None and form.cue.transitive:
            return self._subject_and_object(tokens, phrase, until)
        if form is not None and form.cue.object:
            phrase = phrase[0], self._untold(tokens, phrase)
        phrase = phrase[0], self._late.end(tokens, phrase, until)
        return None if form is not None and self._is_object(tokens, phrase, form) else phrase

    def _is_complement(self, word: Word, form: CueForm) -> bool:
        """Whether the verb's own preposition is written with the word behind it (أشاد بموقف الدول)."""
        leans = word.raw[0] in LEANING and word.raw[0] in form.cue.act
        known = word.given or word.head or word.title or word.fold in self._kinds or word.fold in self._places
        return leans and not (known or word.noun & nouns.MAY_BEGIN_NAME)

    def _adds(self, word: Word) -> bool:
        """Whether the word is one more thing (والفكر): behind its verb no subject begins so."""
        thing = word.fold.startswith("وال") and len(word.fold) > 5 and bool(word.noun & nouns.ORDINARY)
        joined = word.joined and word.raw[0] == "و" and word.base not in self._one_of  # واحد
        return (thing or joined) and not (word.head or word.title)

    def _is_mute(self, tokens: Tokens, phrase: Range) -> bool:
        """Whether a phrase opens with what hardly ever speaks, and nothing said follows it (نشرت صورة …)."""
        words = tokens.words
        first, end = phrase
        first = pointed_at(tokens, phrase)  # واعتبر هذا الاعتداء
        word = words[first]
        if not word.noun & nouns.MUTE or word.stem in tokens.speaking:
            return False
        if first + 1 < end and words[first + 1].stem in tokens.speaking and not word.raw.endswith("ة"):
            return False  # قال دوري جولد، وقال جولد
        if end < tokens.count and (words[end].noun & nouns.LINK or words[end].fold in LEANING):
            end += 1
        following = words[end] if end < tokens.count else None
        return not (
            following is None
            or following.complementiser
            or following.relative
            or following.kind == COLON
            or end in tokens.quote_at
        )

    def _is_circumstance(self, verb: Word, word: Word) -> bool:
        """Whether the word is in the accusative, as no subject is (سيُنشر كاملاً، ليردف متأسفا)."""
        if word.raw.endswith(ACCUSATIVE):
            return True
        masculine = any(form.gender is Gender.MASCULINE for form in verb.cues)
        shape = _PARTICIPLE.fullmatch(word.raw) is not None
        return masculine and shape and not (word.given or word.head or word.fold in self._places)

    def _is_what_he_became(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at k is an indefinite title in the accusative («عندما انتخب رئيسا للجمهورية»).

        Two in construct look alike («حاكما الولايتين»).
        """
        word, following = tokens.words[k], tokens.words[k + 1] if k + 1 < tokens.count else None
        if word.title or word.given or not word.raw.endswith("ا") or word.raw.endswith("ها"):
            return False
        alone = following is None or following.preposition or following.raw.startswith("ل")
        described = following is not None and following.raw.endswith("ا")
        return word.fold[:-1] in self._titles and (alone or described)

    @staticmethod
    def _is_what_it_is_called(verb: Word, word: Word) -> bool:
        """Whether the word is in the accusative behind a verb that calls its pronoun so (تعتبره مهما جدا)."""
        calls = verb.object and any(form.cue.calls or form.cue.describes for form in verb.cues)
        return calls and word.fold.endswith("ا") and not (word.definite or word.given or word.head)

    def _is_object(self, tokens: Tokens, phrase: Range, form: CueForm) -> bool:
        """Whether the phrase right behind a verb can only be its object: it does not agree, or is «his»."""
        word = tokens.words[phrase[0]]
        fold = word.fold
        if self._names.addressees.come_first(tokens, phrase, form):
            return True
        many = word.noun & nouns.MANY and word.noun & nouns.ENDS_IN_IN
        if many and form.gender is Gender.FEMININE and self._goes_on(tokens, phrase[1]):
            return True  # أدانت الصحفيين «بالارتباط»
        known = fold in self._kinds or fold in self._honorifics or fold in self._places
        if word.head or word.title or word.given or known:
            return False
        if word.stem in tokens.surnames:
            return False
        if not word.definite and "" in form.cue.act and is_act_of(tokens, phrase[0]):
            return self._goes_on(tokens, phrase[1])  # ترفض إعطاء الرخص
        if word.definite and "" in form.cue.act and is_derived(fold):
            return True  # فطلب الانتظار
        if word.stem in tokens.named:
            return False
        if form.gender is Gender.MASCULINE and word.raw.endswith("ة"):
            that = tokens.words[phrase[1]] if phrase[1] < tokens.count else None
            if that is None or not that.complementiser:
                return True
            hers = that.fold.endswith(_HERS)  # ذكر القصة أنها, but قال القراصنة إنهم
            return word.definite and (form.cue.object or hers)  # أكد بوريطة أن: a man's name
        owned = next((fold[: -len(s)] for s in ("هما", "ها", "هم", "ه") if fold.endswith(s)), "")
        return owned in self._plain_nouns and not word.definite and word.raw[-1:] != "ة"

    @staticmethod
    def _goes_on(tokens: Tokens, k: int) -> bool:
        """Whether what stands at k begins no clause of its own."""
        return k < tokens.count and not (tokens.words[k].complementiser or tokens.words[k].kind == COLON)

    def _untold(self, tokens: Tokens, phrase: Range) -> int:
        """The end of a phrase without the medium that was told something (أبلغ مسؤول رويترز أن)."""
        words = tokens.words
        first, end = phrase
        for k in range(first + 1, end):
            if k in tokens.quote_at and self._is_told(tokens, k, first):
                return k
            asked = words[k].fold == _OF and words[k].preposition
            if asked and (words[k - 1].definite or words[k - 1].given or words[k - 2].given):
                return k  # طلب المدير من الموظفين
            if self._kinds.get(words[k].fold) is not SpeakerKind.OUTLET:
                continue
            before = words[k - 1]
            described = k == first + 1 or before.noun & nouns.COMMON
            withheld = described and self._kinds.get(words[first].fold) is SpeakerKind.ANONYMOUS
            if before.kind != WORD or before.preposition or before.naming:
                continue
            titled = (before.head or before.title) and not before.noun & nouns.QUALIFIER
            if withheld or before.definite or not (titled or before.noun & nouns.ORDINARY):
                return k
        return end

    def _is_told(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether the name in marks at k is the medium that a man told (أبلغ المدير «الضفاف» أن)."""
        words, quotation = tokens.words, tokens.quote_at[k]
        before, kinds = words[k - 1], self._kinds
        if quotation.words > _MEDIUM or before.kind != WORD or before.preposition or _names(before):
            return False
        if k > first + 1 and (before.given or words[k - 2].given or words[k - 2].fold in self._sons):
            return True
        if kinds.get(words[first].fold) is SpeakerKind.ANONYMOUS:
            return True
        man = words[first].title or words[first].head
        bodies = any(_names(w) or kinds.get(w.fold) is SpeakerKind.ORGANISATION for w in words[first:k])
        return man and before.definite and not bodies

    def _subject_and_object(self, tokens: Tokens, phrase: Range, until: int) -> Range | None:
        """The subject of a verb that always has an object, where both stand behind it, else None."""
        words = tokens.words
        first, end = phrase
        pointed = bool(words[first].noun & nouns.DEMONSTRATIVE) and first + 1 < until
        if pointed and words[first + 1].definite:
            end = max(end, first + 2)  # وصف هذا القرار بأنه
            phrase = first, end
        for k in range(first + 1 + pointed, end):
            word, before = words[k], words[k - 1]
            if word.kind != WORD or before.kind in (STOP, OPEN, STRAIGHT):
                continue  # د . سامي، منظمة «أوبك»
            opens = (
                word.title or word.head or word.given or word.fold in self._kinds or word.fold in self._places
            )
            waits = (before.head or before.naming or before.title) and not before.definite
            waits = waits or awaits_owner(before)
            construct = waits or before.preposition or (before.definite and word.fold.endswith("يه"))
            name = (before.title or before.head or before.given) and not word.definite
            if opens and not construct and not name and not (before.definite and word.given):
                return first, k
        object_at = None if pointed else self._definite_behind_name(tokens, phrase)
        if object_at is not None and end == until:
            return first, object_at  # وصف الأمين العام أنطونيو غوتيريس الوضع بأنه
        rest = self._names.asides.skip(tokens, end, until)
        more = rest < until and words[rest].kind == WORD and not words[rest].complementiser
        more = more and not (words[rest].fold[0] == "ب" and end - first == 1)  # وصف الانفجار بالكبير
        body = self._kinds.get(words[first].fold) is SpeakerKind.ORGANISATION  # اتهم حزب الوفد بأنه: whom
        return phrase if more or (end - first > 2 and not body) else None

    def _is_owned_thing(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at k is what somebody has or did, as his name or title behind it shows."""
        word, owner = tokens.words[k], tokens.words[min(k + 1, tokens.count - 1)]
        known = word.title or word.head or word.given or word.naming or word.stem in tokens.speaking
        known = known or bool(word.cues)
        thing = word.noun & (nouns.MUTE | nouns.OBJECT) and not known and word.fold not in self._kinds
        return bool(thing) and not word.definite and owner.kind == WORD and (owner.definite or owner.title)

    def _definite_behind_name(self, tokens: Tokens, phrase: Range) -> int | None:
        """The definite noun at the end of a phrase, behind a name that has no article."""
        first, end = phrase
        words = tokens.words
        k = end - 1
        while k > first and words[k].kind == WORD and words[k].definite:
            k -= 1
        name = words[k]
        waits = (
            name.head
            or name.title
            or name.naming
            or name.fold in self._kinds
            or name.fold in self._plain_nouns
        )
        return k + 1 if first < k < end - 1 and name.kind == WORD and not (waits or name.kin) else None


def _names(word: Word) -> bool:
    """Whether marks behind the noun hold the name of what it is (نادي «الضفاف»), no man's."""
    return word.naming and not (word.title or word.head)
