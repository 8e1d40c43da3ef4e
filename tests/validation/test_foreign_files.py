"""What is no record stops nothing, and validate and export agree."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique import InvalidCorpusError
from support.registry_files import invoke, write

OTHERS = {
    "mkdocs.yml": "site_name: Announcements\nnav:\n- Home: index.md\n",
    "package.json": '{"name": "announcements", "id": "x"}',
    "docker-compose.yaml": "services: {web: {image: nginx}}\n",
    ".github/workflows/ci.yml": "on: push\n",
    "k8s.yaml": "kind: Deployment\napiVersion: v1\n---\nkind: Service\n",
    "broken.yaml": "key: [1,\n",
    "list.json": "[1, 2]",
    "template.yaml": "{% if x %}\n",
    "latin.yml": "name: caf\udce9\n",
    "package-lock.json": '{"packages": [' + "1, " * 700_000 + "1]}",
}


def test_files_of_other_programs_beside_the_corpus_stop_no_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "dataset.yaml", "records/a.yaml", "registry/b.yaml")
    for name, text in OTHERS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", errors="surrogateescape")
    for _ in range(2):
        assert invoke("validate", "records").stdout == "1 file checked: no findings\n"
        assert invoke("export", "records", "--to", "out", "--format", "json").exit_code == 0
    assert communique.load(tmp_path / "records").registries.keys() == {"a", "b"}
    # Who asks for them is told of every one, and what to do about it works for all commands.
    assert invoke("validate", ".").exit_code == 1
    assert invoke("export", ".", "--to", "out2", "--format", "json").exit_code == 1
    excluded = sorted({name.split("/")[0] for name in OTHERS})
    (tmp_path / "communique.toml").write_text(f"exclude = {excluded}".replace("'", '"'))
    assert invoke("validate", ".").stdout == "3 files checked: no findings\n"
    assert invoke("export", ".", "--to", "out2", "--format", "json").exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        "kind: registry\nid: broken\n",
        "schema_version: 9.0.0\n",
        "kind: registry\nschema_version: 0.2.0\nid: [\n",
        '{"kind": "registry",\n',
        "kind: registry\nname: caf\udce9\n",
        "schema_version: 0.2.0\n" + "# too large\n" * 170_000,
    ],
)
def test_a_record_beside_the_ones_asked_for_still_has_to_be_valid(text: str, tmp_path: Path) -> None:
    write(tmp_path, "dataset.yaml", "records/a.yaml")
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(InvalidCorpusError, match=r"broken\.yaml"):
        communique.load(tmp_path / "records")
