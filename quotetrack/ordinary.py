"""Count, in many articles, the words that are in no name: `python -m quotetrack.ordinary ARTICLES…`.

No list knows foreign names, but most words of a text are no names, and that shows: a word of the
language turns up in several forms (with article, pronoun, plural), and hardly ever behind a first
name or a title. Those that never stand behind a plain verb of saying either are hardly ever who
speaks. The lists are written into `assets/lexicon/ordinary.toml`; articles need no annotation.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

import click

from quotetrack.article import Article
from quotetrack.assets import assets
from quotetrack.detection.words.lexicon import Lexicon, lexicon
from quotetrack.detection.words.word import bare
from quotetrack.messages import message
from quotetrack.readers import read_each
from quotetrack.text import fold

PATH = Path("lexicon/ordinary.toml")
SEEN, OFTEN = 5, 20
"""How often a word has to be seen before it counts as ordinary, and before its silence tells anything."""
SHARE, RARELY = 0.05, 0.03
"""Up to which share of its places an ordinary word, and a mute one, may stand behind a name or title."""
FORMS = 2
"""In how many other forms it has to be seen."""
DEFINITE, SILENT = 0.12, 0.02
"""Up to which shares a frequent noun with its article may stand behind a name, and a verb of saying."""
FREQUENT = 30
"""How often a noun without article has to be seen that never speaks and has one other form."""
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:[\u064B-\u0652\u0670\u0640]+[^\W\d_]*)*|[^\w\s]")
_AFFIXES = ("ه", "ها", "هم", "ات", "ين", "ون", "ا", "ي", "يه", "ت")
_PREFIXES = ("ال", "ي", "ت", "لل", "بال")
_OF_TA = ("ته", "تها", "ات", "تهم", "")
_PLURALS = ("ين", "ون")
_CLITICS = "ولبفك"
_OF_VERBS = "يتسن"
_NISBA, _MAQSURA = "ي", "ى"
_NAMES = (
    "given", "given_feminine", "before", "heads", "name_particles", "kin", "sons", "faith", "towns",
    "towns_definite", "metonyms", "names_alike", "surnames_like_acts",
    "eulogies",
)  # fmt: skip
"""The lists of words that are in names, or say who somebody is."""
_HEAD = """\
# Words of the language that are in no name, folded; counted by `python -m quotetrack.ordinary` on {articles}
# articles. `mute` are those that are hardly ever who speaks; `may_speak` in words.toml keeps out of them, by
# hand, what may.
"""


@dataclass(slots=True)
class Counted:
    """How often each folded word was seen: anywhere, behind a name or title, behind a verb of saying."""

    articles: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    speaking: Counter[str] = field(default_factory=Counter)


def count(texts: Iterable[str], known: Lexicon) -> Counted:
    """Count the words of `texts`."""
    words = known.words
    before_names = words["given"] | words["before"] | words["sons"]
    says = words["plain_saying"]
    counted = Counted()
    for text in texts:
        counted.articles += 1
        before = ""
        for match in _WORD.finditer(text):
            word = fold(match[0])
            if not word or not word[0].isalpha():
                before = ""
                continue
            counted.seen[word] += 1
            counted.named[word] += before in before_names or before.removeprefix("و") in words["given"]
            counted.speaking[word] += before.removeprefix("و") in says
            before = "" if match[0].endswith(_MAQSURA) else word  # على أداء, not علي
    return counted


def ordinary(counted: Counted, known: Lexicon) -> list[str]:
    """The words that are in no name, sorted."""
    names = set(known.places) | known.kinds.keys()
    names.update(*(known.words[listed] for listed in _NAMES))
    verbs = known.verbs | known.forms.keys()
    return sorted(
        word
        for word, times in counted.seen.items()
        if times >= SEEN
        and len(word) >= _SHORTEST
        and word not in names
        and _is_ordinary(word, times, counted, verbs)
    )


def _is_ordinary(word: str, times: int, counted: Counted, verbs: AbstractSet[str]) -> bool:
    """Whether a word stands behind names too seldom to be in any, by how often and in what forms seen."""
    named, speaking = counted.named[word], counted.speaking[word]
    forms = len(_other_forms(word, counted.seen))
    if forms >= FORMS:
        return named <= SHARE * times
    if not forms or word.endswith(_NISBA):
        return False
    if word.startswith("ال"):
        return times >= OFTEN and named <= DEFINITE * times and speaking <= SILENT * times
    noun = word[0] not in _CLITICS + _OF_VERBS and word not in verbs and len(word) > _SHORTEST
    return noun and times >= FREQUENT and named <= RARELY * times and not speaking


def mute(words: Iterable[str], counted: Counted, known: Lexicon) -> list[str]:
    """Those of the ordinary `words` that are hardly ever who speaks."""
    seen, may_speak = counted.seen, known.words["may_speak"]
    return [
        word
        for word in words
        if seen[word] >= OFTEN
        and counted.named[word] <= RARELY * seen[word]
        and not counted.speaking[word]
        and bare(word) not in may_speak
        and not word.endswith(_PLURALS)
        and not (word[0] in _CLITICS and word[1] != "ا" and seen[word[1:]] > seen[word])
    ]


def _other_forms(word: str, seen: Mapping[str, int]) -> set[str]:
    """The forms of the same word that were seen more than once: with article, pronoun, ending or prefix."""
    noun = bare(word) if len(word) > 4 else word.removeprefix("ال")
    forms = {noun, *(noun + affix for affix in _AFFIXES), *(prefix + noun for prefix in _PREFIXES)}
    if noun.endswith("ه"):
        stem = noun[:-1]
        forms |= {stem + ending for ending in _OF_TA} | {f"ال{stem}ات"}
    return {form for form in forms if form != word and seen[form] > 1}


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for found in read_each(path):
            if isinstance(found, Article):
                yield found.text


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(articles: tuple[Path, ...]) -> None:
    """Count the words of ARTICLES (files of any format that quotetrack reads) and write the lists."""
    known = lexicon()
    counted = count(_texts(articles), known)
    words = ordinary(counted, known)
    silent = mute(words, counted, known)
    rest = sorted(set(words) - set(silent))
    path = assets() / PATH
    lists = "".join(
        f'{name} = """\n{textwrap.fill(" ".join(listed), 110)}\n"""\n'
        for name, listed in (("ordinary", rest), ("mute", silent))
    )
    path.write_text(_HEAD.format(articles=counted.articles) + lists, encoding="utf-8")
    click.echo(message("ordinary.written", "en", words=len(words), mute=len(silent), path=path))


if __name__ == "__main__":
    main()
