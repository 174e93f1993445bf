"""Acquire: from the world to captures.

Takes: paths, folders, http(s) addresses and standard input, as given.
Gives: captures (bytes, media type, where and when from), or an Unreadable with the reason, in order of their names.
Keeps: the bytes as they came; the address and the time of a fetch.
Never: fetches from a private machine unasked, follows a redirect unchecked, exceeds a bound, drops a source unsaid.
"""

from crosswire.acquire.captures import captures

__all__ = ["captures"]
