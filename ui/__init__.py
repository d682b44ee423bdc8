"""The desktop window of quotetrack (PySide6)."""
