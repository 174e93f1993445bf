"""An article's marks: names, quantities, times, and who said what.

Takes: an Article and its Parse.  Gives: Annotations.
Keeps: exact spans of the article's text beside every reading.  Never: looks at another article or guesses a date.
"""

from collections.abc import Sequence

from crosswire.annotate.attributions import find_attributions
from crosswire.annotate.citations import find_citations
from crosswire.annotate.headlines import headline_speech
from crosswire.annotate.mended import mended
from crosswire.annotate.mended_clauses import mended_clauses
from crosswire.annotate.names import find_names
from crosswire.annotate.quantities import find_quantities
from crosswire.annotate.times import find_times
from crosswire.records import Annotations, Article, Parse, Utterance
from crosswire.text.syntax import Tree

__all__ = ["annotate", "find_attributions", "find_citations", "find_names", "find_quantities", "find_times"]


def annotate(article: Article, parse: Parse, utterances: Sequence[Utterance] = ()) -> Annotations:
    """Mark everything in one article. The result depends on the arguments alone. ``utterances`` are
    what a tagger marked; without them attributions are found by rules alone."""
    parse = mended_clauses(mended(article, parse))
    tree = Tree(parse)
    entities, mentions = find_names(article, parse, tree)
    times = find_times(article, parse, tree)
    quantities = find_quantities(article, parse, tree, times)
    attributions = find_attributions(article, parse, tree, mentions, entities, utterances)
    attributions = headline_speech(article, parse, tree, mentions, entities, attributions)
    citations = find_citations(article, parse, tree, mentions, entities, attributions)
    return Annotations(article.id, parse, entities, mentions, quantities, times, attributions, citations)
