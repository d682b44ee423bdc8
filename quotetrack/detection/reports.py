"""Reports: a cue, its source and its content, where the cue's frame is met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotetrack.detection import nouns
from quotetrack.detection.behind import Behind
from quotetrack.detection.clauses import is_subordinate, may_be_noun
from quotetrack.detection.content import Extents
from quotetrack.detection.cues import OF_OTHERS, Frame, Opening
from quotetrack.detection.draft import Draft, Found, Range, Whose
from quotetrack.detection.framed import Contents
from quotetrack.detection.lexicon import SHADDA, CueForm, Form, Lexicon
from quotetrack.detection.records import AttributionType, Gender, Number, SpeakerKind
from quotetrack.detection.relays import Relays
from quotetrack.detection.source import Phrases
from quotetrack.detection.spoken_so import SpokenSo
from quotetrack.detection.subjects import Subjects
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.types import content_type
from quotetrack.detection.words import COMMA, DASH, WORD, Word, leads_and

_THAT, _WHO, _UPON_HIM = "ان", "من", "عليه"
_WHAT, _SAYING, _THE = "ما", "بالقول", "بال"
_LONGEST_OBJECT = 24
_EULOGY = 3
_FIRST_OF_PASSIVES = "تا"
"""How verbs begin whose present has a damma only where it is passive (يُتوقع, not يُشير)."""
_NAME = 4
"""The most words of a name in quotation marks."""
_SURE = 2
"""The strength of a cue that can be nothing else."""
_RULES = {Form.PARTICIPLE: "participle", Form.NOUN: "noun"}
"""How the rules of forms are called that are no finite verbs."""


def _has_subject(before: Word) -> bool:
    """Whether the word before a verb carries its subject as a pronoun (لأنه يعتقد، أنها قالت)."""
    fold = before.fold
    return fold.startswith(("ان", "لان", "وان", "بان", "فان", "كان")) and fold.endswith(
        ("نه", "نها", "نهم", "نهما")
    )


def _says(word: Word) -> bool:
    """Whether a word is surely a verb of saying in a finite form."""
    forms = (c for c in word.cues if c.form in (Form.PAST, Form.PRESENT))
    return word.finite and (word.joined or not word.noun_too) and any(c.cue.quotes for c in forms)


class Reports:
    """Makes drafts of the frames."""

    def __init__(self, lexicon: Lexicon, names: Phrases, extents: Extents, subjects: Subjects) -> None:
        self._names, self._contents = names, Contents(lexicon, extents)
        words = lexicon.words
        self._spoken_so = SpokenSo(lexicon)
        self._formulas = words["formulas.verbs"]
        self._hearsay = words["formulas.hearsay"]
        self._subjects, self._behind = subjects, Behind(lexicon, names)
        self._pronoun_subjects = words["pronoun_subjects"]
        self._relays = Relays(lexicon, names)
        self._always, self._thus = words["formulas.always"], words["thus"]
        self._this = words["demonstratives"]
        self._praised = {
            word: name.removeprefix("praised.")
            for name, listed in words.items()
            if name.startswith("praised.")
            for word in listed
        }
        documents = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.DOCUMENT}
        self._finders = documents | words["finders"]
        self._within_links = words["within"]
        self._copulas = words["copulas"]

    def make(self, tokens: Tokens, frames: Mapping[int, Frame], phrases: Mapping[int, Found]) -> list[Draft]:
        """The drafts of all frames, finite verbs first, so that nouns do not take their contents."""
        drafts: list[Draft] = []
        taken: set[int] = set()
        for form in (Form.PAST, Form.PRESENT, Form.PARTICIPLE, Form.NOUN):
            for frame in frames.values():
                if frame.form.form is not form:
                    continue
                if form is Form.NOUN and frame.at in taken and not frame.form.suffix:
                    continue
                made = self._report(tokens, frame, frames, phrases)
                if form is Form.NOUN:  # وتابع فلان بالقول إن: what the noun opens is what the verb says
                    verbs = {d.anchor for d in made if d.anchor != frame.cue and d.rule.startswith("noun")}
                    drafts = [d for d in drafts if d.anchor not in verbs]
                drafts += made
                taken.update(d.start for d in made)
        for draft in drafts:
            draft.strength = self._strength(tokens, draft)
        drafts.sort(key=lambda d: d.anchor)
        drafts += self._postposed(tokens, frames, phrases, taken)
        return self._without_doubles(drafts)

    @staticmethod
    def _strength(tokens: Tokens, draft: Draft) -> int:
        """How surely the anchor of a draft is the verb of a main clause."""
        either = len({form.cue.within for form in tokens.words[draft.anchor].cues}) > 1  # وردت: ورد, and رد
        doubtful = may_be_noun(tokens, draft.anchor) or is_subordinate(tokens, draft.anchor)
        return _SURE if draft.rule == "relay" or not (either or doubtful) else int(not either)

    def _without_doubles(self, drafts: list[Draft]) -> list[Draft]:
        """One draft a content start: of two cues before the same content the nearer that is surely a verb."""
        best: dict[int, Draft] = {}
        longest: dict[tuple[str, Range | None], Draft] = {}
        for draft in drafts:
            if draft.rule in ("relay", "relay-medium"):
                kept = longest.setdefault((draft.rule, draft.cue), draft)
                if draft.end - draft.start > kept.end - kept.start:
                    longest[draft.rule, draft.cue] = draft
        drafts = [d for d in drafts if longest.get((d.rule, d.cue), d) is d]
        relayed = [d for d in drafts if d.type == "reported"]
        for draft in drafts:
            if draft.type == "reported":
                continue
            other = best.get(draft.start)
            if other is None or draft.strength == _SURE or draft.strength > other.strength:
                best[draft.start] = draft
        return relayed + list(best.values())

    def _report(
        self, tokens: Tokens, frame: Frame, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> list[Draft]:
        content, kind = self._contents.opened(tokens, frame, frames, phrases)
        if not content:
            return []
        if (verb := self._spoken_so.verb(tokens, frame)) is not None:
            frame = replace(frame, cue=verb[0], form=verb[1], until=frame.cue)
        form = frame.form
        rule = _RULES.get(form.form, "verb")
        draft = Draft(
            rule=f"{rule}-{frame.opening.name.lower()}",
            anchor=frame.cue,
            type=kind,
            content=content,
            cue=(frame.cue, frame.cue + 1),
            cue_class=form.cue.cue_class,
            lemma=form.cue.lemma,
            gender=form.gender,
            number=form.number,
            first_person=form.person == 1,
        )
        if form.form is Form.PARTICIPLE:
            draft.whose = Whose.ATTACHED
            return [draft]
        if (praised := self._eulogy(tokens.words[frame.cue + 1 : frame.cue + 1 + _EULOGY])) is not None:
            draft.praised, draft.whose = praised, Whose.SOURCE
            return [draft]
        if form.form is Form.NOUN:
            return self._noun(tokens, frame, draft)
        made = self._verb(tokens, frame, draft)
        return (made and self._relays.through(draft, frame, phrases)) or made

    # -- verbs ---------------------------------------------------------------------------------

    def _verb(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
        words = tokens.words
        i = frame.cue
        relayed = self._relays.of_verb(tokens, frame, draft) if frame.form.cue.relay else None
        if relayed is not None:
            return relayed
        source = None
        if frame.form.cue.within:
            return self._within(tokens, frame, draft)
        if frame.form.person == 3 and self._says_i(tokens, i, frame):
            draft.first_person, draft.whose = True, Whose.CONTINUED
            return [draft]
        if frame.form.person == 3:
            if frame.form.number is not Number.PLURAL:  # Arabic: before its subject a verb stays singular
                source = self._behind.subject(tokens, i, frame.until)
                if source is not None and words[i].base in self._hearsay and self._is_told(words[i + 1]):
                    source = None  # قيل لفلان إن
                if source is not None:
                    source = self._subjects.in_front(tokens, i, source) or source
            draft.cue = self._compound(tokens, i, frame)
            he = draft.gender is Gender.MASCULINE and not words[i].joined  # واعتقلت من تزعم أنهم: whom
            if source is None and he and i and words[i - 1].fold == _WHO:
                draft.source, draft.whose = (i - 1, i), Whose.NOBODY  # هناك من يقول إن
                return [draft]
            if i and words[i - 1].fold in self._pronoun_subjects:
                source, draft.pronoun = None, True  # لكنه حذر بايدن: the subject is said, an object follows
            elif i and _has_subject(words[i - 1]):
                draft.whose = Whose.CONTINUED  # لأنه قال بعد توليه منصب الوزير
                return [] if frame.form.cue.document else [draft]
            believed = words[i].base in self._hearsay and self._of_whom(tokens, i, frame)
            passive = words[i].passive and frame.form.cue.lemma[0] in _FIRST_OF_PASSIVES
            if source is None and not (draft.pronoun or believed or passive):
                if frame.at == i + 2 and words[i - 1].relative and words[i + 1].noun & nouns.HAS_PRONOUN:
                    return []  # الأسئلة التي أكدت نتائجها أن
                source = self._subjects.before(tokens, i)
                if source is not None and self._is_said_of(tokens, i, frame, source):
                    source = None
                thing = source is not None and not self._subjects.speaks(tokens, source[0])
                if thing and words[i].base in self._formulas and frame.at == i + 1 and not words[i].object:
                    return []  # الجفاف الذي يتوقع أن يمتد
                if source is not None:  # سبق للنائب أن قال، والطبيب يقول إن
                    draft.clitic = words[i - 1].fold == "ان" or leads_and(words[source[0]])
        if source is None:
            if (
                words[i].base in self._formulas
                and frame.at - i <= 3
                and not words[i].object
                and draft.gender is not Gender.FEMININE
            ):
                return []
            if words[i].base in self._always:
                return []
            draft.whose = Whose.CONTINUED
            unobjected = frame.form.cue.transitive and not words[i].object and frame.until == i + 1
            impersonal = words[i].passive or words[i].base in self._hearsay or unobjected
            if impersonal and frame.form.person == 3:
                draft.whose = Whose.NOBODY
        if frame.form.cue.document and not self._shows(tokens, frame, source):
            return []
        draft.source = source
        if frame.opening is Opening.QUOTATION and (frame.form.cue.describes or frame.form.cue.calls):
            self._take_in_object(tokens, frame, draft)
        return [draft]

    def _eulogy(self, behind: Sequence[Word]) -> str | None:
        """Whom the eulogy right behind a verb praises (قال عليه أفضل الصلاة والسلام)."""
        if not behind or behind[0].fold != _UPON_HIM:
            behind = behind[:1]
        return next((self._praised[word.fold] for word in behind if word.fold in self._praised), None)

    def _take_in_object(self, tokens: Tokens, frame: Frame, draft: Draft) -> None:
        """Let the content begin with what is called by the quoted words (وصف الوضع في القرى بـ«الكارثي»)."""
        words, i = tokens.words, frame.cue
        behind = draft.source is not None and draft.source[0] > i
        first = draft.source[1] if behind and draft.source is not None else i + 1
        first = self._names.asides.skip(tokens, first, frame.until)
        if words[i].object or not 0 < frame.until - first <= _LONGEST_OBJECT:
            return
        called = words[first : frame.until]
        plain = all(word.kind == WORD and not word.complementiser for word in called)
        if plain and called[0].raw[0] != "و":
            draft.content[0] = first, draft.content[0][1]
            draft.type = AttributionType.MIXED

    @staticmethod
    def _is_told(word: Word) -> bool:
        """Whether the word is somebody to whom something was said."""
        return word.fold[0] == "ل" and not (word.given or word.title or word.head)

    def _shows(self, tokens: Tokens, frame: Frame, source: Range | None) -> bool:
        """Whether a document or a researcher finds (أظهرت الدراسة): no player, nor «you» (ستجد أن)."""
        if source is None:
            return frame.form.form is Form.PAST and frame.form.number is Number.SINGULAR
        return tokens.words[source[0]].fold in self._finders

    def _of_whom(self, tokens: Tokens, i: int, frame: Frame) -> bool:
        """Whether what is believed at i is of somebody named before it (الصبي الذي يعتقد أنه قتل)."""
        return tokens.words[i].passive or self._takes_up(tokens, i, frame)

    def _is_said_of(self, tokens: Tokens, i: int, frame: Frame, source: Range) -> bool:
        """Whether a relative clause says something of a thing (المشروع الذي قال إنه مكلف)."""
        return self._takes_up(tokens, i, frame) and not self._subjects.speaks(tokens, source[0])

    def _takes_up(self, tokens: Tokens, i: int, frame: Frame) -> bool:
        """Whether «أنه» behind the verb at i may take up what the relative pronoun before the verb does."""
        that = tokens.words[frame.at]
        owned = frame.at == i + 1 and that.fold[0] == _THAT[0] and len(that.fold) > len(_THAT)
        return owned and i > 0 and tokens.words[i - 1].relative

    def _says_i(self, tokens: Tokens, i: int, frame: Frame) -> bool:
        """Whether a past without hamza is «I think» in the mouth of somebody quoted (اعتقد أننا)."""
        other = any(c.person == 1 and c.cue is frame.form.cue for c in tokens.words[i].cues)
        return other and i in tokens.inside and frame.at == i + 1

    def _within(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
        """وجاء في البيان أن: the document that holds the words is their source."""
        words = tokens.words
        i = frame.cue
        if i + 1 >= frame.until or words[i + 1].fold not in self._within_links:
            return []
        source = self._names.noun_phrase(tokens, i + 2, frame.until)
        pronoun = words[i + 1].fold != "في" and words[i + 1].fold not in ("علي", "ب")
        if source is None and not pronoun:
            source = self._document(tokens, i + 2, frame.until)
        draft.cue, draft.source = (i, i + 2), source
        draft.whose = Whose.SOURCE if source else Whose.CONTINUED
        return [draft]

    def _document(self, tokens: Tokens, first: int, until: int) -> Range | None:
        """The document at `first`: words such as بيان, which elsewhere only say where somebody spoke."""
        if first >= until or tokens.words[first].kind != WORD:
            return None
        rest = self._names.noun_phrase(tokens, first + 1, until, apposition=False)
        return first, rest[1] if rest and rest[0] == first + 1 else first + 1

    def _compound(self, tokens: Tokens, i: int, frame: Frame) -> Range:
        """The cue with a second word of saying that stands beside it (وأضاف قائلاً)."""
        end = i + 1
        if end >= frame.until:
            return i, end
        second = tokens.words[end]
        forms = (Form.PARTICIPLE, Form.PRESENT)
        goes_with = second.cues and end < frame.at and second.cues[0].form in forms and not second.joined
        if second.fold == _SAYING or (goes_with and not second.head):  # قالت متحدثة: who speaks
            end += 1
        return i, end

    # -- nouns ---------------------------------------------------------------------------------

    def _noun(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
        """Nouns of saying: قوله إن، تأكيد الوزير أن، تصريحات … بأن."""
        words = tokens.words
        i = frame.cue
        if frame.form.suffix:
            draft.whose = Whose.CONTINUED
            relayed = self._relays.of_noun(tokens, i, draft)
            if relayed is not None:
                return relayed
            return [draft]
        if words[i].definite and (relayed := self._relays.of_noun(tokens, i, draft)) is not None:
            return relayed  # نقلت الصحيفة عن فلان القول إن
        if words[i].fold[0] == "ل" and frame.at - i <= 2:  # في محاولة لتوضيح أن
            draft.whose = Whose.ATTACHED
            return [draft]
        if words[i].fold[0] == "ب":  # أدلى فلان بتصريحات قال فيها إن
            verb = self._main_verb(tokens, i)
            if verb is not None:
                behind = self._behind.subject(tokens, verb, i)
                beside = verb + 1 == i or (behind is not None and behind[1] == i)
                if beside and words[i].fold.startswith(_THE) and _says(words[verb]):
                    draft.cue, draft.anchor = (verb, verb + 1 if behind else i + 1), verb  # وتابع فلان بالقول
                draft.source = behind or self._subjects.before(tokens, verb)
                draft.whose = Whose.SOURCE if draft.source else Whose.CONTINUED
                return [draft]
            said = words[i].fold == _SAYING  # علق الوزير على القرار بالقول إن
            if said or (i and words[i - 1].kind == WORD and words[i - 1].verbal):  # اكتفى بتأكيد أن
                draft.whose = Whose.CONTINUED
                return [draft]
        if frame.at - i > 10:
            return []
        source = self._names.noun_phrase(tokens, i + 1, frame.until)
        if source is None or source[0] != i + 1:
            before = words[i - 1] if i else None
            if not (before and before.finite):
                if frame.form.cue.cue_class in OF_OTHERS and frame.at == i + 1 and source is None:
                    draft.whose = Whose.NOBODY  # نفى الوزير الاتهامات بأن
                    return [draft]
                return []
            draft.whose = Whose.CONTINUED
            return [draft] if source is None else []
        if self._describes(words[i], words[source[0]], source):
            return []  # السؤال الأهم، سؤال أخير: nobody's
        if words[source[0]].fold in self._copulas or words[frame.at - 1].fold in self._copulas:
            return []  # والسؤال هو كيف
        draft.source = source
        return [draft]

    @staticmethod
    def _describes(noun: Word, word: Word, phrase: Range) -> bool:
        """Whether the word behind a noun of saying describes it rather than says whose it is."""
        if noun.definite:
            return word.definite and not (word.title or word.head or word.naming)
        alone = phrase[1] - phrase[0] == 1 and not word.noun & (nouns.SAME | nouns.HAS_PRONOUN)
        return alone and not word.definite and bool(word.noun & nouns.ORDINARY)

    def _main_verb(self, tokens: Tokens, i: int) -> int | None:
        """The verb that a noun of saying with its ب at i goes with: one that says, else the nearest.

        One that only explains a noun is passed over («علق الوزير على الزيارة التي يجريها … بالقول إن»).
        """
        words = tokens.words
        before = range(i - 1, tokens.sentence_starts[i] - 1, -1)
        finite = (k for k in before if words[k].finite and not words[k].preposition)
        verbs = [k for k in finite if not is_subordinate(tokens, k)]
        return next((k for k in verbs if _says(words[k])), verbs[0] if verbs else None)

    # -- the cue after its content -------------------------------------------------------------

    def _postposed(
        self, tokens: Tokens, frames: Mapping[int, Frame], phrases: Mapping[int, Found], taken: set[int]
    ) -> list[Draft]:
        """«…»، قال فلان: a quotation and the verb behind it."""
        words = tokens.words
        drafts = []
        for close, quotation in tokens.quote_end.items():
            if quotation.words < 3 or quotation.open in taken or quotation.open in tokens.inside:
                continue
            i = close + 1
            while i < tokens.count and (
                words[i].kind == COMMA or words[i].kind == DASH or words[i].fold in self._thus
            ):
                i += 1
            if i + 2 < tokens.count and words[i].fold in self._this and words[i + 1].fold == _WHAT:
                i += 2  # «…»، هذا ما قاله فلان
            if i >= tokens.count or i in frames or i in phrases or not words[i].finite or words[i].joined:
                continue
            form: CueForm = next(c for c in words[i].cues if c.form in (Form.PAST, Form.PRESENT))
            if not form.cue.quotes or words[i].cues[0].cue.describes:
                continue
            named = words[quotation.open + 1]
            if i == close + 1 and quotation.words <= _NAME and (named.naming or named.head):
                continue  # «هيئة الطيران المدني» تتابع استكمال …
            if words[i].preposition and i == close + 1 and SHADDA not in words[i].raw:
                continue  # «توسيع التعاون» بين البلدين
            source = self._names.noun_phrase(tokens, i + 1, tokens.sentence_ends[i])
            if source is not None and source[0] > i + 2:
                source = None
            content = [(quotation.open, close + 1)]
            bare = form.form is Form.PRESENT and words[close + 1].kind == COMMA  # «…»، تضيف.
            if source is None and form.person == 3 and not bare:
                continue
            drafts.append(
                Draft(
                    rule="verb-after",
                    anchor=i,
                    type=content_type(tokens, content),
                    content=content,
                    cue=(i, i + 1),
                    source=source,
                    whose=Whose.SOURCE if source else Whose.CONTINUED,
                    cue_class=form.cue.cue_class,
                    lemma=form.cue.lemma,
                    gender=form.gender,
                    number=form.number,
                )
            )
        return drafts
