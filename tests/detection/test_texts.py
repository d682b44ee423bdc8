"""Detection on whole and on hostile texts: offsets hold, cost stays linear, odd marks cost only their own."""

import gc
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack import detect
from quotetrack.detection.records import AttributionType
from quotetrack.messages import LANGUAGES, message

GOLD = Path(__file__).parents[1] / "gold"

PIECES = [
    "قال",
    "وأضاف",
    "مؤكداً",
    "إن",
    "أنّ",
    "بأن",
    "الوزير",
    "محمد سالم",
    "«",
    "»",
    '"',
    "“",
    "”",
    ":",
    "،",
    ".",
    "\n",
    "وفقاً",
    "لمسؤول",
    "بحسب",
    "كما أعلن",
    "المصدر نفسه",
    "قوله",
    "نقلت رويترز عن",
    "الزعيمان",
    "(",
    ")",
    "-",
    "..",
    "ـ",
    "\u200f",
    "٣",
    "😀",
    "لن نقبل",
    "وفقا ل",
    "جدد دعوته",
    "استقبل أمير المنطقة بقصر الحكم",
    "الرئيس/",
    "د/",
    "(إن",
    "د.",
    "رئيسنا",
    "لكنه حذر",
    "يُذكر",
    "طالب بـ",
    "وهو",
    "الذي",
    "؟",
    "إي.دي",
    "\u064eإي.دي. سامي",
    "كثيرا من",
    "|",
    "&#34;",
    "\x00",
    "'",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
@settings(max_examples=400)
def test_whatever_the_text_the_records_hold(text: str) -> None:
    found = detect(text)
    for i, one in enumerate(found):
        for span in (*one.content, one.cue, one.source):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert [s.start for s in one.content] == sorted(s.start for s in one.content)
        assert 0.0 <= one.confidence <= 1.0
        assert one.parent != i
        assert one.parent is None or 0 <= one.parent < len(found)
        for language in LANGUAGES:
            assert message(f"rule.{one.rule}", language)
    assert pickle.loads(pickle.dumps(found)) == found
    assert detect(text) == found


@pytest.mark.parametrize("article", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_wherever_an_article_breaks_off_the_records_hold(article: Path) -> None:
    whole = article.read_text(encoding="utf-8")
    ends = [i for i, letter in enumerate(whole) if letter in " \n،:."]
    for end in ends[::3]:
        text = whole[max(0, end - 700) : end]
        for one in detect(text):
            for span in (*one.content, one.cue, one.source):
                assert span is None or 0 <= span.start < span.end <= len(text)


_UNITS = [
    "قال إن ",
    'قال "',
    "قال فلان إن ",
    "وقال الوزير إن الأمر جيد ",
    "الوزير: نحن ",
    "«",
    "«نعم» ",
    "قال\nالوزير إن الأمر جيد في\n",
    '" " ',
    "الوزير محمد ",
    "بحسب الوزير، ",
    "أكد أن ",
    "مؤكدا أن ",
    "وأضاف أن الأمر جيد. ",
    "وقال الوزير إن الأمر جيد. ",
    "كلمة ",
    "قال الرئيس جو بايدن نعم. وقال الزعيمان إن الأمر جيد. ",
    "نقلت رويترز عن مصدر قوله إن ",
    "طالب الوزير بضمانات و",
    "رفض التعليق ",
    "اتهامات بالفساد ",
    "حمل الوزير الشركة مسؤولية ",
    "وزير: طالب بحل\n",
    "(",
    "- ",
    "قال وبتكوف إن ",
    "الرئيس/ سامي ",
    "كلمة. الدماغ: كلمة كلمة كلمة. ",
    "نزار مهيدات، مدير النادي. وأضاف أنه جيد. ",
    "وقالت طهران إن الحل قريب. ",
    "وأعرب الوزير عن أمله في أن تنتهي الأزمة. ",
    "وتابع الوزير بالقول إن الأمر جيد. ",
    "على ذمة ",
    "إي.دي.",
    "من جانبه، قال الوزير إن الأمر جيد ",
    "أما المحور الخدمي، فقد أفاد معاليه أنه تام. ",
    "الرياض - جدة، ",
    "بيروت: سمع دوي انفجار، وفقا لشهود. ",
    "أوضح ذلك مدير المركز ",
    "وقال المشرف على مركز الضفاف الذي يقيمه ",
    "قال الوزير نشر أمس ",
    "قال الوزير في تصريح نشر أمس إن ",
    "تصريحات الوزير، التي قال فيها «نعم» ",
    "وكان سامي الخالد مدرسا، قائلا ",
    "وصف الوزير الاتهامات بأنها ",
    "، وحذر من ",
    "بيان الوزارة أن ",
]
"""What an article is made of again and again, so that a rule that looks too far back is seen."""


_STEPS = """
import sys
from quotetrack import detect

unit = sys.argv[1]
detect(unit * 100)  # what is read once is read now
most = min(1_000, 32_000 // len(unit))
for times in (most // 4, most // 2, most):
    count = 0

    def step(*_):
        global count
        count += 1
        return step

    text = unit * times
    sys.settrace(step)
    detect(text)
    sys.settrace(None)
    print(count)
"""
"""Counts the lines of Python that run to detect what is in a text; the same in each run."""


@pytest.mark.parametrize("unit", _UNITS)
def test_each_further_part_of_a_text_takes_as_many_steps(unit: str, source: Path) -> None:
    """The second half of a text twice as many as its second quarter: a thousand times one step show."""
    counted = subprocess.run(
        [sys.executable, "-c", _STEPS, unit], cwd=source, capture_output=True, encoding="utf-8", check=True
    )
    quarter, half, whole = map(int, counted.stdout.split())
    assert quarter > 1_000
    assert whole - half < 2.2 * (half - quarter)


@pytest.mark.parametrize("unit", _UNITS)
def test_cost_is_linear_in_the_length(unit: str) -> None:
    """Four times the text in under ten times the time: what backtracks or squares takes sixteen."""

    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        times = []
        for _ in range(2):
            start = time.process_time()
            detect(text)
            times.append(time.process_time() - start)
        return min(times)

    cost(2_000)
    assert cost(16_000) < 10 * cost(4_000) + 0.05


def test_an_article_leaves_nothing_to_the_garbage_collector() -> None:
    """Cycles would keep all that was made of an article until a collection, and cost a tenth of the time."""
    text = (GOLD / "afp90_radio.txt").read_text(encoding="utf-8")
    detect(text)
    gc.collect()
    gc.disable()
    try:
        detect(text)
        assert gc.collect() == 0
    finally:
        gc.enable()


QUOTED = "لن نقبل بهذا القرار أبداً"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("«", "»"), ('"', '"'), ("“", "”"), ("”", "“"), ("”", "”"), ("»", "«"), ("‹", "›"), ("&#34;", "&#34;")],
)
def test_the_marks_of_the_press(opening: str, closing: str) -> None:
    text = f"وقال الوزير: {opening}{QUOTED}{closing}. وانتهى الاجتماع مساء أمس."
    (found,) = detect(text)
    assert found.type is AttributionType.DIRECT
    assert QUOTED in found.content[0].of(text)
    assert "الاجتماع" not in found.content[0].of(text)


