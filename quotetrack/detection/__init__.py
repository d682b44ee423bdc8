"""Detection: attributions in a frozen text (`quotetrack.detect`). It knows no database and no window.

The rooms, each of which knows only those above it:

`words`           what one word may be, by the lexicon and by its shape
`text`            the article cut into tokens, sentences and quotations
`drafts`          what the steps hand on: attributions in the making, frames of cues
`noun_phrases`    whom or what a phrase names, and how far it runs
`clauses`         subjects before and behind their verbs, and what ties clauses together
`cues`            which words of saying report something where they stand
`source_phrases`  «وفقاً لمسؤول», «كما تقول الوكالة»
`reports`         whose a report is, and how far it runs
`acts`            speech acts, whose content is a noun phrase
`entities`        whom the article names
`descriptions`    whom «المسؤول الأميركي» or «البيان» takes up
`speakers`        who speaks in each draft
`detector`        all steps in order
"""
