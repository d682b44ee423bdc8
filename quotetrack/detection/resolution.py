"""Speakers: each draft's source, pronoun or silence resolved within the article.

A headline speaks of people whom the body introduces, so the body is read first.
"""

from __future__ import annotations

from quotetrack.detection.actors import Actors
from quotetrack.detection.descriptions import Descriptions, DescriptionWords
from quotetrack.detection.discourse import Discourse
from quotetrack.detection.draft import Draft, Whose
from quotetrack.detection.entities import Entities
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.mentions import Mentions
from quotetrack.detection.morphology import Morphology
from quotetrack.detection.source import Phrases
from quotetrack.detection.subjects import Subjects
from quotetrack.detection.tokens import Tokens


class Resolver:
    """Gives every draft its speaker."""

    def __init__(
        self, lexicon: Lexicon, names: Phrases, subjects: Subjects, morphology: Morphology | None = None
    ) -> None:
        self._lexicon, self._names, self._subjects = lexicon, names, subjects
        self._mentions = Mentions(lexicon, morphology)
        self._descriptions = DescriptionWords(lexicon)

    def resolve(self, tokens: Tokens, drafts: list[Draft]) -> None:
        """Fill in `speaker` of all drafts, which stand in text order with their parents set."""
        if not drafts:
            return
        entities = Entities(tokens, self._mentions, self._names)
        discourse = Discourse(
            tokens,
            self._mentions,
            entities,
            Descriptions(self._descriptions, tokens, self._mentions, self._names, entities),
            Actors(self._lexicon, tokens, self._names, self._subjects),
            drafts,
        )
        headline = discourse.headline
        entities.introduce(headline)
        for i in sorted(range(len(drafts)), key=lambda i: drafts[i].anchor < headline):
            self._resolve(discourse, drafts, i)
        for draft, entity in zip(drafts, discourse.known, strict=True):
            draft.speaker = entity.speaker() if entity else None

    def _resolve(self, discourse: Discourse, drafts: list[Draft], i: int) -> None:
        draft, known = drafts[i], discourse.known
        if known[i] is not None:
            return
        above = draft.parent
        if above is not None and above > i and drafts[above].whose is Whose.SOURCE:
            self._resolve(discourse, drafts, above)
        if draft.praised:
            known[i] = discourse.praised(i)
        elif draft.whose is Whose.SOURCE and draft.source:
            known[i] = discourse.named(i)
        elif draft.whose is Whose.CONTINUED:
            known[i] = discourse.continued(i)
        elif draft.whose is Whose.ATTACHED:
            known[i] = discourse.attached(i)
        elif draft.whose is Whose.INTERVIEWED:
            known[i] = discourse.interviewed(i)
        entity = known[i]
        if entity is not None and draft.parent is None and draft.rule != "relay-medium":
            entity.spoke = max(entity.spoke, draft.anchor)
