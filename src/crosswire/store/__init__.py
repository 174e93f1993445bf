"""What is kept between runs: nothing yet. Every run reads its inputs and stands alone.

Takes: records.  Gives: the same records back, later.
Keeps: ids, so that the same content is the same record on every store.  Never: a finding of its own.
"""
