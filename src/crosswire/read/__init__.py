"""Read: from captures to articles.

Takes: a Capture (bytes, media type, where from).
Gives: an Article (text, lines with their kinds, stated facts), or an Unreadable with the reason.
Keeps: a plain text's characters as they are; the digest of the bytes; what is stated apart from what is not.
Never: guesses a date, repairs a text, reads the network or the clock.
"""

from crosswire.read.read import read

__all__ = ["read"]
