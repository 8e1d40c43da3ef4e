"""The public functions: validate, load, export. The command line calls the same functions."""

from .checks import Data, holder, inspect, inspect_changed, inspect_content, validate, validate_data
from .conversions import export, migrate, tables
from .loading import InvalidCorpusError, load, load_checked, store_checked

__all__ = [
    "Data",
    "InvalidCorpusError",
    "export",
    "holder",
    "inspect",
    "inspect_changed",
    "inspect_content",
    "load",
    "load_checked",
    "migrate",
    "store_checked",
    "tables",
    "validate",
    "validate_data",
]
