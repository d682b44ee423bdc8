"""Who a new mention is, and which speakers may be one."""

from __future__ import annotations

import pytest

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.detection.records import Attribution, AttributionType, Span, Speaker, SpeakerKind
from quotetrack.store import Kind, Project

_number = 0


def said(
    project: Project, name: str, role: str = "", outlet: str = "النهر", kind: SpeakerKind = SpeakerKind.PERSON
) -> int:
    """Imports an article in which somebody says something, and returns who it was linked to."""
    global _number  # noqa: PLW0603 - every article is another one
    _number += 1
    text = f"قال {role} {name} إن الأمر رقم {_number} واضح."
    found = Attribution(
        type=AttributionType.INDIRECT,
        content=(Span(len(text) - 10, len(text) - 1),),
        speaker=Speaker(name, kind, role),
    )
    changes = ops.perform(project, ops.ImportArticles([(Article(text=text, outlet=outlet), [found])]))
    quote = project.quotes.get(*changes.created[Kind.QUOTES])
    assert quote.speaker is not None
    return quote.speaker.id


def test_spellings_of_a_name_are_one_speaker(project: Project) -> None:
    first = said(project, "هدى الأمين", "الوزيرة")
    assert said(project, "هدي الامين") == first
    assert said(project, "هُدى  الأمين", "وزيرة الصحة", outlet="الساحل") == first
    assert len(project.speakers.list()) == 1


@pytest.mark.parametrize(
    ("name", "first_role", "second_role", "outlet", "same"),
    [
        ("طارق سعيد", "وزير المياه", "وزير المياه والري", "الساحل", True),
        ("طارق سعيد", "وزير المياه", "لاعب النادي", "الساحل", False),
        ("طارق سعيد", "وزير المياه", "لاعب النادي", "النهر", True),
        ("طارق سعيد", "وزير المياه", "", "الساحل", True),
        ("طارق بن عمر سعيد", "وزير المياه", "الأمين العام", "الساحل", True),
    ],
)
def test_role_and_outlet_tell_homonyms_apart(
    project: Project, name: str, first_role: str, second_role: str, outlet: str, same: bool
) -> None:
    first = said(project, name, first_role)
    assert (said(project, name, second_role, outlet=outlet) == first) is same


def test_of_two_homonyms_each_gets_what_is_theirs(project: Project) -> None:
    minister = said(project, "طارق سعيد", "وزير المياه", outlet="النهر")
    player = said(project, "طارق سعيد", "لاعب النادي", outlet="الملعب")
    assert minister != player
    assert said(project, "طارق سعيد", "وزير المياه السابق", outlet="الجبل") == minister
    assert said(project, "طارق سعيد", "", outlet="الملعب") == player
    in_doubt = said(project, "طارق سعيد", "", outlet="الوادي")
    assert in_doubt not in {minister, player}
    assert said(project, "طارق سعيد", "", outlet="البستان") == in_doubt


def test_an_organisation_is_not_a_person_of_the_same_name(project: Project) -> None:
    assert said(project, "الأمل") != said(project, "الأمل", kind=SpeakerKind.ORGANISATION)


def names(project: Project) -> list[set[str]]:
    return [{pair.into.name, pair.other.name} for pair in project.speakers.merge_suggestions()]


def test_short_names_full_names_and_spellings_are_suggested(project: Project) -> None:
    said(project, "بوتين", "الرئيس")
    full = said(project, "فلاديمير بوتين", "الرئيس الروسي")
    said(project, "الرئيس الروسي فلاديمير بوتين")
    said(project, "بنيامين نتنياهو")
    said(project, "بنيامين نتانياهو")
    said(project, "فلاديمير كوزلوف")
    said(project, "سلمى الخطيب")
    found = names(project)
    assert {"بوتين", "فلاديمير بوتين"} in found
    assert {"فلاديمير بوتين", "الرئيس الروسي فلاديمير بوتين"} in found
    assert {"بنيامين نتنياهو", "بنيامين نتانياهو"} in found
    assert not any("فلاديمير كوزلوف" in pair or "سلمى الخطيب" in pair for pair in found)
    only = project.speakers.merge_suggestions(full)
    assert only
    assert all(full in {pair.into.id, pair.other.id} for pair in only)
    assert project.speakers.merge_suggestions()[0].score >= project.speakers.merge_suggestions()[-1].score


def test_a_single_name_behind_which_several_stand_is_suggested_less(project: Project) -> None:
    said(project, "الأسد", "الرئيس")
    said(project, "كمال الأسد", "الرئيس")
    (alone,) = project.speakers.merge_suggestions()
    said(project, "وليد الأسد", "النائب")
    assert all(pair.score < alone.score for pair in project.speakers.merge_suggestions())


def test_nothing_is_merged_unasked_and_a_no_is_remembered(project: Project) -> None:
    said(project, "بوتين")
    said(project, "فلاديمير بوتين")
    (pair,) = project.speakers.merge_suggestions()
    assert len(project.speakers.list()) == 2
    ops.perform(project, ops.KeepApart(pair.into.id, pair.other.id))
    assert not project.speakers.merge_suggestions()
    ops.undo(project)
    ops.perform(project, ops.MergeSpeakers(pair.into.id, (pair.other.id,)))
    assert said(project, "بوتين") == pair.into.id


def test_suggestions_while_typing(project: Project) -> None:
    here = said(project, "كريم الراعي", "المدير")
    there = said(project, "كريمة الراوي", "المديرة")
    assert next(found.speaker.id for found in project.speakers.suggest("كريم", article_id=1)) == here
    assert next(found.speaker.id for found in project.speakers.suggest("كريمه الراوى")) == there
    assert [found.speaker.id for found in project.speakers.suggest("", article_id=2)] == [there]
    assert not project.speakers.suggest("زهرة")
