"""Keywords of the published schema that only editors read: messages for people, and snippets.

They are those of the JSON service of VS Code, which yaml-language-server shares. Validators ignore them.
"""

from __future__ import annotations

from typing import Any

from ..codelists import CODELISTS
from ..models import Model
from ..models.formats import formats
from .snippets import snippets

Json = dict[str, Any]

KEYWORDS = ("patternErrorMessage", "errorMessage", "defaultSnippets")


def describe_texts(definitions: Json) -> None:
    """Say of each text with a format, and of each code, what was expected, as the findings do."""
    for name, each in formats().items():
        if name in definitions:
            # The one is for a text of another form, the other for what is no text.
            definitions[name].update(patternErrorMessage=each.message, errorMessage=each.message)
    for codelist in CODELISTS:
        if codelist.__name__ in definitions:
            codes = ", ".join(codelist)
            command = f"communique codes {codelist.list_name}"
            message = f"expected {codelist.schema_title()}; `{command}` explains the valid codes: {codes}"
            definitions[codelist.__name__]["errorMessage"] = message


def add_snippets(definitions: Json, classes: dict[str, type[Model]]) -> None:
    """Add the snippets of the objects that have some."""
    for name in definitions.keys() & classes.keys():
        if made := snippets(classes[name], definitions[name], {"$defs": definitions}):
            definitions[name]["defaultSnippets"] = made
