"""Speakers: each draft's source, pronoun or silence resolved within the article.

A headline speaks of people whom the body introduces, so the body is read first.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.descriptions.description_words import DescriptionWords
from quotetrack.detection.descriptions.descriptions import Descriptions
from quotetrack.detection.drafts.draft import Draft, Whose
from quotetrack.detection.drafts.headings import Headings
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import Entity
from quotetrack.detection.entities.mentions import Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.morphology import Morphology
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.speakers.actors import Actors, ActorWords
from quotetrack.detection.speakers.discourse import Discourse
from quotetrack.detection.speakers.naming import Naming
from quotetrack.detection.speakers.protagonists import CallingWords, Protagonists
from quotetrack.detection.speakers.topics import Topics
from quotetrack.detection.speakers.unreached import Unreached, UnreachedWords
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.lexicon import Lexicon


class Resolver:
    """Gives every draft its speaker."""

    def __init__(
        self, lexicon: Lexicon, names: Phrases, subjects: Subjects, morphology: Morphology | None = None
    ) -> None:
        self._names, self._subjects = names, subjects
        self._mentions = Mentions(lexicon, morphology)
        self._descriptions, self._actors = DescriptionWords(lexicon), ActorWords(lexicon)
        self._callings, self._unreached = CallingWords(lexicon), UnreachedWords(lexicon)

    def resolve(self, tokens: Tokens, drafts: list[Draft]) -> None:
        """Fill in `speaker` of all drafts, which stand in text order with their parents set."""
        if not drafts:
            return
        spoken, headings = Spoken(tokens, drafts), Headings(tokens)
        headline = headings.first_end
        entities = Entities(tokens, self._mentions, self._names)
        descriptions = Descriptions(
            self._descriptions, tokens, self._mentions, self._names, entities, headings, spoken
        )
        actors = Actors(self._actors, tokens, self._names, self._subjects)
        protagonists = Protagonists(
            self._callings, tokens, self._mentions, entities, actors, headings, spoken
        )
        naming = Naming(
            tokens, self._mentions, entities, descriptions, actors, protagonists, headline, spoken
        )
        topics = Topics(self._actors, tokens, self._names)
        unreached = Unreached(self._unreached, tokens, self._mentions, self._names, naming)
        discourse = Discourse(tokens, self._mentions, entities, naming, actors, headings, spoken, topics)
        entities.introduce(headline)
        speakers = _Speakers(naming, discourse, spoken, unreached)
        for i in sorted(range(len(drafts)), key=lambda i: drafts[i].anchor < headline):
            speakers.resolve(i)
        records = {entity: entity.speaker() for entity in {*spoken.speakers} if entity is not None}
        for draft, entity in zip(drafts, spoken.speakers, strict=True):
            draft.speaker = records[entity] if entity is not None else None


@dataclass(slots=True)
class _Speakers:
    """The speakers of one article while they become known."""

    naming: Naming
    discourse: Discourse
    spoken: Spoken
    unreached: Unreached

    def resolve(self, i: int) -> None:
        """Find the speaker of draft i; before it that of the report around it, if that names its source."""
        drafts, known = self.spoken.drafts, self.spoken.speakers
        draft = drafts[i]
        if known[i] is not None:
            return
        above = draft.parent
        if above is not None and above > i and drafts[above].whose is Whose.SOURCE:
            self.resolve(above)
        known[i] = entity = self._speaker(i)
        own = draft.parent is None and draft.rule != "relay-medium"
        if entity is not None and own and not entity.is_scripture():
            entity.spoke = max(entity.spoke, draft.anchor)

    def _speaker(self, i: int) -> Entity | None:
        draft = self.spoken.drafts[i]
        if draft.praised:
            return self.naming.praised(draft)
        if draft.whose is Whose.SOURCE:
            if draft.source is None:
                return None
            if not self.naming.points_back(draft):
                return self.naming.named(draft)
            return self.naming.latter(draft) or self.discourse.continued(i) or self.naming.named(draft)
        if draft.whose is Whose.CONTINUED:
            return self.unreached.entity(draft) or self.discourse.continued(i)
        if draft.whose is Whose.ATTACHED:
            return self.discourse.attached(i)
        return self.discourse.interviewed(i) if draft.whose is Whose.INTERVIEWED else None
