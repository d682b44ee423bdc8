"""Archives and folders: everything in them, and nothing that should not get out of them."""

import gzip
import io
import stat
import zipfile
from pathlib import Path

import pytest

from quotetrack.article import Article
from quotetrack.messages import LANGUAGES, explain
from quotetrack.readers import Limits, ReadError, ReadOptions, read, read_each
from quotetrack.readers.containers import files
from tests.readers.articles import ARTICLE, PAGE, TITLE
from tests.readers.test_tables import ENGLISH, as_csv


def zipped(members: dict[str, bytes], **kwargs: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **kwargs) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def outcome(data: bytes, options: ReadOptions | None = None, name: str = "a.zip") -> list[str]:
    found = list(read_each(data, name=name, options=options))
    for item in found:
        if isinstance(item, ReadError):
            for language in LANGUAGES:
                assert len(explain(item, language)) > 30
    return [item.key if isinstance(item, ReadError) else item.title for item in found]


def test_everything_in_an_archive_is_read() -> None:
    page = PAGE.replace("{charset}", "utf-8").encode()
    inner = zipped({"inner.txt": ARTICLE.encode("cp1256")})
    data = zipped(
        {
            "أخبار/أول.txt": ARTICLE.encode(),
            "page.html": page,
            "table.csv": as_csv(ENGLISH),
            "packed.txt.gz": gzip.compress(ARTICLE.encode()),
            "inner.zip": inner,
            "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(99),
            "empty.txt": b"",
            "__MACOSX/._a.txt": b"\x00\x05",
            "folder/": b"",
        }
    )
    other = "عنوان آخر لخبر آخر"
    assert outcome(data) == [
        TITLE, TITLE, TITLE, other, TITLE, TITLE, "readers.binary", "readers.empty",
    ]  # fmt: skip
    first = read(data, name="a.zip")[0]
    assert first.origin.name == "a.zip/أخبار/أول.txt"


def test_names_that_point_out_of_the_archive_write_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = zipped(
        {
            "../../escaped.txt": ARTICLE.encode(),
            "/etc/escaped.txt": ARTICLE.encode(),
            "..\\..\\escaped.txt": ARTICLE.encode(),
        }
    )
    names = [article.origin.name for article in read(data, name="a.zip")]
    assert names == ["a.zip/escaped.txt", "a.zip/etc/escaped.txt", "a.zip/escaped.txt"]
    assert not list(tmp_path.rglob("*"))
    assert not Path("/etc/escaped.txt").exists()


def test_a_link_in_an_archive_is_left_alone() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("passwd.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", ARTICLE)
    assert outcome(out.getvalue()) == [TITLE]


def test_a_bomb_is_refused_and_the_rest_is_read() -> None:
    data = zipped({"bomb.txt": b" " * 60_000_000, "a.txt": ARTICLE.encode()}, compresslevel=9)
    assert len(data) < 100_000
    assert outcome(data) == ["readers.bomb", TITLE]


def test_a_bomb_that_lies_about_its_size_is_refused_too() -> None:
    data = bytearray(zipped({"bomb.txt": b" " * 60_000_000}, compresslevel=9))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.rindex(signature) + offset
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert outcome(bytes(data))[0] in {"readers.bomb", "readers.broken"}


def test_members_that_share_their_bytes_count_each() -> None:
    members = {f"{number}.txt": ARTICLE.encode() * 50 for number in range(30)}
    options = ReadOptions(limits=Limits(unpacked_bytes=len(ARTICLE.encode()) * 50 * 5))
    found = outcome(zipped(members), options)
    assert found.count(TITLE) == 5
    assert set(found) == {TITLE, "readers.bomb"}


def test_a_gzip_bomb_is_refused() -> None:
    assert outcome(gzip.compress(b"0" * 80_000_000), name="a.txt.gz") == ["readers.bomb"]


def test_archives_all_the_way_down_end() -> None:
    data = zipped({"a.txt": ARTICLE.encode()})
    for _ in range(6):
        data = zipped({"a.zip": data})
    assert outcome(data) == ["readers.nested"]


def test_archives_in_an_archive_share_its_limits() -> None:
    inner = zipped({f"{number}.txt": ARTICLE.encode() * 20 for number in range(5)})
    whole = zipped({f"{number}.zip": inner for number in range(6)})
    size = ReadOptions(limits=Limits(unpacked_bytes=len(inner) * 6 + len(ARTICLE.encode()) * 20 * 12))
    assert outcome(whole, size).count(TITLE) == 12
    found = outcome(whole, ReadOptions(limits=Limits(members=6 + 14)))
    assert (found.count(TITLE), found.count("readers.too_many")) == (10, 4)


