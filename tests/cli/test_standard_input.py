"""Standard input that does not end, or cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from communique.api import inspect_content
from communique.cli.options import standard_input
from communique.reading import limits


def test_no_more_is_read_of_an_endless_standard_input_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))
        content = standard_input()
    assert len(content) == limits.MAX_BYTES + 1
    assert [each.code for each in inspect_content(content).findings] == ["CQ111"]


def test_a_closed_or_broken_standard_input_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(click.UsageError, match="closed"):
        standard_input()
    with (tmp_path / "only-for-writing").open("wb") as unreadable:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=unreadable))
        with pytest.raises(click.UsageError, match="cannot read standard input: read"):
            standard_input()
