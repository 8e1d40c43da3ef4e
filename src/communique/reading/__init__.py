"""From bytes to documents: plain data with the line and column of every node, or findings."""

from .careful_reader import is_json
from .document import Document, Mark
from .finding_limit import is_full, limited
from .python_data import read_data
from .reader import read_bytes, read_file
from .record_files import corpus_root, record_files

__all__ = [
    "Document",
    "Mark",
    "corpus_root",
    "is_full",
    "is_json",
    "limited",
    "read_bytes",
    "read_data",
    "read_file",
    "record_files",
]
