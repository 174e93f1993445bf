"""Training, exporting and scoring the tagger of who says what (tools/train_tagger.py)."""
