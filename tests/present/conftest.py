"""Makes the hand-made dossier of ``tests/present/port_maren.py`` importable here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "present"))
