"""From bytes to documents: plain data with the line and column of every node, or findings."""

from .document import Document, Mark
from .file_findings import FileFindings
from .python_data import read_data
from .reader import is_json, read_bytes, read_file
from .record_files import corpus_root, record_files
from .rules import READING_RULES

__all__ = [
    "READING_RULES",
    "Document",
    "FileFindings",
    "Mark",
    "corpus_root",
    "is_json",
    "read_bytes",
    "read_data",
    "read_file",
    "record_files",
]
