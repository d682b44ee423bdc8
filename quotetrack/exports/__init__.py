"""Exports: quote sheets in every form a desk wants."""
