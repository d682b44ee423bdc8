"""Clauses: their subjects, in front of the verb and behind it, and what ties them to each other."""
