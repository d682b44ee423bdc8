"""Who speaks: each draft by its source, its pronoun, or by nothing at all."""
