"""What has been read of an article: its drafts, and the speakers that are known so far."""

from __future__ import annotations

from bisect import bisect_left

from quotetrack.detection.drafts.draft import Draft
from quotetrack.detection.entities.entity import PEOPLE, REMEMBERED, Entity
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens


class Spoken:
    """The drafts of one article in text order; `speakers` is filled while they are resolved."""

    def __init__(self, tokens: Tokens, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self.anchors = [draft.anchor for draft in drafts]
        self.speakers: list[Entity | None] = [None] * len(drafts)
        self._tokens = tokens

    def first_after(self, at: int) -> Entity | None:
        """Who speaks first, of those known, in what stands by itself behind token `at`."""
        for j in range(bisect_left(self.anchors, at), len(self.anchors)):
            if self.speakers[j] is not None and self.drafts[j].parent is None:
                return self.speakers[j]
        return None

    def only_described(self, at: int) -> Entity | None:
        """The one person who has spoken before token `at`, if by an office and not by a name."""
        only: Entity | None = None
        last = bisect_left(self.anchors, at)
        for entity in reversed(self.speakers[max(0, last - REMEMBERED) : last]):
            if entity is None or entity.kind not in PEOPLE:
                continue
            if (only is not None and entity is not only) or entity.named or not entity.titled:
                return None
            only = entity
        return only

    def of_sentence(self, at: int) -> Entity | None:
        """The first person or body known to speak in the sentence of token `at`."""
        start, end = self._tokens.sentence_starts[at], self._tokens.sentence_ends[at]
        for j in range(bisect_left(self.anchors, start), bisect_left(self.anchors, end)):
            entity = self.speakers[j]
            if entity is not None and entity.kind in (SpeakerKind.ORGANISATION, SpeakerKind.PERSON):
                return entity
        return None
