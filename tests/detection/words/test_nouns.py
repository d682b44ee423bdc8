"""The flags of a word: each has a bit of its own, and what is asked most fits into a register."""

from quotetrack.detection.words import nouns

FLAGS = {name: flag for name, flag in vars(nouns).items() if name.isupper()}
MASKS = {"WATCHED", "APART"}


def test_each_flag_has_a_bit_of_its_own() -> None:
    bits = sorted(flag for name, flag in FLAGS.items() if name not in MASKS)
    assert bits == [1 << bit for bit in range(len(bits))]


def test_what_is_asked_of_every_word_fits_into_a_register() -> None:
    assert all(FLAGS[mask] < 1 << 62 for mask in MASKS)
