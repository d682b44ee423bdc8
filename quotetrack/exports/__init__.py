"""Quote sheets in every form that an editor's desk or another program reads.

report = export(project.reader(), wanted, Format.XLSX, Path("sheet.xlsx"), Options(language="ar"))

`quotetrack.exports.previewing.preview` shows the first quotes as they will be written.
"""

from quotetrack.exports.errors import CancelledError, ExportError
from quotetrack.exports.exporting import Chosen, Progress, Report, export, export_sheet, sheet_of
from quotetrack.exports.formats import FORMS, Form, Format, Shape, of_suffix
from quotetrack.exports.job import Group, Options

__all__ = [
    "FORMS",
    "CancelledError",
    "Chosen",
    "ExportError",
    "Form",
    "Format",
    "Group",
    "Options",
    "Progress",
    "Report",
    "Shape",
    "export",
    "export_sheet",
    "of_suffix",
    "sheet_of",
]
