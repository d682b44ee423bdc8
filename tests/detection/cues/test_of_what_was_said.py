"""«ما قاله المدير من أن …»: what somebody said, which من and أن behind him explain."""

import pytest

from quotetrack import detect

SAID = [
    ("وعلق النائب على ما ذكرته اللجنة من أن الحسابات سليمة.", "ذكرته", "اللجنة", "أن الحسابات سليمة"),
    ("وأثار ما أعلنه المدير من أن المصنع خاسر غضب العمال.", "أعلنه", "المدير", "أن المصنع خاسر غضب العمال"),
    ("ولا صحة لما أشاعته بعض المواقع من أن المصنع سيغلق.", "أشاعته", "بعض المواقع", "أن المصنع سيغلق"),
    ("واستند الحكم إلى ما شهد به الضابط من أن السور قديم.", "شهد", "الضابط", "أن السور قديم"),
    ("وتأكد القاضي مما رواه الشاهد من أن الباب مفتوح.", "رواه", "الشاهد", "أن الباب مفتوح"),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), SAID)
def test_what_was_said(text: str, cue: str, source: str, content: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert found.source is not None
    assert (found.cue.of(text), found.source.of(text), found.content[0].of(text)) == (cue, source, content)


@pytest.mark.parametrize(
    "text",
    [
        "وانتقد الكاتب ما تناقلته وسائل الإعلام من صور قديمة.",
        "وسترفضه الأطراف الأخرى، ما يهدد من أن يشمل البلاد كلها.",
    ],
)
def test_what_is_no_report(text: str) -> None:
    assert not [one for one in detect(text) if one.type != "reported"]
