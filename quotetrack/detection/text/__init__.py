"""An article cut into tokens, sentences and quotations."""