def test_a_packed_archive_counts_with_its_members() -> None:
    inner = zipped({f"{number}.txt": ARTICLE.encode() * 20 for number in range(5)})
    limit = Limits(unpacked_bytes=len(inner) + len(ARTICLE.encode()) * 20 * 3)
    assert outcome(gzip.compress(inner), ReadOptions(limits=limit), name="a.zip.gz").count(TITLE) == 3


def test_too_many_members_are_refused() -> None:
    data = zipped({f"{number}.txt": b"x" for number in range(40)})
    assert outcome(data, ReadOptions(limits=Limits(members=30))) == ["readers.too_many"]


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_an_archive_cut_short_is_said_to_be_damaged(cut: int) -> None:
    assert outcome(zipped({"a.txt": ARTICLE.encode()})[:-cut]) == ["readers.broken"]


def test_a_damaged_member_does_not_stop_the_others() -> None:
    data = bytearray(zipped({"a.txt": ARTICLE.encode(), "b.txt": ARTICLE.encode()}))
    data[60:80] = bytes(20)
    assert outcome(bytes(data)) == ["readers.broken", TITLE]


def test_a_protected_member_asks_for_its_password_to_be_taken_off() -> None:
    data = bytearray(zipped({"a.txt": ARTICLE.encode()}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert outcome(bytes(data)) == ["readers.encrypted"]


def opendocument(kind: str) -> bytes:
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), "content.xml": b"<a/>"})


OTHERS = {
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000), "readers.other_program"),
    "protected.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000), "readers.encrypted"),
    "table.ods": (opendocument("spreadsheet"), "readers.other_program"),
    "talk.odp": (opendocument("presentation"), "readers.other_program"),
    "talk.pptx": (zipped({"ppt/presentation.xml": b"<a/>"}), "readers.other_program"),
    "a.pages": (zipped({"Index/Document.iwa": b"a"}), "readers.other_program"),
    "a.rar": (b"Rar!\x1a\x07\x00" + bytes(300), "readers.other_archive"),
    "a.7z": (b"7z\xbc\xaf'\x1c" + bytes(300), "readers.other_archive"),
    "none.zip": (zipped({}), "readers.empty"),
}


@pytest.mark.parametrize(("data", "key"), OTHERS.values(), ids=OTHERS)
def test_what_is_not_read_is_named_and_a_way_is_shown(
    data: bytes, key: str, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.id
    assert outcome(data, name=name) == [key]
    assert outcome(zipped({name: data, "a.txt": ARTICLE.encode()})) == [key, TITLE]


def test_a_gzip_cut_short_is_said_to_be_damaged() -> None:
    assert outcome(gzip.compress(ARTICLE.encode())[:-20], name="a.gz") == ["readers.broken"]


def test_a_folder_is_walked_in_order_without_leaving_it(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(ARTICLE, encoding="utf-8")
    folder = tmp_path / "folder"
    (folder / "b").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name in ("b/2.txt", "a.txt", ".hidden", ".git/config", "Thumbs.db"):
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    (folder / "link.txt").symlink_to(outside)
    (folder / "loop").symlink_to(tmp_path)
    assert [str(path.relative_to(folder)) for path in files(folder)] == ["a.txt", "b/2.txt"]
    assert all(isinstance(item, Article) for path in files(folder) for item in read_each(path))


def test_what_is_hidden_in_an_archive_is_no_article_either() -> None:
    hidden = (".git/config", "a/.x/b.txt", "__MACOSX/._a.txt", "b/Thumbs.db", "run.LOG", "a/.DS_Store")
    assert outcome(zipped(dict.fromkeys((*hidden, "a/../b.txt"), ARTICLE.encode()))) == [TITLE]


def test_a_link_that_leads_to_itself_is_said_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    circle, good = files(tmp_path)
    with pytest.raises(ReadError) as caught:
        list(read_each(circle))
    assert caught.value.key == "readers.unreadable"
    assert isinstance(next(read_each(good)), Article)


def test_what_lies_beside_the_articles_of_a_folder_is_no_article(tmp_path: Path) -> None:
    for name in ("one.txt", "two.HTML", "samples.toml", "notes.YAML", "old.qtrack", "run.log"):
        (tmp_path / name).write_text("نص", encoding="utf-8")
    assert [path.name for path in files(tmp_path)] == ["one.txt", "two.HTML"]
