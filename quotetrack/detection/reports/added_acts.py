"""Speech acts that follow in the sentence of a report and end it (… لافتاً إلى أهمية، …، وحذر من)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.detection.records import CueClass, Gender, Number
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import ACCUSATIVE, COMMA, LEANING, WORD, Word

_ACTS: Final = frozenset(
    (CueClass.DIRECTIVE, CueClass.PRAISE, CueClass.WARNING, CueClass.PROMISE, CueClass.ACCUSATION)
)
"""What somebody does with words who has reported something («، ودعا إلى»)."""
_TELLING: Final = frozenset((CueClass.POINTING, CueClass.EXPLANATION))
"""… and what he tells besides, by verbs that are spelt like no others («، ونوه بـ», not «، وذكر بيانات»)."""
_OF_SPEAKERS: Final = frozenset(
    (CueClass.POINTING, CueClass.CONFIRMATION, CueClass.EXPLANATION, CueClass.STATEMENT, CueClass.ADDITION)
)
"""Participles with which a speaker goes on, and hardly anybody of whom he tells."""
_REACH: Final = 8
"""How far behind its verb the preposition of a speech act may stand, in tokens."""
_NEAR: Final = 5
"""… behind whom it is addressed to (محذرا الشباب من)."""
_ALEF: Final = "ا"
_IN: Final = "في"
_ABOUT: Final = "عن"
"""What somebody feels stands behind it, or what he announces («، وأعرب عن أمله»)."""
_FEMININE: Final = "ة"
_HER: Final = "نها"
_HERS: Final = (_FEMININE, "ته", "تها", "تهم")
_COUNTRY: Final = "بلاد"
"""How the subject of a report ends, or begins, that is feminine."""
_CLAUSE: Final = 24
"""The most tokens of a report whose subject is asked for."""
_PLURAL: Final = "ين"


class AddedActs:
    """Tells where a speech act of whoever reports begins."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._being = words["being"] | words["there"]
        self._objects = words["acts.pronoun_objects"]

    def by_participle(self, words: Sequence[Word], i: int, limit: int) -> bool:
        """Whether a participle of saying and what it takes stand at i (… لافتاً إلى أهمية)."""
        word, before = words[i], words[i - 1]
        if not word.cues or i + 2 >= limit or word.definite or before.fold in self._being:
            return False  # ما زال واعدا بالمزيد
        forms = [form for form in word.cues if form.form is Form.PARTICIPLE]
        if not forms:
            return False
        if word.raw.endswith((*ACCUSATIVE, _ALEF)):
            links = {link for form in forms for link in form.cue.act}
            if self._takes(words, i, limit, links, addressed=any(form.cue.object for form in forms)):
                return True
            says = any(form.cue.cue_class in _OF_SPEAKERS and "" in form.cue.act for form in forms)
            return says and _is_object(words[i + 1]) and not _is_indefinite(before)
        # No indefinite participle describes a definite noun: it says how somebody spoke.
        if not (word.raw.endswith((_FEMININE, _PLURAL)) and before.definite):
            return False
        links = {link for form in forms if form.cue.cue_class in _OF_SPEAKERS for link in form.cue.act}
        return _is_link(words[i + 1], links)

    def _takes(self, words: Sequence[Word], i: int, limit: int, links: set[str], *, addressed: bool) -> bool:
        """Whether one of `links` stands behind the participle at i, or behind an aside or its object."""
        following, second = words[i + 1], words[i + 2]
        if _is_link(following, links):
            return True
        aside = following.fold == _IN and second.noun & (nouns.DEMONSTRATIVE | nouns.TIME)
        owned = following.fold in self._objects  # داعيا إياها إلى
        spoken_to = addressed and following.kind == WORD and (following.definite or following.title)
        if not (aside or owned or spoken_to):
            return False
        near = words[i + 2 : min(i + 2 + _NEAR, limit)]
        for word in near:
            if word.kind != WORD or word.finite or word.complementiser or word.relative:
                return False
            if _is_link(word, links):
                return True
        return bool(aside) and "" in links

    def by_verb(self, words: Sequence[Word], i: int, limit: int) -> bool:
        """Whether «و» adds at i a speech act of whoever reports («، وحذر من», «، وأعربت عن»)."""
        if i + 1 >= limit or words[i + 1].noun & nouns.SAME:
            return False  # وطالب معاليه
        return self._by_his_verb(words, i, limit)

    def by_speaker(self, tokens: Tokens, first: int, i: int, limit: int) -> bool:
        """Whether «و» adds at i, with no comma, an act that the subject of the report cannot do by gender.

        «قال السفير إن حكومته لن تتراجع ودعا إلى الهدوء»; `first` is the report's أن.
        """
        words = tokens.words
        subject = words[min(first + 1, limit - 1)]
        if not (words[first].complementiser and words[i].joined and i - first <= _CLAUSE and i + 1 < limit):
            return False
        hers = words[first].fold.endswith(_HER) or subject.raw.endswith(_HERS)
        hers = hers or bool(subject.noun & nouns.COUNTRY) or subject.fold.startswith(_COUNTRY)
        if not hers or any(form.gender is not Gender.MASCULINE for form in words[i].cues):
            return False
        if any(word.complementiser or word.relative or word.kind == COMMA for word in words[first + 1 : i]):
            return False
        asks = any(form.cue.object or _is_link(words[i + 1], form.cue.act) for form in words[i].cues)
        return asks and self.by_verb(words, i, limit)  # not ورحب الركاب بالطاقم

    def in_next_sentence(self, tokens: Tokens, i: int) -> bool:
        """Whether the paper goes on at i with an act of whoever spoke («. وأشاد معاليه بـ», «. ودعا إلى»)."""
        words, limit = tokens.words, tokens.sentence_ends[i]
        if i + 1 >= limit or not self._by_his_verb(words, i, limit):
            return False
        if words[i].cues[0].number is Number.DUAL:
            return False
        following = words[i + 1]
        named = following.stem in (tokens.surnames if following.definite else tokens.named)
        known = named or following.title or following.given or following.noun & nouns.SAME
        return bool(known) or any(_is_link(following, form.cue.act) for form in words[i].cues)

    @staticmethod
    def _by_his_verb(words: Sequence[Word], i: int, limit: int) -> bool:
        """Whether «و» and a verb in the third person stand at i, and the preposition of its act near them."""
        if not (words[i].joined and words[i].finite) or words[i].object:
            return False
        sure = len({form.cue.lemma for form in words[i].cues}) == 1
        for form in words[i].cues:
            acts = form.cue.cue_class in _ACTS or (sure and form.cue.cue_class in _TELLING)
            feels = form.cue.cue_class is CueClass.ANNOUNCEMENT and _ABOUT in form.cue.act
            if (acts or feels) and form.form is Form.PAST and form.person == 3:
                links = form.cue.act - {""}
                near = words[i + 1 : min(i + _REACH, limit)]
                if any(_is_link(word, links) for word in near):
                    return True
        return False


def _is_link(word: Word, links: set[str] | frozenset[str]) -> bool:
    """Whether the word is a preposition of `links`, or one leans on it."""
    if word.fold in links:
        return True
    return len(word.fold) > 1 and word.fold[0] in links and word.fold[0] in LEANING


def _is_object(word: Word) -> bool:
    """Whether the word is a noun that is confirmed or explained (مؤكدا حرص الوزارة), no adjective or time."""
    if word.kind != WORD or word.finite or word.verbal or word.complementiser or word.relative:
        return False
    if word.preposition or word.adverbial or word.pronoun or word.adds:
        return False
    time = word.noun & (nouns.TIME | nouns.DAY | nouns.DEMONSTRATIVE)
    return not time and not word.raw.endswith((*ACCUSATIVE, _ALEF)) and word.fold[0] not in LEANING


def _is_indefinite(word: Word) -> bool:
    """Whether the word is a noun in the accusative that a participle may describe (وعدا مؤكدا)."""
    return word.kind == WORD and not word.definite and word.raw.endswith((*ACCUSATIVE, _ALEF))
