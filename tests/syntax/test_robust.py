"""The front end never raises, whatever it is given, and stays within its file."""

from __future__ import annotations

import time

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boundary_lsp.model.facts import BindingKind, FlowKind, ImportForm, ModuleFacts, facts_codec
from boundary_lsp.model.spans import decode_spans, span_at
from boundary_lsp.model.values import ModuleValues
from boundary_lsp.syntax.front_end import SIZE_LIMIT, encode_facts, facts_of, read_module
from boundary_lsp.syntax.languages import SOURCE_EXTENSIONS
from boundary_lsp.syntax.literals import read_config
from boundary_lsp.syntax.values import read_values, values_of
from tests.syntax.pages import FOLDER, examples

SEEDS = [
    (f"seed.{example.extension}", example.source.encode())
    for page in sorted(FOLDER.glob("*.md"))
    for example in examples(page)
]
PIECES = [b"`", b"'", b'"', b"{", b"}", b"(", b")", b"<", b">", b"/*", b"*/", b"//", b"&", b"${", b"=>", b"\n", b"\\"]
PIECES += [b"import ", b"export ", b" from 'x'", b"'use server'", b"async ", b"await ", b"type ", b";"]
PIECES += [b"def f():\n  ", b":", b"@f\n", b"lambda f: ", b"from x import *\n", b"#", b"    ", b"f'{", b"global f\n"]
PIECES += [b"\xff", b"\xc3", b"\xc2\xa0"]


def check(facts: ModuleFacts, size: int) -> None:
    """Every index points into its table, and every span into the file."""
    interface, uses, spans = facts.interface, facts.uses, decode_spans(facts)
    bindings, declarations = len(interface.bindings), len(interface.declarations)
    for flat in msgspec.structs.astuple(spans):
        assert len(flat) % 2 == 0
        for index in range(len(flat) // 2):
            start, end = span_at(flat, index)
            assert 0 <= start <= end <= size
    assert len(spans.sites) == 2 * len(uses.sites)
    assert len(spans.imports) == 2 * len(interface.imports)
    assert len(spans.imported_names) == 2 * sum(len(entry.names) for entry in interface.imports)
    assert len(spans.exports) == 2 * len(interface.exports)
    assert len(spans.declarations) == 2 * declarations
    assert len(spans.decorators) == 2 * len(interface.decorators)
    assert len(spans.named_calls) == 2 * len(uses.named_calls)
    assert len(spans.named_strings) == 2 * sum(len(call.names) for call in uses.named_calls)
    assert all(0 <= call.site < len(uses.sites) for call in uses.named_calls)
    assert all(-1 <= one.binding < bindings and one.declaration < declarations for one in interface.decorators)
    assert len(spans.directives) == 2 * len(interface.directives)
    assert len(spans.inline_functions) == 2 * len(uses.inline_functions)
    assert list(spans.sites[::2]) == sorted(spans.sites[::2])
    for site in uses.sites:
        assert 0 <= site.binding < bindings
        assert 0 <= site.declaration < declarations
        assert -1 <= site.flow < len(uses.flows)
    for flow in uses.flows:
        assert -1 <= flow.target < bindings
        assert flow.target >= 0 or flow.kind not in (FlowKind.ALIAS, FlowKind.EXPORT)
    for export in interface.exports:
        assert -1 <= export.binding < bindings
        assert -1 <= export.source < len(interface.imports)
    owners = {
        BindingKind.IMPORT: len(interface.imports),
        BindingKind.INLINE: len(uses.inline_functions),
        BindingKind.DECLARATION: declarations,
        BindingKind.PROP: declarations,
        BindingKind.LOCAL: declarations,
    }
    for binding in interface.bindings:
        assert 0 <= binding.owner < owners[binding.kind]
    paths = [inline.path for inline in uses.inline_functions]
    assert len(paths) == len(set(paths))
    for entry in interface.imports:
        assert entry.names or entry.form in (ImportForm.SIDE_EFFECT, ImportForm.REEXPORT, ImportForm.STATIC)


def check_values(facts: ModuleFacts, values: ModuleValues, size: int) -> None:
    """Every site is one of the facts', every span lies in the file, and all of it can be stored."""
    spans = decode_spans(facts)
    sites = {*spans.sites[::2], *spans.named_calls[::2]}
    attributes = [attribute for render in values.renders for attribute in render.attributes]
    arguments = [argument for call in values.calls for argument in call.arguments]
    for one in (*attributes, *arguments, *values.calls, *values.captures):
        assert 0 <= one.start <= one.end <= size
    for site in (*values.renders, *values.calls):
        assert site.site in sites
    for capture in values.captures:
        assert capture.path in facts.uses.inline_functions[capture.inline].captures
    encoded = msgspec.msgpack.encode(values)
    assert msgspec.msgpack.decode(encoded, type=ModuleValues) == values


@pytest.mark.parametrize(("path", "source"), SEEDS, ids=[str(index) for index in range(len(SEEDS))])
def test_examples_are_consistent_and_survive_the_wire(path: str, source: bytes) -> None:
    facts = facts_of(path, source)
    check(facts, len(source))
    encoder, decoder = facts_codec()
    again = decoder.decode(encode_facts(path, source))
    assert again.same_as(facts)
    assert encoder.encode(again) == encode_facts(path, source)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    path, source = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(source)))
        end = draw(st.integers(start, min(len(source), start + 40)))
        source = source[:start] + draw(st.sampled_from([b"", *PIECES])) + source[end:]
    if draw(st.booleans()):
        source = source[: draw(st.integers(0, len(source)))]
    return draw(st.sampled_from([path, *(f"other{extension}" for extension in SOURCE_EXTENSIONS)])), source


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_mutated_sources(case: tuple[str, bytes]) -> None:
    path, source = case
    facts = read_module(path, source)
    check(facts, len(source))
    check_values(facts, read_values(path, source, facts), len(source))
    read_config(path, source)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(SOURCE_EXTENSIONS))
