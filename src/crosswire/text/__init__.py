"""Pure helpers over strings: numbers, dates, names, languages, likeness.

Takes: strings and small values.  Gives: readings of them.
Keeps: the words beside every reading.  Never: an article, a claim or a story; those are for the stages.
"""
