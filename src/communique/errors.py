"""The one base class of what communique raises.

>>> import communique
>>> try:
...     communique.export(communique.Corpus(()), "xls", to="out")
... except communique.CommuniqueError as error:
...     print(type(error).__name__)
ExportError

What `communique.validate`, `communique.load` and `communique.export` raise is imported from `communique` too. All other
exceptions are imported from the module of the function that raises them, as `communique.schemas.UnknownVersionError`.
"""


class CommuniqueError(Exception):
    """Something that a caller or a user can put right; the message says what is wrong, in a sentence.

    An internal error of communique is none of these: that is reported beside the findings, or is any other exception.
    """
