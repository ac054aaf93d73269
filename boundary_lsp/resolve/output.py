"""From output that is not built to the source that it is built from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from boundary_lsp.model.project import Manifest, TsConfig
from boundary_lsp.resolve.paths import PathFinder, join

_OUTPUT_FOLDERS = frozenset(
    {"dist", "build", "lib", "out", "output", "es", "esm", "cjs", "dist-es", "dist-cjs", ".dist"}
)
_FORMAT_FOLDERS = frozenset({"esm", "cjs", "es", "types", "mjs", "umd", "src", "source"})
_FORMAT_ENDINGS = (".es", ".esm", ".cjs", ".umd", ".global", ".min")
_EXTENSIONS = (".d.ts", ".d.mts", ".d.cts", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx")


def source_of(manifest: Manifest, target: str, config: TsConfig | None, finder: PathFinder) -> str | None:
    """The source module behind a manifest's `target` (`./dist/index.js`); None where nothing fits."""
    for candidate in _candidates(manifest.directory, target, config):
        found = finder.find(candidate)
        if found is not None:
            return found
    return None


def is_output(manifest: Manifest, path: str, config: TsConfig | None) -> bool:
    """The path lies where this package's build writes."""
    inside = path[len(manifest.directory) :].lstrip("/")
    written = config is not None and bool(config.out_dir) and path.startswith(f"{config.out_dir}/")
    return written or inside.partition("/")[0] in _OUTPUT_FOLDERS


def _candidates(directory: str, target: str, config: TsConfig | None) -> Iterator[str]:
    path = join(directory, target)
    if path is None:
        return
    yield path
    stem = _without_extension(path)
    if config is not None and config.out_dir and stem.startswith(f"{config.out_dir}/"):
        rest = stem[len(config.out_dir) + 1 :]
        for root in (config.root_dir, join(directory, "src"), directory):
            if root is not None:
                yield f"{root}/{rest}" if root else rest
    inside = stem[len(directory) + 1 :] if directory else stem
    parts = inside.split("/")
    while len(parts) > 1 and parts[0] in _OUTPUT_FOLDERS | _FORMAT_FOLDERS:
        parts = parts[1:]
        rest = "/".join(parts)
        for folder in ("src/", "source/", "lib/", ""):
            yield f"{directory}/{folder}{rest}" if directory else folder + rest


def output_name(path: str) -> str:
    """`./dist/esm/ui.es.js` as `ui`: without output folders, extension, and the format that bundlers put before it."""
    stem = _without_extension(path)
    stem = next((stem[: -len(e)] for e in _FORMAT_ENDINGS if stem.endswith(e)), stem)
    parts = [part for part in stem.split("/") if part != "."]
    folders = takewhile(lambda part: part in _OUTPUT_FOLDERS | _FORMAT_FOLDERS, parts[:-1])
    return "/".join(parts[sum(1 for _ in folders) :])


def _without_extension(path: str) -> str:
    return next((path[: -len(e)] for e in _EXTENSIONS if path.endswith(e)), path)
