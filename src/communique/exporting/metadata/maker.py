"""Who made the dataset."""

from __future__ import annotations

from typing import NamedTuple

from ...codelists import IdentifierScheme
from ...lexicon.identifier_schemes import read
from ...models.dataset import Creator

_PAGES = {
    IdentifierScheme.ORCID: "https://orcid.org/",
    IdentifierScheme.ROR: "https://ror.org/",
    IdentifierScheme.WIKIDATA: "https://www.wikidata.org/wiki/",
}
_KINDS = {
    IdentifierScheme.ORCID: "Person",
    IdentifierScheme.ROR: "Organization",
    IdentifierScheme.LEI: "Organization",
}


def page(scheme: str, value: str) -> str:
    """The address of an identifier's entry in its register; empty if the register has none, or it is not certain."""
    for each, pages in _PAGES.items():
        if each == scheme and (reading := read(each, value)) and reading.identifier:
            return pages + reading.identifier
    return ""


class Maker(NamedTuple):
    """A creator. What is not known is empty.

    ``kind`` is `Person` or `Organization`, if an identifier says which; ``orcid`` is the identifier without the
    address; ``pages`` are the addresses of the entries in registers.
    """

    name: str
    kind: str = ""
    url: str = ""
    orcid: str = ""
    pages: tuple[str, ...] = ()

    @classmethod
    def of(cls, creator: Creator) -> Maker:
        """What the record says of the creator."""
        read_ones = ((each.scheme, read(each.scheme, each.value)) for each in creator.identifiers)
        found = {scheme: reading.identifier for scheme, reading in read_ones if reading and reading.identifier}
        return cls(
            creator.name,
            next((_KINDS[scheme] for scheme in found if scheme in _KINDS), ""),
            creator.url or "",
            found.get(IdentifierScheme.ORCID, ""),
            tuple(filter(None, (page(scheme, value) for scheme, value in found.items()))),
        )

    @property
    def address(self) -> str:
        """The address that identifies the creator best."""
        return next(iter(self.pages), self.url)
