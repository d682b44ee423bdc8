"""Saved web pages: the article among the menus, and the page's word about itself."""

from datetime import date

import pytest

from quotetrack.readers import ReadError, ReadOptions, read
from tests.readers.articles import FIRST, PAGE, SECOND, THIRD, TITLE


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("windows-1256", "cp1256"), ("utf-8", "cp1256"), ("iso-8859-1", "cp1256")],
)
def test_a_page_gives_title_outlet_author_date_and_text(declared: str, encoding: str) -> None:
    [article] = read(PAGE.replace("{charset}", declared).encode(encoding), name="a.html")
    assert article.title == TITLE
    assert article.outlet == "جريدة الميدان"
    assert article.author == "هالة الكرمي"
    assert article.published == date(2024, 3, 9)
    assert article.text.startswith(f"{TITLE}\n\n{FIRST}")
    assert SECOND in article.text
    assert THIRD in article.text
    for stray in ("الرئيسية", "جميع الحقوق", "document.write"):
        assert stray not in article.text


def test_the_title_stands_once_and_only_when_wanted() -> None:
    data = PAGE.replace("{charset}", "utf-8").encode()
    assert read(data, name="a.html")[0].text.count(TITLE) == 1
    assert TITLE not in read(data, name="a.html", options=ReadOptions(headline=False))[0].text


def test_a_page_without_an_article_says_what_to_do() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"<!DOCTYPE html><html><body><script>app()</script></body></html>", name="a.html")
    assert caught.value.key == "readers.no_article"


def test_the_original_is_kept_when_wanted() -> None:
    data = PAGE.replace("{charset}", "utf-8").encode()
    assert read(data, name="a.html", options=ReadOptions(keep_original=True))[0].origin.original == data
    assert read(data, name="a.html")[0].origin.original is None