@pytest.mark.parametrize("slip", ['"', "«", "»", "“", "”", '" "', "»«"])
def test_an_odd_mark_costs_only_its_own_quotation(slip: str) -> None:
    lines = f"نشرت البلدية صوراً للسوق {slip} القديم.", "وقال المهندس سامي نصار إن السوق سيفتح غداً."
    text = "\n".join([*lines, f"وأضاف: «{QUOTED}»."])
    found = detect(text)
    assert [one.speaker.name for one in found if one.speaker] == ["سامي نصار", "سامي نصار"]
    assert found[1].content[0].of(text) == f"«{QUOTED}»"


def test_nothing_to_find() -> None:
    assert detect("") == []
    assert detect("no Arabic here, he said that it was so") == []
    assert detect("افتتحت البلدية سوقاً جديدة في وسط المدينة صباح اليوم.") == []


@pytest.mark.parametrize("mark", ["ـ", "َ", "؎", "*", "\u200f", "("])
def test_a_lone_mark_behind_a_noun_of_speech_stops_nothing(mark: str) -> None:
    text = f"حضر الوزير أمس. نشر المكتب تصريح {mark} للصحف. وأضاف أن السوق آمنة."
    assert [one.cue.of(text) for one in detect(text) if one.cue] == ["وأضاف"]
