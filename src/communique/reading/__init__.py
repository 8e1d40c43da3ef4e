"""From bytes to documents: plain data with the line and column of every node, or findings."""

from ..lazy import lazy
from .record_files import corpus_root, is_json, record_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .document import Document, Mark
    from .finding_limit import is_full, limited
    from .python_data import read_data
    from .reader import read_bytes, read_file
else:
    __getattr__, __dir__ = lazy(
        __name__,
        {
            "document": ("Document", "Mark"),
            "finding_limit": ("is_full", "limited"),
            "python_data": ("read_data",),
            "reader": ("read_bytes", "read_file"),
        },
    )

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
