"""Aligning: which claims tell of the same, and which questions they answer.

Takes: the claims of one story, with annotations and vectors.
Gives: slots (a question and what each claim answers), and the names joined across articles.
Keeps: every claim in one event slot, every link with its signals and their weights.
Never: compares all pairs, or judges whether answers agree.
"""

from crosswire.align.figures import figures_of, surroundings
from crosswire.align.names import join_names
from crosswire.align.occurrences import align

__all__ = ["align", "figures_of", "join_names", "surroundings"]
