"""Whom a description takes up: «المسؤول الأميركي», «الوزارة», «البيان»."""
