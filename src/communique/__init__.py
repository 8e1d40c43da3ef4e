"""communique: AI-governance announcements as validated records.

>>> import communique
>>> corpus = communique.load("records")  # doctest: +SKIP
>>> corpus.announcements["cn-waico-proposal-2025"].dates  # doctest: +SKIP
"""

from . import models
from .corpus import Corpus
from .exporting import ExportError
from .findings import Finding, Severity
from .library import InvalidCorpusError, export, load, validate
from .settings import SettingsError

__version__ = "0.1.0"

__all__ = [
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
    "validate",
]
