"""What people see: the document, the command line, the terminal, Markdown and HTML views.

Takes: a dossier.  Gives: its document (crosswire.dossier/1), and views of that document.
Keeps: every offset and every reason.  Never: a finding of its own; a view shows what the document holds.
"""

from crosswire.present.document import FORMAT, dump, from_document, load, to_document

__all__ = ["FORMAT", "dump", "from_document", "load", "to_document"]
