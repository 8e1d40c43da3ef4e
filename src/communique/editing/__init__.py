"""Edits the files of records: what is changed is written as its surroundings are, and all else stays as it is."""

from .record_text import RecordText
from .surroundings import EditError
from .updating import updated

__all__ = ["EditError", "RecordText", "updated"]
