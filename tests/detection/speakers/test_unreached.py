"""Whom a paper did not reach has said something before, where the text goes on with «but»."""

import pytest

from tests.detection.found import speaker_at


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        (
            "قالت سعاد إن السد خطر. ولم يتسن الحصول على رد من هيئة السدود، إلا أنها كانت قد نفت أن يتصدع.",
            "نفت",
            "هيئة السدود",
        ),
        (
            "قال سامي الخالد إنه بريء. ولم نتمكن من التواصل مع وزارة العدل، لكنها قالت إن التحقيق مستمر.",
            "قالت",
            "وزارة العدل",
        ),
        (
            "قال سامي الخالد إن الطريق خطر. وتعذر الاتصال برئيس البلدية، غير أنه أكد قبل شهر أن المال رصد.",
            "أكد",
            "رئيس البلدية",
        ),
        # Who was reached, or does not agree, is not meant.
        (
            "قالت ليلى حداد إن الأمر صعب. وتعذر الاتصال برئيس البلدية، لكنها أكدت أن المال رصد.",
            "أكدت",
            "ليلى حداد",
        ),
        (
            "قال سامي الخالد إن الأمر صعب. وحاول أمس الدخول إلى المبنى، لكنه أكد أن الباب مغلق.",
            "أكد",
            "سامي الخالد",
        ),
    ],
)
def test_whom_a_paper_did_not_reach(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker
