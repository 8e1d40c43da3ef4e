"""AI-governance announcements as validated records.

`validate` checks record files, and `validate_data` records in memory. `load` gives a `Corpus` of typed
`models`; `tables` gives it as flat tables, and `export` writes it to files. Every exception is a `CommuniqueError`.

>>> import communique
>>> corpus = communique.load("tests/examples/0.3.0")
>>> len(corpus.announcements), len(corpus.registries)
(2, 5)
>>> announcement = corpus.announcements["cn-waico-proposal-2025"]
>>> announcement.dates[0].value.latest
datetime.date(2025, 7, 26)
>>> [corpus.resolve(role.actor).name["en"] for role in announcement.roles if role.role == "announcer"]
['China', 'Li Qiang']
>>> [found.id for found in corpus.find("world ai cooperation organization", kind="instrument")]
['world-ai-cooperation-organization']
"""

from . import models
from .lazy import lazy
from .version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .api import InvalidCorpusError, export, load, tables, validate, validate_data
    from .corpus.corpus import Corpus
    from .corpus.unknown_id import UnknownIdError
    from .diagnostics.finding import Finding, Severity
    from .errors import CommuniqueError
    from .exporting import ExportError
    from .exporting.tables import Column, Table
    from .validation.settings import SettingsError
else:
    __getattr__, __dir__ = lazy(
        __name__,
        {
            "api": ("InvalidCorpusError", "export", "load", "tables", "validate", "validate_data"),
            "corpus.corpus": ("Corpus",),
            "corpus.unknown_id": ("UnknownIdError",),
            "diagnostics.finding": ("Finding", "Severity"),
            "errors": ("CommuniqueError",),
            "exporting": ("ExportError",),
            "exporting.tables": ("Column", "Table"),
            "validation.settings": ("SettingsError",),
        },
    )

__all__ = [
    "Column",
    "CommuniqueError",
    "Corpus",
    "ExportError",
    "Finding",
    "InvalidCorpusError",
    "SettingsError",
    "Severity",
    "Table",
    "UnknownIdError",
    "__version__",
    "export",
    "load",
    "models",
    "tables",
    "validate",
    "validate_data",
]
