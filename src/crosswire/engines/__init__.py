"""Engines: what fills the ports.

Takes: texts.  Gives: a Parser (spaCy's English pipeline) and an Encoder (MiniLM as ONNX).
Keeps: results that depend on the text alone, never on its neighbours in a batch.
Never: reaches the network; models come inside installed packages.
"""
