"""The look: DESIGN's tokens as a palette, a style sheet and the colours of the three parts."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from quotetrack.assets import assets
from ui.settings import Settings, ThemeChoice

INTERFACE_FONT = "IBM Plex Sans Arabic"
ARTICLE_FONT = "Noto Naskh Arabic"
INTERFACE_PIXELS = 14
ARTICLE_PIXELS = 17
HEADLINE_PIXELS = 24
LEADING = 1.75


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one look, as #rrggbb."""

    page: str
    panel: str
    line: str
    edge: str
    text: str
    muted: str
    content: str
    selected_content: str
    source: str
    cue: str
    content_line: str
    source_line: str
    cue_line: str
    accent: str
    on_accent: str
    warning: str
    hover: str
    hit: str
    off: str
    band_green: str
    band_indigo: str
    band_red: str
    band_slate: str
    band_amber: str
    band_blue: str
    band_rose: str
    dark: bool

    def color(self, name: str) -> QColor:
        """The token `name` as a colour."""
        return QColor(str(getattr(self, name)))


LIGHT = Tokens(
    page="#FBFAF7", panel="#F2F0EA", line="#DDD9CF", edge="#8F897B", text="#1E1F24", muted="#5F6270",
    content="#FFF1C9", selected_content="#FFE08A", source="#D7EEE9", cue="#E6E1F7",
    content_line="#A87A00", source_line="#2F8576", cue_line="#7766BE",
    accent="#0B6E5F", on_accent="#FFFFFF", warning="#A3341B", hover="#E8E5DC", hit="#F9C9B6",
    off="#82848F",
    band_green="#094B41", band_indigo="#40338F", band_red="#7A2312", band_slate="#3F424D",
    band_amber="#BA850A", band_blue="#3A96CC", band_rose="#CC729F", dark=False,
)  # fmt: skip
DARK = Tokens(
    page="#1B1C20", panel="#222329", line="#34363E", edge="#6C6E78", text="#ECEBE6", muted="#A6A8B3",
    content="#4A3D14", selected_content="#6B5714", source="#143F38", cue="#37305A",
    content_line="#C9A437", source_line="#3FA08F", cue_line="#8F80D6",
    accent="#5CC9B4", on_accent="#10211E", warning="#FF9C82", hover="#2C2E36", hit="#713522",
    off="#71737F",
    band_green="#81D1C1", band_indigo="#C4BEE8", band_red="#EEB5AA", band_slate="#BFC2CB",
    band_amber="#85651B", band_blue="#28709A", band_rose="#B04078", dark=True,
)  # fmt: skip


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21."""

    def luminance(color: str) -> float:
        parts = (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF())
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def load_fonts() -> None:
    """Make the bundled fonts known to Qt."""
    for path in sorted((assets() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def interface_font(pixels: int = INTERFACE_PIXELS, *, bold: bool = False) -> QFont:
    """The font of the window."""
    font = QFont(INTERFACE_FONT)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def article_font(percent: int = 100, pixels: int = ARTICLE_PIXELS) -> QFont:
    """The font of article text at a text size of `percent`."""
    font = QFont(ARTICLE_FONT)
    font.setPixelSize(max(8, round(pixels * percent / 100)))
    return font


def tokens_for(settings: Settings) -> Tokens:
    """The look that the settings ask for; "system" asks the desktop."""
    if settings.theme is ThemeChoice.SYSTEM:
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if settings.theme is ThemeChoice.DARK else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette for what no style sheet reaches."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, name in (
        (roles.Window, "panel"), (roles.WindowText, "text"), (roles.Base, "page"), (roles.Text, "text"),
        (roles.AlternateBase, "panel"), (roles.Button, "page"), (roles.ButtonText, "text"),
        (roles.ToolTipBase, "page"), (roles.ToolTipText, "text"), (roles.PlaceholderText, "muted"),
        (roles.Highlight, "selected_content"), (roles.HighlightedText, "text"), (roles.Link, "accent"),
        (roles.Mid, "line"), (roles.Dark, "line"), (roles.Light, "page"), (roles.BrightText, "warning"),
        (roles.Accent, "accent"),
    ):  # fmt: skip
        made.setColor(role, tokens.color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("muted"))
    return made


def apply(app: QApplication, tokens: Tokens) -> None:
    """Give the whole program the look of `tokens`."""
    app.setStyle("Fusion")
    app.setPalette(palette(tokens))
    app.setFont(interface_font())
    values = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    sheet = Path(__file__).with_name("window.qss").read_text(encoding="utf-8")
    icons = (assets() / "icons").as_posix()
    app.setStyleSheet(
        Template(sheet).substitute(values, icons=icons, shade="dark" if tokens.dark else "light")
    )
