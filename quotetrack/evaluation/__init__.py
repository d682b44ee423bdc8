"""How well detection does on annotated articles: figures, breakdowns, errors and reliability.

A gold folder holds NAME.txt (an article) and NAME.json (its annotations); see `gold`. The figures
are the same as those of the published scorer of the annotation scheme.
"""

from quotetrack.evaluation.gold import GoldArticle, GoldAttribution, GoldError, read_gold
from quotetrack.evaluation.report import as_dict, as_text
from quotetrack.evaluation.scoring import Evaluation, Figures, evaluate

__all__ = [
    "Evaluation",
    "Figures",
    "GoldArticle",
    "GoldAttribution",
    "GoldError",
    "as_dict",
    "as_text",
    "evaluate",
    "read_gold",
]
