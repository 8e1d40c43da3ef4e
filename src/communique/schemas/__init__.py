"""The contract: versions of the JSON Schema, published from the models."""

from .store import UnknownVersionError, folder, load, path, precedence, versions

__all__ = ["UnknownVersionError", "folder", "load", "path", "precedence", "versions"]
