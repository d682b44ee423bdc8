"""Cues: which words of saying report something where they stand, and the frames that tell so."""
