"""communique: AI-governance announcements as validated records.

>>> import communique
>>> corpus = communique.load("records")  # doctest: +SKIP
>>> corpus.announcements["cn-waico-proposal-2025"].dates  # doctest: +SKIP
"""

from . import models
from .api import InvalidCorpusError, export, load, tables, validate
from .corpus.corpus import Corpus
from .diagnostics.finding import Finding, Severity
from .errors import CommuniqueError
from .exporting import ExportError
from .validation.settings import SettingsError
from .version import __version__

__all__ = [
    "CommuniqueError",
    "Corpus",
    "ExportError",
    "Finding",
    "InvalidCorpusError",
    "SettingsError",
    "Severity",
    "__version__",
    "export",
    "load",
    "models",
    "tables",
    "validate",
]
