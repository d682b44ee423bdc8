"""Documents of every kind, made for the tests: honest ones and hostile ones."""

import io
import zipfile
import zlib
from pathlib import Path

from tests.readers.articles import ARTICLE, FIRST, SECOND, THIRD, TITLE

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "لول">'
    + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """A package with members replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, changes.get(info.filename, old.read(info)))
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name])
    return out.getvalue()


def member(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def docx() -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.author = "هالة الكرمي"
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(FIRST)
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("المدينة", "السوق"), ("حلب", "سوق العطارين")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph(SECOND)
    document.add_paragraph(THIRD)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTE = "تصريح خاص للصحيفة."


_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BOX, INNER = "نص في إطار", "نص في إطار داخل الإطار"


def _box(text: str, inside: str = "") -> str:
    run = f'<w:r><w:t>{text}</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r>'
    return f"<w:txbxContent><w:p>{run}<w:r>{inside}</w:r></w:p></w:txbxContent>"


def docx_with_notes() -> bytes:
    """A document with a footnote, a link, inserted, deleted and moved text, and a text box."""
    data = docx()
    body = member(data, "word/document.xml").replace(
        f"<w:t>{SECOND}</w:t></w:r>",
        f'<w:t>{SECOND}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:ins><w:r><w:t> وأدرج هذا.</w:t></w:r></w:ins><w:del><w:r><w:delText>وحذف هذا</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>ونقل هذا</w:t></w:r></w:moveFrom>"
        "<w:hyperlink><w:r><w:t> رابط</w:t><w:tab/><w:br/></w:r></w:hyperlink>"
        f"<w:r><mc:AlternateContent {_MC}><mc:Choice>{_box(BOX, _box(INNER))}</mc:Choice>"
        f"<mc:Fallback>{_box(BOX, _box(INNER))}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    notes = (
        f'<w:footnotes {_W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:t>{NOTE}</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="3"><w:p><w:r><w:t>هامش الإطار</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = member(data, "[Content_Types].xml").replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    )
    rels = member(data, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/officeDocument'
        '/2006/relationships/footnotes"/></Relationships>',
    )
    return repacked(
        data,
        {
            "word/document.xml": body.encode(),
            "word/footnotes.xml": notes.encode(),
            "[Content_Types].xml": types.encode(),
            "word/_rels/document.xml.rels": rels.encode(),
        },
    )


def docm() -> bytes:
    data = docx()
    types = member(data, "[Content_Types].xml").replace(
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        "vnd.ms-word.document.macroEnabled.main",
    )
    return repacked(data, {"[Content_Types].xml": types.encode(), "word/vbaProject.bin": b"Sub AutoOpen"})


def with_entities(data: bytes, part: str, declaration: str) -> bytes:
    """A package one of whose parts declares entities and uses them."""
    body = member(data, part)
    start = body.index("?>") + 2 if body.startswith("<?xml") else 0
    hostile = declaration + body[start:].replace(FIRST, f"{FIRST}&i;")
    return repacked(data, {part: hostile.encode()})


def odt() -> bytes:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:text>'
        "<text:tracked-changes><text:changed-region><text:p>حذف هذا</text:p></text:changed-region></text:tracked-changes>"
        f"<text:h>{TITLE}</text:h><text:p>{FIRST}<office:annotation><text:p>تعليق</text:p></office:annotation></text:p>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>حلب</text:p></table:table-cell>"
        "<table:table-cell><text:p>سوق<text:s text:c='2'/>العطارين</text:p><table:table><table:table-row>"
        "<table:table-cell><text:p>داخل</text:p></table:table-cell></table:table-row></table:table>"
        "</table:table-cell></table:table-row></table:table-header-rows></table:table>"
        f"<text:p><text:span>{SECOND}</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"<text:p>{NOTE}</text:p></text:note-body></text:note></text:p>"
        f"<text:list><text:list-item><text:p>{THIRD}<draw:frame><draw:text-box><text:p>{BOX}<draw:frame>"
        f"<draw:text-box><text:p>{INNER}</text:p></draw:text-box></draw:frame></text:p></draw:text-box>"
        "</draw:frame></text:p></text:list-item></text:list>"
        "</office:text></office:body></office:document-content>"
    )
    meta = f"<office:document-meta {spaces}><office:meta><dc:creator>هالة الكرمي</dc:creator></office:meta></office:document-meta>"
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta}
    )


def packed(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(name, text)
    return out.getvalue()


def epub() -> bytes:
    chapters = {
        "cover": "<html><body><img src='http://127.0.0.1:1/x.png'/></body></html>",
        "two": f"<html><head><title>x</title></head><body><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>",
        "one": f"<html><body><h2>الفصل الأخير</h2><p>{THIRD}</p><p>{FIRST}</p><script>x()</script></body></html>",
    }
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:creator>هالة الكرمي</dc:creator><dc:publisher>دار الميدان</dc:publisher><dc:date>2020-05-01</dc:date>"
        "</metadata><manifest>"
        + "".join(f'<item id="{name}" href="text/{name}.xhtml"/>' for name in ("one", "two", "cover"))
        + '<item id="gone" href="text/gone.xhtml"/></manifest><spine><itemref idref="cover"/>'
        '<itemref idref="two"/><itemref idref="gone"/><itemref idref="one"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    )
    return packed(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/content.opf": opf}
        | {f"OEBPS/text/{name}.xhtml": text for name, text in chapters.items()}
    )


def rtf(unicode: bool) -> bytes:
    def letters(text: str) -> str:
        if unicode:
            return "".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in text)
        return "".join(f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in text.encode("cp1256"))

    body = "\\par\n".join(letters(line) for line in ARTICLE.splitlines())
    return f"{{\\rtf1\\ansi\\ansicpg1256{{\\fonttbl{{\\f0 Arial;}}}}\\f0 {body}}}".encode("ascii")


def eml(charset: str = "utf-8", html: bool = False) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "جريدة الميدان <news@example.org>"
    message["Date"] = "Sat, 09 Mar 2024 10:15:00 +0300"
    body = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
    if html:
        message.set_content("Please use a mail program that shows HTML.")
        paragraphs = body.strip().split("\n\n")
        page = "<img src='http://127.0.0.1:1/t.gif'>" + "".join(f"<p>{one}</p>" for one in paragraphs)
        message.add_alternative(page, subtype="html", charset=charset)
    else:
        message.set_content(body, charset=charset, cte="quoted-printable")
    message.add_attachment(
        b"MZ\x90 program", maintype="application", subtype="octet-stream", filename="a.exe"
    )
    return message.as_bytes()


def pdf(shaped: bool) -> bytes:
    """What fpdf2 makes: shaped, its marks are mirrored; unshaped, its letters run from the left."""
    from fpdf import FPDF

    document = FPDF()
    document.add_font("plex", "", str(FONTS / "IBMPlexSansArabic-Regular.ttf"))
    document.set_font("plex", size=14)
    document.set_text_shaping(shaped)
    document.add_page()
    for paragraph in ARTICLE.strip().split("\n\n"):
        document.multi_cell(0, 9, paragraph, align="R", new_x="LMARGIN", new_y="NEXT")
        document.ln(4)
    document.add_page()
    document.multi_cell(0, 9, THIRD, align="R")
    return bytes(document.output())


def scan() -> bytes:
    """Two pages that are pictures."""
    from fpdf import FPDF

    document = FPDF()
    picture = io.BytesIO(_png(40, 60))
    for _ in range(2):
        document.add_page()
        document.image(picture, x=0, y=0, w=200)
    return bytes(document.output())


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(width)) for y in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


MARKDOWN = f"""---
title: "{TITLE}"
date: 9 آذار 2024
author: هالة الكرمي
source: جريدة الميدان
url: https://example.org/a
---

# {TITLE}

{FIRST.replace("سامر الحلبي", "**سامر الحلبي**").replace("إن أعمال", "[إن أعمال](http://x.example)")}

> {SECOND}

- {THIRD}

<script>alert(1)</script>
"""


def mhtml() -> bytes:
    """A page as Chromium saves it: the HTML first, then a picture."""
    import quopri

    from tests.readers.articles import PAGE

    page = quopri.encodestring(PAGE.replace("{charset}", "utf-8").encode()).replace(b"\n", b"\r\n")
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/news/1\r\nSubject: x\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://example.org/news/1\r\n\r\n"
    )
    tail = "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    return head.encode() + page + tail.encode()
