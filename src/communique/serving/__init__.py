"""Serving: a database of an export, read in a browser by means of Datasette."""

from .metadata import metadata
from .questions import QUESTIONS, Question
from .server import ServingError, refuse_missing, refuse_taken, serve

__all__ = ["QUESTIONS", "Question", "ServingError", "metadata", "refuse_missing", "refuse_taken", "serve"]
