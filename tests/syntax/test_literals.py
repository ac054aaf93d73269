"""Configuration modules, read as data."""

from __future__ import annotations

import pytest

from boundary_lsp.syntax.literals import UNKNOWN, RelativePath, read_config

SRC = RelativePath("./src")
CASES: list[tuple[str, object]] = [
    (
        "export default { a: 1, 'b-c': ['x', `y`], d: { e: true, f: null } }",
        {
            "a": 1,
            "b-c": ["x", "y"],
            "d": {"e": True, "f": None},
        },
    ),
    (
        "module.exports = { a: 1.5, b: -2, c: !0, d: 1_000, e: 0xff, f: undefined }",
        {
            "a": 1.5,
            "b": -2,
            "c": True,
            "d": 1000,
            "e": 255,
            "f": None,
        },
    ),
    ("export default defineConfig({ a: 1 })", {"a": 1}),
    ("const c: NextConfig = { a: 1 }; export default c", {"a": 1}),
    ("const c = { a: 1 } satisfies X; module.exports = c as any", {"a": 1}),
    ("export default withMDX(withX({ a: 1 }))", {"a": 1}),
    ("module.exports = withX({ plugin: 1 })({ a: 1 })", {"a": 1}),
    ("export default ({ mode }) => ({ a: 1, mode })", {"a": 1, "mode": UNKNOWN}),
    ("export default defineConfig(async () => { const b = 2; return { a: 1, b } })", {"a": 1, "b": 2}),
    ("function config() { return { a: 1 } }\nmodule.exports = config", {"a": 1}),
    ("const base = { a: 1, b: 1 }; export default { ...base, b: 2, ...other }", {"a": 1, "b": 2, "...": UNKNOWN}),
    ("const list = ['a']; export default { l: [...list, ...more, 'b'] }", {"l": ["a", UNKNOWN, "b"]}),
    ("export default ok ? withX({ a: 1, b: 1 }) : { a: 1, b: 2 }", {"a": 1, "b": UNKNOWN}),
    (
        "export default { a: process.env.A, b: x(), c() {}, d: () => 1, e: /x/, f: `a${b}` }",
        dict.fromkeys("abcdef", UNKNOWN),
    ),
    ("export = { a: 1 }", {"a": 1}),
    ("const o = { x: { y: 1 } }; export default { a: o.x.y, b: o.z }", {"a": 1, "b": UNKNOWN}),
    ("export default { a: { ['b']: 1, [c]: 2 } }", {"a": {"b": 1}}),
    ("export default { a: path.resolve(__dirname, './src') }", {"a": SRC}),
    (
        "export default { a: join(__dirname, 'src', 'x'), b: __dirname }",
        {
            "a": RelativePath("./src/x"),
            "b": RelativePath("."),
        },
    ),
    ("export default { a: fileURLToPath(new URL('./src', import.meta.url)) }", {"a": SRC}),
    ("export default { a: new URL('./src', import.meta.url).pathname }", {"a": SRC}),
    ("export default { a: resolve(dirname(fileURLToPath(import.meta.url)), '../lib') }", {"a": RelativePath("../lib")}),
    ("const dir = dirname(fileURLToPath(import.meta.url))\nexport default { a: path.join(dir, 'src') }", {"a": SRC}),
    ("export default { a: path.resolve(process.cwd(), 'src'), b: path.resolve('src') }", {"a": SRC, "b": SRC}),
    ("export default { a: `${__dirname}/src`, b: path.join(import.meta.dirname, 'src') }", {"a": SRC, "b": SRC}),
    ("export default { a: path.resolve('/etc'), b: path.join(x, 'y') }", {"a": UNKNOWN, "b": UNKNOWN}),
    ("const a = b; const b = a; export default { a }", {"a": UNKNOWN}),
    ("export default class {}", UNKNOWN),
    ("export const a = 1", UNKNOWN),
    ("export default {", UNKNOWN),
    ("", UNKNOWN),
]


@pytest.mark.parametrize(("source", "value"), CASES, ids=[source[:60] for source, _ in CASES])
def test_read_config(source: str, value: object) -> None:
    assert read_config("config.ts", source.encode()) == value


def test_unknown_is_falsy_and_says_so() -> None:
    assert not UNKNOWN
    assert repr(UNKNOWN) == "UNKNOWN"
