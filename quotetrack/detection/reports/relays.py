"""Relays: «نقلت رويترز عن مصدر قوله إن …» keeps who spoke and who passes it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quotetrack.detection.drafts.draft import Draft, Found, Whose
from quotetrack.detection.drafts.frame import Frame
from quotetrack.detection.noun_phrases.late_names import LateNames
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import AttributionType, CueClass, Gender, Number
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import Word

_FOR: Final = "ل"
_REACH: Final = 18
_REACH_BACK: Final = 26


class Relays:
    """Finds the two sources of a relay."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names, self._late = names, LateNames(lexicon, names)
        self._from, self._ascribing = lexicon.words["relayed_from"], lexicon.words["ascribing"]
        self._asked = lexicon.words["asked"]

    def of_verb(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft] | None:
        """The drafts of a relaying verb with a frame of its own; None where it passes nobody on."""
        i = frame.cue
        near = range(i + 1, min(frame.until, i + _REACH))
        about = next((k for k in near if self._is_from(tokens, k)), None)
        if about is None:
            about = next((k for k in near if self._is_to(tokens, i, k)), None)
        if about is None:
            return self._of_pronoun(tokens, frame, draft)
        upto = min(frame.until + 1, tokens.count)
        said = _his_saying(tokens, about + 1, upto)
        if said is not None:
            draft.cue, draft.anchor = (said, said + 1), said
        return self._both(tokens, draft, (i, about), said if said is not None else frame.until, frame.form)

    def _of_pronoun(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft] | None:
        """The drafts of a verb that relays from somebody named before («نقلت عنه الوكالة قوله إن»)."""
        words, i = tokens.words, frame.cue
        near = range(i + 1, min(frame.until, i + _REACH))
        him = next((k for k in near if self._is_from_him(words[k])), None)
        if him is None:
            return None
        said = _his_saying(tokens, him + 1, min(frame.until + 1, tokens.count))
        return self._from_him(tokens, draft, (i, him), said if said is not None else frame.until, frame.form)

    def _is_from_him(self, word: Word) -> bool:
        """Whether the word says that somebody named before is passed on (عنه)."""
        return word.pronoun and word.fold.startswith(tuple(self._from))

    def _from_him(
        self, tokens: Tokens, draft: Draft, relay: tuple[int, int], until: int, form: CueForm
    ) -> list[Draft] | None:
        """`draft` with the one whom the pronoun takes up, and one for the medium; None without a medium."""
        words, (verb, him) = tokens.words, relay
        medium = self._names.noun_phrase(tokens, verb + 1, him) or self._names.noun_phrase(
            tokens, him + 1, until
        )
        if medium is None:
            return None
        passing = replace(
            draft,
            rule="relay-medium",
            type=AttributionType.REPORTED,
            anchor=verb,
            cue=(verb, verb + 1),
            content=list(draft.content),
            source=medium,
            whose=Whose.SOURCE,
            cue_class=CueClass.RELAY,
            lemma=form.cue.lemma,
            gender=form.gender,
            number=form.number,
        )
        if any(c.suffix for c in words[until].cues):
            draft.cue, draft.anchor = (until, until + 1), until
        draft.rule, draft.source, draft.whose = "relay", None, Whose.CONTINUED
        draft.gender = Gender.FEMININE if words[him].fold.endswith("ها") else Gender.MASCULINE
        return [draft, passing]

    def of_noun(self, tokens: Tokens, i: int, draft: Draft) -> list[Draft] | None:
        """The drafts of a noun such as قوله with a relaying verb before it; None where there is none."""
        words = tokens.words
        preposition = him = None
        for k in range(i - 1, max(tokens.sentence_starts[i], i - _REACH_BACK) - 1, -1):
            if self._is_from(tokens, k):
                preposition = k
            if self._is_from_him(words[k]):
                him = k
            if words[k].complementiser and tokens.inside.get(k) is tokens.inside.get(i):
                return None
            if words[k].finite and any(c.cue.relay for c in words[k].cues):
                if preposition is None and him is not None:
                    return self._from_him(tokens, draft, (k, him), i, words[k].cues[0])
                if preposition is None:
                    preposition = next((p for p in range(k + 1, i) if self._is_to(tokens, k, p)), None)
                if preposition is None:
                    return None
                return self._both(tokens, draft, (k, preposition), i, words[k].cues[0])
        return None

    def _is_from(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at k says whom a medium passes on, not who issued it (نقل بيان صادر عن)."""
        words = tokens.words
        before = words[k - 1]
        about = before.noun & nouns.ISSUED or before.fold in self._asked  # ردا على سؤال عن
        return words[k].fold in self._from and not about

    def _is_to(self, tokens: Tokens, verb: int, k: int) -> bool:
        """Whether the word at k is to whom the verb ascribes words, its ل included (نُسب لفلان قوله)."""
        word = tokens.words[k]
        ascribes = any(form.cue.lemma in self._ascribing for form in tokens.words[verb].cues)
        leans = word.fold[0] == _FOR and not (word.cues or word.adverbial or word.given)
        return ascribes and leans and tokens.inside.get(k) is tokens.inside.get(verb)

    def through(self, draft: Draft, frame: Frame, phrases: Mapping[int, Found]) -> list[Draft] | None:
        """The drafts of a verb that names its own source inside («أفاد المصدر، نقلاً عن مسؤول، أن …»)."""
        inside = (phrases[k] for k in range(frame.cue + 1, frame.at) if k in phrases)
        passed = next((p for p in inside if p.relay or (p.relayed and frame.form.cue.relay)), None)
        if passed is None or passed.source is None or draft.source is None:
            return None
        said = replace(
            draft,
            rule="relay",
            anchor=passed.first,
            content=list(draft.content),
            cue=passed.cue,
            source=passed.source,
            whose=Whose.SOURCE,
            gender=Gender.UNKNOWN,
            number=Number.UNKNOWN,
        )
        draft.rule, draft.type, draft.cue_class = "relay-medium", AttributionType.REPORTED, CueClass.RELAY
        return [said, draft]

    def _both(
        self, tokens: Tokens, draft: Draft, relay: tuple[int, int], until: int, form: CueForm
    ) -> list[Draft]:
        """`draft` with the one who spoke as its source, and a second one for the medium."""
        verb, preposition = relay
        draft.rule = "relay"
        draft.clitic = tokens.words[preposition].fold not in self._from
        draft.source = self._names.noun_phrase(tokens, preposition + 1, until)
        if draft.source is not None:
            draft.source = draft.source[0], self._late.end(tokens, draft.source, until)
        if draft.clitic:
            whose = draft.source if draft.source and draft.source[0] == preposition + 1 else None
            draft.source = preposition, whose[1] if whose else preposition + 1
        draft.whose = Whose.SOURCE if draft.source else Whose.CONTINUED
        medium = self._names.noun_phrase(tokens, verb + 1, preposition)
        passing = Draft(
            rule="relay-medium",
            anchor=verb,
            type=AttributionType.REPORTED,
            content=list(draft.content),
            cue=(verb, verb + 1),
            source=medium,
            whose=Whose.SOURCE if medium else Whose.CONTINUED,
            cue_class=CueClass.RELAY,
            lemma=form.cue.lemma,
            gender=form.gender,
            number=form.number,
        )
        return [draft, passing] if medium is not None or form.person == 3 else [draft]


def _his_saying(tokens: Tokens, first: int, end: int) -> int | None:
    """The noun of saying with its pronoun from `first` up to `end` (قوله، تأكيدها)."""
    nouns = (
        k for k in range(first, end) if any(c.form is Form.NOUN and c.suffix for c in tokens.words[k].cues)
    )
    return next(nouns, None)
