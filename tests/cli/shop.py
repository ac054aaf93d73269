"""A small program with one endpoint of each kind, on disk, and the command run on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parent.parent.parent

FILES = {
    "package.json": '{"name": "shop", "dependencies": {"next": "15.3.0", "react": "19.0.0"}}',
    "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./*"]}}}',
    "app/page.tsx": (
        "import { LikeButton } from '../components/like';\n"
        "import { countLikes } from '../actions/likes';\n"
        "export default async function Page() {\n"
        "  return <main>{await countLikes()}<LikeButton id='1' /></main>;\n"
        "}\n"
    ),
    "components/like.tsx": (
        "'use client';\n"
        "import { like } from '../actions/likes';\n"
        "import { Icon } from './icon';\n"
        "export function LikeButton({ id }: { id: string }) {\n"
        "  /* ünïcödé 😀 */ return <button onClick={() => like(id)}><Icon /></button>;\n"
        "}\n"
    ),
    "components/icon.tsx": "export function Icon() { return <i />; }\n",
    "actions/likes.ts": (
        "'use server';\n"
        "export async function like(id: string): Promise<void> { console.log(id); }\n"
        "export async function countLikes() { return 1; }\n"
        "export async function forgotten() { return 2; }\n"
    ),
}


def write(root: Path, files: Mapping[str, str | bytes] = FILES) -> Path:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def environment(cache: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "BOUNDARY_CACHE_DIR": str(cache), "PYTHONPATH": str(REPOSITORY), **more}


def start(*arguments: str, cwd: Path, cache: Path | None = None, **more: Any) -> subprocess.Popen[bytes]:
    """The real command, as a process."""
    return subprocess.Popen(
        [sys.executable, "-m", "boundary_lsp", *arguments],
        cwd=cwd,
        env=environment(cache or cwd.parent / "cache"),
        stdin=subprocess.DEVNULL,
        stdout=more.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        **more,
    )


def run(*arguments: str, cwd: Path, cache: Path | None = None) -> tuple[int, str, str]:
    """(exit code, standard output, standard error) of the real command."""
    process = start(*arguments, cwd=cwd, cache=cache)
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err.decode()
    return process.returncode, out.decode(), err.decode()


def answer(*arguments: str, cwd: Path, cache: Path | None = None) -> Any:
    """The JSON that the command prints."""
    code, out, err = run(*arguments, "--format", "json", cwd=cwd, cache=cache)
    assert code in (0, 1), err
    return json.loads(out)


def age(root: Path) -> None:
    """Make the files look as if they were written a while ago: stamps of fresh ones are not trusted."""
    for path in root.rglob("*"):
        if path.is_file():
            os.utime(path, (1_700_000_000, 1_700_000_000))
