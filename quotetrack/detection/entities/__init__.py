"""Whom an article names, each with all that its mentions say."""
