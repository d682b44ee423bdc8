"""Counting the words that are in no name, and what detection makes of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from quotetrack import ordinary
from quotetrack.detection.words.lexicon import lexicon
from quotetrack.ordinary import count, mute
from quotetrack.ordinary import ordinary as ordinary_words
from tests.detection.found import speaker_at

PLAIN = "نشرت صورة الجسر، والتقطت صورته أمس، ثم صورتها مرة أخرى، لكن الصورة قديمة. "
NAMED = "قال سامي برغوث إن البرغوث حشرة، وقال سامي برغوث إن برغوثا يقفز، لكن البرغوث صغير. "
TOLD = "قال العصفور إن عصفورا غاب، لكن عصفوره نائم، ثم عصفورها طار، لكن العصفور هنا. "
LOYAL = "حضر الجمهور الكبير، لكن جمهوره وفي، ثم جمهورها قليل، لكن جمهور النادي حاضر. "


def test_a_word_of_several_forms_and_behind_no_first_name_is_ordinary() -> None:
    counted = count([PLAIN * 5, NAMED * 5], lexicon())
    words = ordinary_words(counted, lexicon())
    assert counted.articles == 2
    assert "صوره" in words
    assert "برغوث" not in words, "it stands behind a first name"
    assert "الجسر" not in words, "it is seen in one form only"
    assert not {"سامي", "قال", "في"} & set(words) & lexicon().words["given"]


def test_a_preposition_spelt_like_a_first_name_is_none() -> None:
    plain = "أشرف على أداء الفريق، لكن الأداء ضعيف، ثم على أداء المدرب، وهو أداء جيد، وشاهدت أداءه. "
    assert "اداء" in ordinary_words(count([plain * 5], lexicon()), lexicon())


def test_what_stands_behind_a_verb_of_saying_is_not_mute() -> None:
    counted = count([PLAIN * 20, TOLD * 20], lexicon())
    words = ordinary_words(counted, lexicon())
    silent = mute(words, counted, lexicon())
    assert {"صوره", "الصوره", "العصفور"} <= set(words)
    assert "صوره" in silent
    assert "العصفور" not in silent
    assert not any(word in silent for word in words if counted.seen[word] < ordinary.OFTEN)


def test_what_a_linguist_says_may_speak_is_not_mute() -> None:
    counted = count([LOYAL * 20], lexicon())
    words = ordinary_words(counted, lexicon())
    assert "جمهور" in words
    assert not {"جمهور", "الجمهور"} & set(mute(words, counted, lexicon()))


def test_the_command_writes_both_lists(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    article = tmp_path / "article.txt"
    article.write_text("عنوان\n\n" + PLAIN * 20 + TOLD * 20, encoding="utf-8")
    monkeypatch.setattr(ordinary, "assets", lambda: tmp_path)
    result = CliRunner().invoke(ordinary.main, [str(article)])
    assert result.exit_code == 0, result.output
    written = (tmp_path / "lexicon" / "ordinary.toml").read_text(encoding="utf-8")
    assert "on 1\n" in written
    assert 'mute = """\n' in written
    assert "صوره" in written.partition("mute =")[2]


def names() -> Iterator[str]:
    for listed in ("given", "given_feminine", "heads", "before", "metonyms"):
        yield from lexicon().words[listed]


def test_no_name_or_title_is_among_the_programs_own() -> None:
    words = lexicon().words
    assert len(words["ordinary"]) > len(words["mute"]) > 1000
    assert not words["ordinary"] & words["mute"]
    assert not (words["ordinary"] | words["mute"]) & set(names())


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        (
            "انتقد الرئيس دونالد ترامب الملف النووي في خطابه. وقال ترامب إن الاتفاق سيئ.",
            "وقال",
            "دونالد ترامب",
        ),
        ("زارت مغنية البوب كاتي بيري فستان الزفاف الجديد. وقالت بيري إن العرس جميل.", "وقالت", "كاتي بيري"),
        (
            "وصل وزير الصحة عادل الجبوري بمقر الوزارة أمس. وقال الجبوري إن اللقاح متوفر.",
            "وقال",
            "عادل الجبوري",
        ),
        ("وقال رئيس الغرفة عبد القادر مسعي إن السوق متوازنة.", "وقال", "عبد القادر مسعي"),
        ("أكد رئيس الوزراء مالك سلال أن الحل قريب. وقال سلال إن الوفد عاد.", "وقال", "مالك سلال"),
        ("أعلن جهاز الأمن الداخلي الكاستاني أن الحدود مغلقة.", "أعلن", "جهاز الأمن الداخلي الكاستاني"),
        ("وقال الأمين العام للأمم المتحدة بان كي مون إن الهدنة هشة.", "وقال", "بان كي مون"),
    ],
)
def test_an_ordinary_word_ends_a_name(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("قال سامي الخالد كلمة قصيرة. وقال ملتقى الضفاف أمس في العاصمة إنه متفائل.", "وقال", "سامي الخالد"),
        ("وصف سامي الخالد الحادث. واعتبر هذا الحادث أمس أنه مأساة.", "واعتبر", "سامي الخالد"),
        ("أكد سامي الخالد رفضه. وقال والإنجاز والتسليم أمس إن العمل جيد.", "وقال", "سامي الخالد"),
        ("وكان رامي حداد قد غادر البلاد، ثم أعلن الأسبوع الماضي أنه سيعود.", "أعلن", "رامي حداد"),
        ("تحدث رامي حداد للصحافة. وقال هذه المرة إنه سيعود.", "وقال", "رامي حداد"),
        ("وقال واحد من قادة الحركة إن الوفد عاد.", "وقال", "واحد من قادة الحركة"),
        ("وقالت وسائل إعلام محلية إن الوفد عاد.", "وقالت", "وسائل إعلام محلية"),
    ],
)
def test_what_hardly_ever_speaks_is_no_subject(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


def test_names_that_end_alike_are_two_people() -> None:
    text = "أكد بختيار دوغان أن القصف توقف. وقال الرئيس رجب طيب إردوغان إن العملية مستمرة. "
    text += "وأضاف اردوغان أن الحدود آمنة."
    assert speaker_at(text, "وأضاف") == "رجب طيب إردوغان"
