"""Reconciling: how the accounts of each point stand to each other.

Takes: slots (a question and what each claim answers), the story's articles, their lineage.
Gives: points with accounts, verdict, reason and silences; a timeline; one
speaker's words as each article gives them.
Keeps: every answer beside its claim; origins counted apart from articles.
Never: rules on truth, or prefers the latest report without words or time to say so.
"""

from crosswire.reconcile.points import reconcile
from crosswire.reconcile.timeline import timeline
from crosswire.reconcile.wordings import wordings

__all__ = ["reconcile", "timeline", "wordings"]