def test_any_bytes(source: bytes, extension: str) -> None:
    facts = read_module(f"x{extension}", source)
    check(facts, max(len(source) * 2, 8))
    check_values(facts, read_values(f"x{extension}", source, facts), max(len(source) * 2, 8))
    read_config(f"x{extension}", source)


@pytest.mark.parametrize("extension", SOURCE_EXTENSIONS)
def test_empty(extension: str) -> None:
    facts = facts_of(f"x{extension}", b"")
    check(facts, 0)
    assert not facts.problems


DEEP = 20_000
HOSTILE = {
    "parentheses": b"(" * DEEP + b"f" + b")" * DEEP,
    "objects": b"x = " + b"{a:" * DEEP + b"f" + b"}" * DEEP,
    "calls": b"f(" * DEEP + b"f" + b")" * DEEP,
    "unclosed": b"f(" * DEEP,
    "arrows": b"x = " + b"(f)=>" * DEEP + b"f()",
    "elements": b"x = " + b"<a>" * DEEP + b"{f}" + b"</a>" * DEEP,
    "chain": b"f" + b".then(f)" * DEEP,
    "sum": b"f" + b"+f" * DEEP,
    "conditionals": b"x = f" + b"?f:f" * DEEP,
    "functions": b"function a(){'use server';" * 2000 + b"f()" + b"}" * 2000,
    "loaded": b"x = await " + b"Promise.all([" * 5000 + b"import('a')" + b"])" * 5000,
    "templates": b"x = " + b"`${" * DEEP,
    "types": b"let x: " + b"f<" * DEEP,
    "imports without from": b"import a\n" * DEEP,
    "exports without from": b"export { a\n" * DEEP,
    "comments": b"import " + b"/**/" * DEEP,
    "garbage": b"<<{ a ( [ =>`${ '\n" * DEEP,
    "shadows": b"function q(f){f(f)}\n" * DEEP,
    "declarations": b"".join(b"const a%d = f; a%d();\n" % (i, i) for i in range(DEEP)),
    "inline functions": b"function P(a){" + b"go(async()=>{'use server';a.b()});" * 2000 + b"}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_nesting_ends_in_time(name: str) -> None:
    source = b"import f from './f'\n" + HOSTILE[name]
    start = time.process_time()
    facts = read_module("x.tsx", source)
    assert time.process_time() - start < 10
    check(facts, len(source))
    start = time.process_time()
    check_values(facts, read_values("x.tsx", source, facts), len(source))
    assert time.process_time() - start < 10
    assert facts.interface.imports[0].specifier == "./f"


HOSTILE_PYTHON = {
    "parentheses": b"(" * DEEP + b"f" + b")" * DEEP,
    "lists": b"x = " + b"[" * DEEP + b"f" + b"]" * DEEP,
    "dictionaries": b"x = " + b"{1:" * DEEP + b"f" + b"}" * DEEP,
    "calls": b"f(" * DEEP + b"f" + b")" * DEEP,
    "unclosed": b"f(" * DEEP,
    "lambdas": b"x = " + b"lambda f: " * DEEP + b"f",
    "chain": b"f" + b".then(f)" * DEEP,
    "sum": b"x = f" + b"+f" * DEEP,
    "conditionals": b"x = f" + b" if f else f" * DEEP,
    "blocks": b"".join(b" " * i + b"if f:\n" for i in range(1000)) + b" " * 1000 + b"f()",
    "functions": b"".join(b" " * i + b"def a():\n" for i in range(500)) + b" " * 500 + b"'use server'",
    "classes": b"".join(b" " * i + b"class A:\n" for i in range(1000)) + b" " * 1000 + b"f = f",
    "elifs": b"if f: f()\n" + b"elif f: f()\n" * DEEP,
    "strings": b"x = f'" + b"{f'" * DEEP,
    "joined strings": b"x = " + b"'use server' " * DEEP,
    "types": b"x: " + b"list[" * DEEP + b"f" + b"]" * DEEP,
    "imports without names": b"from a import\n" * DEEP,
    "dotted imports": b"import " + b".".join([b"a"] * DEEP),
    "stars": b"from a import *\n" * 200 + b"".join(b"name%d()\n" % i for i in range(500)),
    "garbage": b"]} def ( : @ lambda ' \n" * DEEP,
    "shadows": b"def q(f): f(f)\n" * DEEP,
    "declarations": b"".join(b"a%d = f\na%d()\n" % (i, i) for i in range(DEEP)),
    "constants": b"".join(b"a%d = a%d\nf(a%d)\n" % (i, i + 1, i) for i in range(DEEP // 10)),
    "inline functions": b"def p(a):\n" + b"  def g():\n    'use server'\n    a.b()\n" * 2000,
    "decorators": b"@f\n" * DEEP + b"def g(): ...",
}


@pytest.mark.parametrize("name", HOSTILE_PYTHON)
def test_hostile_python_ends_in_time(name: str) -> None:
    source = b"from m import f\n" + HOSTILE_PYTHON[name]
    start = time.process_time()
    facts = read_module("x.py", source)
    assert time.process_time() - start < 10
    check(facts, len(source))
    start = time.process_time()
    check_values(facts, read_values("x.py", source, facts), len(source))
    assert time.process_time() - start < 10
    assert facts.interface.imports[0].specifier == "m"


HOSTILE_DOCUMENTS = {
    "braces": b"{" * DEEP,
    "expressions": b"{a b}\n" * DEEP,
    "tags": b"<a>" * DEEP + b"</b>" * DEEP,
    "open tags": b"<a b={" * DEEP,
    "ticks": b"` `` ```` " * DEEP,
    "statements": b"export { a\n" * DEEP,
    "arrows": b"<a b={" + b"(x => x)" * DEEP + b"}",
    "prose": b"{a b " + b"foo " * DEEP + b"}",
}


@pytest.mark.parametrize("name", HOSTILE_DOCUMENTS)
def test_hostile_documents_end_in_time(name: str) -> None:
    source = b"import f from './f'\n\n" + HOSTILE_DOCUMENTS[name] + b"\n\n{f()}"
    start = time.process_time()
    facts = read_module("x.mdx", source)
    assert time.process_time() - start < 10
    check(facts, len(source))
    assert facts.interface.imports[0].names[0].used_as_value


def test_a_document_may_begin_with_a_byte_order_mark() -> None:
    source = b"\xef\xbb\xbf---\na: {b}\n---\nimport f from './f'\n\n{f()}"
    facts = read_module("x.mdx", source)
    assert [name.used_as_value for entry in facts.interface.imports for name in entry.names] == [True]
    assert span_at(decode_spans(facts).sites, 0) == (source.rindex(b"f"), source.rindex(b"f") + 1)


def test_constants_that_double_end_in_time() -> None:
    lines = [f"const a{i} = [a{i + 1}, a{i + 1}]" for i in range(60)]
    read_config("x.js", ("\n".join(lines) + "\nexport default { a: a0 }").encode())


def test_deep_statements_keep_their_uses() -> None:
    facts = facts_of("x.ts", b"import f from './f'\nx = " + b"f(" * 1000 + b")" * 1000 + b"\nexport const y = f()")
    assert [problem.kind for problem in facts.problems] == ["too-deep"]
    assert len(facts.uses.sites) == 1001
    assert facts.interface.exports[0].name == "y"


def test_values_that_double_end_in_time() -> None:
    lines = [f"const a{i} = [a{i + 1}, a{i + 1}]" for i in range(60)]
    source = ("export function f() {\n" + "\n".join(lines) + "\nreturn a0 }").encode()
    values = values_of("x.ts", source, facts_of("x.ts", source))
    assert len(msgspec.msgpack.encode(values)) < 200_000


def test_too_large() -> None:
    source = b"'use client'\nimport a from './a'\n" + b"a();\n" * (SIZE_LIMIT // 5)
    facts = facts_of("x.ts", source)
    assert values_of("x.ts", source, facts) == ModuleValues()
    assert facts.interface.directive == "use client"
    assert [problem.kind for problem in facts.problems] == ["too-large"]
    check(facts, len(source))


def test_binary() -> None:
    facts = facts_of("x.ts", b"\x7fELF\0\0\0import a from './a'")
    assert [problem.kind for problem in facts.problems] == ["binary"]
    assert facts.interface.imports == ()


def test_latin_1() -> None:
    source = "'use client'\nimport a from './a' // é\na('é')\n".encode("latin-1")
    facts = facts_of("x.ts", source)
    assert [problem.kind for problem in facts.problems] == ["not-utf-8"]
    assert len(facts.uses.sites) == 1
    start, end = span_at(decode_spans(facts).sites, 0)
    assert source[start:end] == b"a"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    facts = facts_of("x.ts", "\ufeff'use client'\nimport a from './a'".encode(encoding))
    assert facts.interface.directive == "use client"
    assert [problem.kind for problem in facts.problems] == ["not-utf-8"]


def test_equal_facts_whatever_the_positions() -> None:
    source = b"import { f } from './f'\nexport const g = () => f(1)\n"
    moved = b"// a comment\n\n" + source.replace(b"f(1)", b"f( /* here */ 1)")
    assert facts_of("x.ts", source).same_as(facts_of("x.ts", moved))
    assert facts_of("x.ts", source).spans != facts_of("x.ts", moved).spans


@pytest.mark.parametrize("line", ["// boundary-ignore dead-endpoint: x\n", "a(); // boundary-ignore lossy-value: x\n"])
def test_more_suppressions_than_anybody_writes(line: str) -> None:
    facts = facts_of("x.ts", line.encode() * 20_000)
    assert (len(facts.suppressions), facts.problems) == (1000, ())
