"""An editor's side of the Language Server Protocol, as far as the tests need it."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any, Self

_PATIENCE = 30  # seconds, after which the server is held to be dead


class Editor:
    """Opens one document in yaml-language-server and asks about it. Lines and characters count from 0."""

    def __init__(self, server: str, path: Path) -> None:
        self._path = path
        self._uri = path.as_uri()
        self._process = subprocess.Popen([server, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._received: queue.Queue[dict[str, Any]] = queue.Queue()
        self._diagnostics: list[str] | None = None
        self._last = 0
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        capabilities = {
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
            "workspace": {"configuration": True},
        }
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self._send({"method": "initialized", "params": {}})
        document = {
            "uri": self._uri,
            "languageId": "yaml",
            "version": 1,
            "text": self._path.read_text(encoding="utf-8"),
        }
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()

    def hover(self, line: int, character: int) -> str:
        """What is shown at a place."""
        return str(self._ask("textDocument/hover", self._at(line, character))["contents"]["value"])

    def complete(self, line: int, character: int) -> dict[str, str]:
        """What may be written at a place, with its documentation."""
        items = self._ask("textDocument/completion", self._at(line, character))["items"]
        return {item["label"]: str(item.get("documentation", "")) for item in items}

    def diagnostics(self) -> list[str]:
        """What the server finds wrong with the document."""
        while self._diagnostics is None:
            self._handle(self._received.get(timeout=_PATIENCE))
        return self._diagnostics

    def _at(self, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri}, "position": {"line": line, "character": character}}

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._received.get(timeout=_PATIENCE)
            if message.get("id") == self._last and "method" not in message:
                return message["result"]
            self._handle(message)

    def _handle(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics = [each["message"] for each in message["params"]["diagnostics"]]
        elif "id" in message and message.get("method") == "workspace/configuration":
            offline = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
            self._send({"id": message["id"], "result": [offline for _ in message["params"]["items"]]})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout
        while line := self._process.stdout.readline():
            length = int(line.partition(b":")[2]) if line.lower().startswith(b"content-length") else 0
            if length:
                while self._process.stdout.readline().strip():
                    pass
                self._received.put(json.loads(self._process.stdout.read(length)))
