"""Readers: a file, a page or a clipboard becomes an article."""
