"""The class of an annotated cue, so that misses too can be counted by class."""

from __future__ import annotations

from functools import cache

from quotetrack.detection.records import CueClass
from quotetrack.detection.words.lexicon import lexicon
from quotetrack.detection.words.vocabulary import Vocabulary


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(lexicon())


def class_of(cue: str) -> CueClass:
    """The class of a cue by its words: that of a source phrase, else of the first verb or noun known."""
    vocabulary = _vocabulary()
    words = [vocabulary[word] for word in cue.split()]
    if words and words[0].base in vocabulary.lexicon.phrases:
        return CueClass.ACCORDING
    return next((word.cues[0].cue.cue_class for word in words if word.cues), CueClass.NONE)
