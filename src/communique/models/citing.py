"""A record with evidence, and the passages that its evidence points to."""

from typing import Any

from pydantic import Field

from .base import Many
from .passage import Passage
from .record import Record
from .tree import evidence_in


class CitingRecord(Record):
    """A record whose evidence may point to passages, each of which is named once."""

    passages: Many[Passage] = Field(
        (),
        description="The passages of sources that the evidence in this record points to.",
        examples=[
            [
                {
                    "id": "opening",
                    "source": "pukmedia-waico-proposal",
                    "start": 412,
                    "end": 498,
                    "digest": "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                }
            ]
        ],
    )

    def model_post_init(self, context: Any, /) -> None:
        """Give each piece of evidence its passage, so that its source is known wherever it is shown or counted."""
        super().model_post_init(context)
        self.check_conditions()
        if self.passages:
            self._fill_in()

    def _fill_in(self) -> None:
        by_name = {each.id: each for each in reversed(self.passages)}
        for passage in self.passages:
            passage.__dict__["key"] = f"{self.id}/{passage.id}"
        for _, evidence in evidence_in(self):
            for each in evidence:
                if each.passage:
                    each.__dict__["cited"] = by_name.get(each.passage)
