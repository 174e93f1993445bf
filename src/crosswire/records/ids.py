"""Identifiers that derive from content, so that the same input always has the same ids."""

import hashlib
import json


def content_id(prefix: str, *parts: object) -> str:
    """Return ``prefix-`` and 12 hex digits of the SHA-256 of the parts as canonical JSON.

    The parts are hashed as a JSON array, never as joined text, so that ("ab", "c") and
    ("a", "bc") differ. Parts must be JSON values (strings, numbers, booleans, null, lists).
    """
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{prefix}-{hashlib.sha256(canonical.encode()).hexdigest()[:12]}"
