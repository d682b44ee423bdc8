"""Noun phrases: whom or what they name, how far they run, and what is passed over before them."""
