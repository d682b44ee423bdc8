"""What a verb of saying takes as a speech act: who says it, who is told, and what is said.

Arabic puts the subject between the verb and what it takes (ندد الوزير بالهجوم، أعلن النادي استقالة مدربه),
those spoken to behind the subject (طالب الوزير الشركة بإيضاحات), and times and places anywhere. A preposition
tells where the complement begins; a bare object has to be told from the subject.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.acts.bare_objects import BareObjects
from quotetrack.detection.acts.told import Told
from quotetrack.detection.clauses.questions import has_owner
from quotetrack.detection.clauses.since import is_main_verb
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.before_objects import BeforeObjects, closing
from quotetrack.detection.noun_phrases.noun_shapes import is_alone, is_unknown
from quotetrack.detection.noun_phrases.objects import Objects
from quotetrack.detection.noun_phrases.source import Phrases, is_apposed
from quotetrack.detection.records import CueClass, Gender, Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    COLON,
    COMMA,
    PAREN,
    STOP,
    SUFFIXES,
    WORD,
    Word,
    with_pronouns,
)

_ABOUT: Final = "ب"
_FOR: Final = "عن"
_OFFICE: Final = 3
"""How many words an office has that somebody holds for others (عضو مجلس النواب عن …)."""
_REACH: Final = 30
_NEAR: Final = 14
_CALLED: Final = 2
"""The fewest words in marks that are no name of whoever is accused."""
_TOLD: Final = 10
"""How many tokens those spoken to or of may take behind a noun."""
_IN: Final = "في"
_AND: Final = "و"
_TO_WHOM: Final = "ل"


class Complements:
    """Finds complements by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases, subjects: Subjects, objects: Objects) -> None:
        self._names, self._objects = names, objects
        self._before_objects = BeforeObjects(lexicon, objects)
        self._told = Told(lexicon, names, subjects, objects)
        self._bare = BareObjects(lexicon, names, subjects, objects)
        words = lexicon.words
        self._said = words["objects"] | words["acts.objects"]
        self._occasions, self._copies = words["occasions"], words["copies"]
        self._begins_with_b, self._any_b = words["begins_with_b"], words["acts.with_b"]
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._regions = words["regions"]
        self._quantities, self._numbers = words["acts.quantities"], words["acts.numbers"] | words["counts"]
        self._of_whom = words["acts.told"]
        self._warm = words["acts.warm"]
        self._feelings, self._manner = with_pronouns(words["feelings"]), words["manner"]
        self._excellencies, self._qualifiers = with_pronouns(words["honorifics"]), words["qualifiers"]
        self._members, self._acting = words["members"], words["acting"]
        self._blame, self._no_links = words["acts.blame"], words["acts.no_links"]

    def of(self, tokens: Tokens, i: int, form: CueForm) -> tuple[Range | None, int] | None:
        """The source behind the cue at i, and the token that opens what was said; None where nothing is."""
        behind = i + 1
        if form.form is Form.PARTICIPLE and behind < tokens.count and self._honours(tokens, behind):
            found = self._of(tokens, behind, form)  # مؤكدا سموه حرص الدولة
            return None if found is None else ((behind, behind + 1), found[1])
        return self._of(tokens, i, form)

    def _honours(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at k honours whoever speaks (سموه), and is not what he feels (سعادته البالغة)."""
        word = tokens.words[k]
        following = tokens.words[k + 1] if k + 1 < tokens.count else None
        described = following is not None and (following.definite or following.fold[0] == _ABOUT)
        return word.fold in self._excellencies and not (described and word.fold in self._feelings)

    def _of(self, tokens: Tokens, i: int, form: CueForm) -> tuple[Range | None, int] | None:
        quotation = tokens.inside.get(i)
        end = min(tokens.sentence_ends[i], quotation.close if quotation else tokens.count)
        limit = min(end, i + _REACH)
        if form.cue.blames:
            return self._blamed(tokens, i, limit, form)
        if (form.cue.of or form.cue.denied) and "" in form.cue.act:
            return self._one_of(tokens, i, limit, form)
        if form.cue.calls and tokens.words[i].object:
            return self._told.called(tokens, i, limit)
        found = self._bare.find(tokens, i, limit, form) if "" in form.cue.act else None
        if found is not None and form.cue.events and not self._is_event(tokens, found[1]):
            found = None
        linked = self._linked(tokens, i, limit, form)
        nearer = found is not None and linked is not None and found[1] < linked[1]
        if found is not None and linked is not None and self._is_bodys(tokens.words[linked[0]]):
            return found  # ناشد الدفاع المدني بوزارة الداخلية الأهالي عدم التجمع
        if found is not None and (linked is None or (nearer and self._objects.opens(tokens, found[1]))):
            return found
        if linked is None:
            k = self._told.asked(tokens, i, min(i + _NEAR, limit), form)
            return None if k is None else (self._source(tokens, i, k, form), k)
        if form.cue.events and "" not in form.cue.act and not self._is_event(tokens, linked[1]):
            return None
        if form.cue.of and not self._is_of(tokens.words[linked[1]], form):
            return None
        if form.cue.describes and linked[0] == i + 1 and not tokens.words[i].object:
            return None  # سمي بوادي السيليكون: passive, as its object is the subject
        if form.cue.near and not self._near(tokens, i, linked[0], form):
            return None
        source = self._source(tokens, i, linked[0], form)
        called = self._marked_object(tokens, i, linked[0], form, source)
        if called is not None and source is not None:
            source = source[0], min(source[1], called)
        return source, linked[1] if called is None else called

    def _is_event(self, tokens: Tokens, k: int) -> bool:
        """Whether what opens at k happened or is: an action, so many (مقتل، أربعة مفقودين), a person."""
        word = tokens.words[k]
        if word.fold[0] == "ب" and not (word.fold in self._begins_with_b or word.fold in self._said):
            acted = word.fold in self._any_b or self._objects.is_action(word.fold[1:], word)
            following = tokens.words[k + 1] if k + 1 < tokens.count else None
            if acted or following is None or following.definite:
                return acted
            return self._objects.is_action(following.fold, following)  # بسرعة تقديم الخدمات
        person = word.title or word.head or word.given
        return (
            person or self._objects.opens(tokens, k) or word.fold in self._numbers or word.fold[:1].isdigit()
        )

    def _one_of(self, tokens: Tokens, i: int, limit: int, form: CueForm) -> tuple[Range | None, int] | None:
        """The source, and the object where it is one of those that the cue takes (تبنى التنظيم الهجوم)."""
        words = tokens.words
        praise = form.cue.cue_class is CueClass.PRAISE
        if words[i].object and praise:
            return None  # يتقدمهم
        reach = _REACH if praise else _NEAR
        for k in range(i + 1, min(limit, i + reach)):
            if self._is_of(words[k], form):
                start = k
                while start > i + 1 and self._is_warm(words[start - 1]):
                    start -= 1  # أحر التعازي، بأسمى آيات التهاني
                with_b = any(noun[0] == _ABOUT for noun in form.cue.of)
                if start < k and words[start].fold[0] == _ABOUT and not with_b:
                    return None
                phrase = self._names.noun_phrase(tokens, i + 1, start)
                behind = phrase is not None and phrase[0] == i + 1 and form.form is not Form.PARTICIPLE
                return (phrase if behind else None), start
            verb = words[k].finite and not (words[k].noun_too or words[k].fold in self._warm)
            if words[k].kind == STOP or verb:
                break
        return None

    def _is_warm(self, word: Word) -> bool:
        """Whether the word makes thanks or wishes warm, with or without a ب (أحر، بأحر)."""
        return word.fold in self._warm or (word.fold[:1] == _ABOUT and word.fold[1:] in self._warm)

    def _is_of(self, word: Word, form: CueForm) -> bool:
        """Whether the object is one of those that the cue takes, in the accusative, too (تبنى هجوماً)."""
        if form.cue.repeats and any(c.form is Form.NOUN for c in word.cues):
            return True
        if form.cue.denied:
            return word.fold in self._feelings
        return word.fold in form.cue.of or (word.fold.endswith("ا") and word.fold[:-1] in form.cue.of)

    @staticmethod
    def _marked_object(tokens: Tokens, i: int, link: int, form: CueForm, source: Range | None) -> int | None:
        """Whoever is accused, where marks hold what he is called and no name (متهما «قوى سوداء» بـ)."""
        if form.cue.cue_class is not CueClass.ACCUSATION:
            return None
        first = i + 1 if source is None else source[0] + 1
        last = i + 2 if source is None else source[1] + 1
        quotations = (tokens.quote_at[k] for k in range(first, min(last, link)) if k in tokens.quote_at)
        quotation = next(quotations, None)
        if quotation is None or quotation.words < _CALLED or quotation.close >= link:
            return None
        held = tokens.words[quotation.open + 1 : quotation.close]
        named = any(w.definite or w.given or w.naming or w.title or w.head for w in held)
        return None if named else quotation.open

    def _near(self, tokens: Tokens, i: int, link: int, form: CueForm) -> bool:
        """Whether nothing but the subject and asides stand between the verb at i and its preposition."""
        if link == i + 1:
            return True
        phrase = self._names.noun_phrase(tokens, i + 1, link)
        if phrase is None or phrase[0] != i + 1:
            return False
        if form.gender is not Gender.FEMININE and not self._objects.speaks(tokens, i + 1):
            return False
        last = link - bool(tokens.words[link - 1].noun & nouns.IN_ACCUSATIVE)  # وجه إلى المدير اتهاماً بـ
        return self._before_objects.past_asides(tokens, phrase[1], link + 1) >= last

    # -- behind a preposition --------------------------------------------------------------------

    def _source(self, tokens: Tokens, i: int, at: int, form: CueForm) -> Range | None:
        """The subject between the verb at i and its complement."""
        if form.form is Form.PARTICIPLE or form.number is Number.PLURAL:
            return None
        phrase = self._names.noun_phrase(tokens, i + 1, at)
        if tokens.words[i].object:  # تتهمهم السلطات بـ
            finite = form.form is not Form.NOUN and phrase is not None and phrase[0] == i + 1
            return phrase if finite and self._objects.speaks(tokens, i + 1) else None
        source = None if phrase is None else self._names.addressees.without(tokens, phrase, form)
        if source is None or (source == phrase and self._names.addressees.come_first(tokens, source, form)):
            return None  # ودعا المجتمع الدولي إلى
        if form.cue.object and is_main_verb(tokens, i):
            return None  # وإذ أشار إلى أن …، دعا رئيس الحكومة إلى
        if form.cue.transitive and source == phrase and is_alone(tokens, source, at):
            return None  # واتهم الحكام بالتحيز
        if form.cue.object and (split := self._objects.split(tokens, source)):
            source = source[0], split  # عزا المدير التأخير إلى
        first = self._before_objects.past_medium(tokens, i + 1 + tokens.words[i + 1].pronoun)
        if source[0] > self._before_objects.past_day(tokens, first, at):
            return None
        if (
            form.cue.object
            and not self._objects.speaks(tokens, source[0])
            and self._objects.opens(tokens, source[0])
        ):
            return None  # وأرجع قرار الإقامة إلى
        return source

    def _linked(self, tokens: Tokens, i: int, limit: int, form: CueForm) -> tuple[int, int] | None:
        """The verb's preposition and the token behind it; the same where the two are one word."""
        words = tokens.words
        wanted = form.cue.act
        if wanted == {""} or self._taken(words[min(i + 1, limit - 1)], wanted):
            return None
        j = i + 1
        loose, several = None, self._several(wanted)
        while j < limit:
            word = words[j]
            if word.kind == PAREN:
                j = closing(tokens, j, limit)
                continue
            if word.kind == COLON or (word.kind == STOP and not self._is_shortened(words[j - 1])):
                return loose
            stands = loose is not None and several and not self._is_bodys(words[loose[0]])
            if word.kind == COMMA and (stands or self._new_clause(tokens, j, limit)):
                return loose
            if word.kind == COMMA and loose is not None and self._said_before(tokens, loose[0], j, limit):
                return loose
            if word.kind != WORD:
                quotation = tokens.quote_at.get(j)
                j = quotation.close + 1 if quotation is not None else j + 1
                continue
            if word.preposition and word.fold in wanted and not self._other_link(tokens, j, limit, wanted):
                return (j, j + 1) if j + 1 < limit else None
            if loose and word.joined and word.finite:
                return loose
            if self.leans(tokens, i, j, wanted):
                meant = words[j - 2].fold in self._manner  # رحب بشكل كبير بالقرار
                if j == i + 1 or meant or self._surely_leans(word, wanted):
                    return j, j
                acts = self._objects.is_action(word.fold[1:], word)
                if loose is None or (acts and self._is_bodys(words[loose[0]])):
                    loose = j, j  # المهتمين بالصناعات … بوجود, but إدارة المرور بشرطة النخيل … لضبط
            verb = word.finite and j > i + 1 and not (word.noun_too or word.look_alike)
            if verb and not self._explains(words[j - 1], word):
                return loose
            j += 1
        return loose

    def _said_before(self, tokens: Tokens, k: int, comma: int, limit: int) -> bool:
        """Whether the word in ب at k is what was said, as only more of it stands behind the first comma.

        «أشاد الوزير بالنتائج، بحضور السفير», «بالنتائج، والتي …», but not «أشاد مدير الصحة بالمنطقة، …».
        """
        words = tokens.words
        if comma + 1 >= limit or self._is_bodys(words[k]):
            return False
        if any(w.kind == COMMA or w.given or w.title for w in words[k:comma]):
            return False  # مدير مكتب الأمر بالمعروف الدكتور سامي الخالد، بجهود
        more = words[comma + 1]
        return more.fold[0] == _ABOUT or (more.raw[0] == _AND and more.relative)

    @staticmethod
    def _taken(word: Word, wanted: frozenset[str]) -> bool:
        """Whether the word is the preposition of the verb with a pronoun, which is all it takes (رحب به)."""
        end = next((end for end in SUFFIXES if word.fold.endswith(end)), None)
        return word.pronoun and end is not None and word.fold.removesuffix(end) in wanted - {_TO_WHOM}

    @staticmethod
    def _is_shortened(word: Word) -> bool:
        """Whether a full stop behind the word only shortens it (د. سامي الخالد)."""
        return word.kind == WORD and len(word.fold) == 1

    def _several(self, wanted: frozenset[str]) -> bool:
        """Whether a verb takes a preposition of its own word beside those that are written with a noun."""
        return bool(wanted - {"", "ب", "ل"})

    def _surely_leans(self, word: Word, wanted: frozenset[str]) -> bool:
        """Whether a word with its ب is what the verb takes, whatever comes behind it."""
        if self._several(wanted):
            return False  # دعا المهتمين بالأفلام إلى
        if self._is_bodys(word):
            return False  # مدير الصحة بمنطقة النخيل
        return not word.fold.startswith("بال") or self._objects.is_action(word.fold[1:], word)

    def _is_bodys(self, word: Word) -> bool:
        """Whether the word with its ب tells of which body or region an office is (إدارة المرور بشرطة …)."""
        noun = word.fold[1:]
        return self._kinds.get(noun) is SpeakerKind.ORGANISATION or noun in self._regions

    def _new_clause(self, tokens: Tokens, comma: int, limit: int) -> bool:
        """Whether a clause of its own, or a participle of saying, begins behind the comma."""
        following = tokens.words[comma + 1] if comma + 1 < limit else None
        if following is None or (following.finite and not following.noun_too):
            return True
        goes_on = any(form.form is Form.PARTICIPLE for form in following.cues)
        return goes_on and not (following.definite or has_owner(tokens, comma + 1))

    def _links(self, tokens: Tokens, k: int, wanted: frozenset[str]) -> bool:
        """Whether the verb's preposition stands at k, as a word or on one."""
        word = tokens.words[k]
        return (word.preposition and word.fold in wanted) or self.leans(tokens, k - 1, k, wanted)

    def _other_link(self, tokens: Tokens, j: int, limit: int, wanted: frozenset[str]) -> bool:
        """Whether the preposition at j belongs to another phrase (عدد من المزارعين، إلى جانب، من جهته)."""
        words = tokens.words
        if j + 1 < limit and words[j + 1].fold in self._no_links:
            return True
        if words[j].fold == _FOR and j + 1 < limit and self._sits_for(tokens, j):
            return any(self._links(tokens, k, wanted) for k in range(j + 2, limit))
        if words[j].fold == _IN and j + 1 < limit:
            there = words[j - 1].definite and words[j + 1].noun & (nouns.BODY | nouns.PLACE)
            if there or words[j + 1].fold in self._occasions:  # شكك في بيان في الخبر
                return any(self._links(tokens, k, wanted) for k in range(j + 2, limit))
        return words[j].fold == "من" and words[j - 1].fold in self._quantities

    def _sits_for(self, tokens: Tokens, j: int) -> bool:
        """Whether the «عن» at j says for whom or where somebody sits (النائبة عن كتلة …، عضو المجلس عن …)."""
        words = tokens.words
        noun = words[j + 1]
        body = self._kinds.get(noun.fold) is SpeakerKind.ORGANISATION
        there = body or noun.fold in self._regions or noun.noun & (nouns.PLACE | nouns.TOWN)
        sits = any(word.base in self._members for word in words[max(0, j - _OFFICE) : j])
        return bool(there) and sits

    def _explains(self, before: Word, verb: Word) -> bool:
        """Whether the verb only explains the noun before it (أولياء أمور تحدثوا، الوفد الذي وصل)."""
        if before.relative:
            return True
        return before.kind == WORD and not (verb.joined or before.definite or before.adverbial)

    def leans(self, tokens: Tokens, i: int, j: int, wanted: frozenset[str]) -> bool:
        """Whether the word at j is the complement with the preposition that it is written with."""
        word = tokens.words[j]
        fold = word.fold
        if "ب" in wanted and fold[:1] == "ب" and len(fold) > 2 and not (word.title or word.given):
            if fold in self._any_b or fold in self._said:
                return fold in self._any_b
            acting = fold in self._acting and tokens.words[j - 1].noun & nouns.OVERSEER
            if acting or fold in self._qualifiers:
                return False  # القائم بأعمال السفير، المدير بالإنابة
            if fold in self._copies and j + 1 < tokens.count and tokens.words[j + 1].pronoun:
                return False  # في بلاغ توصلت الجريدة بنسخة منه
            if fold in self._manner and not tokens.words[min(j + 1, tokens.count - 1)].definite:
                return False  # رحب بشكل كبير بالقرار، تهدد بشكل مباشر
            after = tokens.words[j + 1] if word.adverbial and j + 1 < tokens.count else None
            again = after is not None and not after.adverbial and self.leans(tokens, j, j + 1, wanted)
            if again or self._radical(fold) or is_apposed(tokens, j) or self._is_name(tokens, i, j, wanted):
                return False  # رحب بحرارة بالقرار
            if j == i + 1 or self._objects.is_action(fold[1:], word):
                return True
            if fold[1:] in self._occasions:
                return j + 1 < tokens.count and self._objects.opens(tokens, j + 1)  # بدراسة تأسيس جهة
            return fold[1:] not in self._places
        if "ل" in wanted and fold[:1] == "ل" and len(fold) > 3 and not self._has_own_lam(word):
            noun = "ال" + fold[2:] if fold[1] == "ل" else fold[1:]
            if self._objects.is_action(noun, word):
                return True
            after = tokens.words[j + 1] if j + 1 < tokens.count else None
            led = after is not None and after.preposition and after.fold in wanted
            return j == i + 1 and not (led and fold[1] != "ل")  # دعا لافروف إلى
        return False

    def _is_name(self, tokens: Tokens, i: int, j: int, wanted: frozenset[str]) -> bool:
        """Whether the word in ب at j, behind the verb at i, is a town or a surname (نيابة بنها، سامي بسيوني).

        No list knows a surname, which stands behind a first name here, or stood so before, and has the
        complement behind it.
        """
        word, before = tokens.words[j], tokens.words[j - 1]
        if word.noun & nouns.TOWN and not word.definite:
            he = any(form.gender is Gender.MASCULINE for form in tokens.words[i].cues)
            return word.fold[1:] not in self._places and not (he and j == i + 1)  # وطالب بعقوبة شديدة
        if j + 1 >= tokens.count or not is_unknown(word) or self._objects.is_action(word.fold[1:], word):
            return False
        named = word.stem in tokens.last_names if j == i + 1 else before.given and not before.definite
        after = tokens.words[j + 1]
        return named and after.kind == WORD and after.fold[0] == "ب" and self.leans(tokens, i, j + 1, wanted)

    def past_told(self, tokens: Tokens, at: int, limit: int, wanted: frozenset[str]) -> int | None:
        """What a noun says of those spoken to or of, who begin at `at` (اتهام المالكي للسعودية | بدعم …)."""
        words = tokens.words
        for k in range(at + 1, min(at + _TOLD, limit)):
            word = words[k]
            if word.kind != WORD or word.finite or word.relative or word.complementiser:
                return None
            if word.preposition and word.fold in wanted:
                return k + 1 if k + 1 < limit else None
            if word.preposition and word.fold not in self._of_whom:
                return None
            if self.leans(tokens, k - 2, k, wanted) and self._objects.is_action(word.fold[1:], word):
                return k
        return None

    def _has_own_lam(self, word: Word) -> bool:
        """Whether the ل with which the word begins is its own (لبنان، لجنة، ليلى)."""
        return word.given or word.fold in self._places or word.fold in self._kinds

    def _radical(self, fold: str) -> bool:
        """Whether the ب is the noun's own (بيان، بيانها)."""
        stems = (fold.removesuffix(suffix) for suffix in SUFFIXES)
        return fold in self._begins_with_b or any(stem in self._begins_with_b for stem in stems)

    def _blamed(self, tokens: Tokens, i: int, limit: int, form: CueForm) -> tuple[Range | None, int] | None:
        """The source, and whoever is held to something (حمّل الوزير الشركة مسؤولية الحريق)."""
        words = tokens.words
        what = next((k for k in range(i + 1, limit) if words[k].fold in self._blame), None)
        if what is None or any(w.verbal or w.complementiser for w in words[i + 1 : what]):
            return None  # تحمل همومها ولا تعرف المسؤولية
        first = self._before_objects.past_asides(tokens, i + 1, what)
        if first >= what or form.form is Form.PARTICIPLE or form.number is Number.PLURAL:
            return None, first
        for k in range(first + 1, what):
            word = words[k]
            if word.kind == COMMA and not words[k + 1].adds:
                return (first, k), self._before_objects.past_asides(tokens, k, what)
            if word.kind == WORD and not word.preposition and self._parts(tokens, k, first):
                return (first, k), k
        return None, first

    def _parts(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether a second noun phrase opens at k (المصدر | العناصر الخارجة، الطريفي | طرفي القتال)."""
        word, before = tokens.words[k], tokens.words[k - 1]
        if word.adds or before.kind != WORD or word.given or before.preposition:
            return False
        if word.definite:
            return self._objects.complete(tokens, k - 1, first) and (
                word.fold in self._kinds or word.head or word.title or word.fold.endswith(("ين", "ات"))
            )
        somebody = word.fold in self._kinds or word.head
        named = somebody and self._objects.ends_name(tokens, k - 1, first)
        return (before.definite or named) and not word.fold.startswith(("لل", "بال"))
