"""Which of the addresses that files and pages name lead to the web."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def web_address(text: str, base: str = "") -> str:
    """`text`, from where `base` is, as an address of the web; "" where it is none."""
    try:
        address = urljoin(base, text.strip()) if text.strip() else ""
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""


def site(address: str) -> str:
    """The name of the site to which a web address leads, "" for none."""
    return urlsplit(web_address(address)).hostname or ""
