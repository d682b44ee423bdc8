"""What one word may be, whatever stands around it: the lexicon, its inflected forms, their shapes."""
