"""The contract: versions of the JSON Schema, published from the models."""

from .store import UnknownVersion, folder, load, path, precedence, versions

__all__ = ["UnknownVersion", "folder", "load", "path", "precedence", "versions"]
