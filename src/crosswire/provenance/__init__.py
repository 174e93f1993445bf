"""The way back: from every shown word to the characters, and the bytes, that it stands on.

Takes: a dossier's document.  Gives: the trail of a point, and the faults of a whole dossier.
Keeps: every step between a verdict and a capture.  Never: trust in a number that it can work out again.
"""

from crosswire.provenance.trail import AccountTrail, ClaimTrail, Trail, find_points, trail
from crosswire.provenance.verify import Fault, Reader, verify

__all__ = ["AccountTrail", "ClaimTrail", "Fault", "Reader", "Trail", "find_points", "trail", "verify"]
