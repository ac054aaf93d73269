"""The configuration files of a synthetic application."""

from __future__ import annotations

import json
from pathlib import Path

from bench.trees.vocabulary import COMPONENT_PACKAGES, LIBRARY_PACKAGES


def write_manifests(out: Path) -> None:
    """A package manifest, a tsconfig with the `@/` alias, a Next configuration."""
    packages = dict.fromkeys(package_names(), "*") | {"next": "16.0.0", "react": "19.2.0", "react-dom": "19.2.0"}
    scripts = {"build": "next build", "test": "vitest"}
    manifest = {
        "name": "synthetic",
        "private": True,
        "scripts": scripts,
        "dependencies": packages,
        "devDependencies": {"typescript": "5.9.3", "vitest": "4.0.0"},
    }
    options = {
        "target": "ES2022",
        "module": "esnext",
        "moduleResolution": "bundler",
        "jsx": "preserve",
        "strict": True,
        "paths": {"@/*": ["./*"]},
    }
    config = {"compilerOptions": options, "include": ["**/*.ts", "**/*.tsx"], "exclude": ["node_modules"]}
    write(out / "package.json", json.dumps(manifest, indent=2) + "\n")
    write(out / "tsconfig.json", json.dumps(config, indent=2) + "\n")
    write(out / "next.config.mjs", "export default {};\n")
    write(out / ".gitignore", "node_modules\n.next\n")


def package_names() -> list[str]:
    """The packages that synthetic modules import."""
    names = {specifier for _, specifier in (*COMPONENT_PACKAGES, *LIBRARY_PACKAGES)}
    parts = (name.split("/") for name in sorted(names))
    return ["/".join(words[: 2 if words[0].startswith("@") else 1]) for words in parts]


def write(path: Path, text: str) -> None:
    """Write `text` to `path`, folders included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
