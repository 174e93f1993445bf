"""Which articles tell of one event, and which of them copy or rely on which.

Takes: articles and their annotations.  Gives: stories, and for each story its lineage.
Keeps: a reason on every copy and origin; the same answer in whatever order articles come.
Never: compares all pairs; lets one story's articles change how another's are grouped.
"""

from crosswire.stories.grouping import group
from crosswire.stories.lineage import trace

__all__ = ["group", "trace"]
