"""One article's claims, clause by clause.

Takes: an article and its annotations.
Gives: claims with exact spans, arguments by meaning, and who said them.
Keeps: negation, modality, condition and hedge; what every body sentence tells in some claim, save who says it and when.
Never: words that are not in the article, or a verdict on whether a claim is true.
"""

from crosswire.claims.extract import extract

__all__ = ["extract"]
