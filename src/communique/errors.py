"""The one base class of what communique raises, and words for other exceptions.

>>> import communique
>>> try:
...     communique.export(communique.Corpus(()), "xls", to="out")
... except communique.CommuniqueError as error:
...     print(type(error).__name__)
ExportError

What `communique.validate`, `communique.load` and `communique.export` raise is imported from `communique` too. All other
exceptions are imported from the module of the function that raises them, as `communique.schemas.UnknownVersionError`.
"""

from __future__ import annotations

from pathlib import PurePath


class CommuniqueError(Exception):
    """Something that a caller or a user can put right; the message says what is wrong, in a sentence.

    An internal error of communique is none of these: that is reported beside the findings, or is any other exception.
    """


def reason(error: OSError) -> str:
    """Why the system refused, in its own words, without the path.

    >>> reason(OSError(28, "No space left on device"))
    'No space left on device'
    """
    return error.strerror or str(error)


def defect(error: Exception) -> str:
    """What an unexpected exception says, and where in the code it was raised.

    >>> try:
    ...     int("one")
    ... except ValueError as error:
    ...     print(defect(error))
    ValueError at <doctest communique.errors.defect[0]>:2: invalid literal for int() with base 10: 'one'
    """
    import traceback  # here, because it is slow to import and seldom needed

    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {PurePath(place.filename).name}:{place.lineno}: {error}"
