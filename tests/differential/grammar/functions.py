"""Functions of all kinds, with directives of their own or without, and what stands in them."""

from __future__ import annotations

from textwrap import indent

from .directives import directive, server
from .words import Words, lines

MODIFIERS = (
    "async ", "async ", "async ", "async ", "async ", "",
)  # fmt: skip
PARAMETERS = (
    "()", "()", "()", "(p)", "(p)", "(p, ...rest)", "({ p, q = 1 })", "([p])", "(p = 1)", "(p = this)",
    "(p = arguments)", "(p = () => this)",
)  # fmt: skip
STATEMENTS = lines("""
return p0;
p0 = 3;
p0?.x;
const x = 1;
p0.save(1);
if (p0) { return null; }
return this;
return this.x;
return arguments[0];
const f = () => this;
const f = async () => arguments;
function f() { return [this, arguments]; }
class C { m() { return this; } }
const o = { m() { return this; } };
const o = { [this.x]: 1 };
class D extends C { static x = this; }
return () => { return () => this; };
const o = { arguments: 1 }; o.arguments;
const o = { m: () => this, get x() { return arguments; } };
for (const e of [1]) { console.log(this, e); }
try { p0(); } catch (e) { return e; }
return `${this}`;
""")
SUPERS = (
    "return super.m();", "const f = () => super.x;", "super.m(this);",
)  # fmt: skip
NESTS = lines("""
{{ {} }}
if (p0) {{ {} }}
for (const e of p0) {{ {} }}
try {{ {} }} finally {{}}
label: {{ {} }}
""")
HOSTS = lines("""
{a}function {f}{p} {b}
{a}function* {f}{p} {b}
const {f} = {a}{p} => {b};
const {f} = {a}function {p} {b};
const {f} = {a}function named{f}{p} {b};
const {f} = ({a}{p} => {b});
const {f} = {a}p => {b};
const {f} = wrap({a}{p} => {b});
const {f} = {{ m: {a}{p} => {b} }};
const {f} = {{ m: {a}function {p} {b} }};
const {f} = [{a}{p} => {b}];
let {f}; {f} = {a}{p} => {b};
call({a}{p} => {b});
({a}{p} => {b})();
for (const i of [1, 2]) {{ call({a}{p} => {b}, i); }}
if (flag) {{ {a}function {f}{p} {b} }}
""")
METHODS = lines("""
const {f} = {{ {a}m{p} {b} }};
const {f} = {{ {a}'m'{p} {b} }};
const {f} = {{ {a}[key]{p} {b} }};
const {f} = {{ {a}*m{p} {b} }};
const {f} = {{ get m() {b} }};
class {f} {{ {a}m{p} {b} }}
class {f} {{ static {a}m{p} {b} }}
class {f} {{ {a}#m{p} {b} }}
class {f} {{ static {a}#m{p} {b} }}
class {f} {{ get m() {b} }}
class {f} {{ static get m() {b} }}
class {f} {{ set m(v) {b} }}
class {f} {{ {a}*m{p} {b} }}
const {f} = class {{ {a}m{p} {b} }};
class {f} extends Base {{ constructor() {b} }}
""")
ARROWS_OF_CLASSES = lines("""
class {f} {{ m = {a}{q} => {b} }}
class {f} {{ static m = {a}{q} => {b} }}
class {f} {{ static {{ {s} }} }}
""")
ELEMENTS = lines("""
const {f} = () => <form action={{{a}{p} => {b}}} />;
function {f}({{ item }}) {{ return <form action={{{a}{p} => {b}}}>{{item}}</form>; }}
function {f}({{ item }}) {{ {a}function save{p} {b} return <form action={{save}}>{{item}}</form>; }}
""")


def function(words: Words, depth: int = 0) -> str:
    """A statement with a function in it, which may have a directive."""
    kind = words.pick(["host", "host", "host", "method", "arrow", "element"])
    if kind == "element" and words.has_jsx:
        return _filled(words, words.pick(ELEMENTS), depth)
    if kind == "method":
        return _filled(words, words.pick(METHODS), depth, is_method=True)
    if kind == "arrow":
        return _filled(words, words.pick(ARROWS_OF_CLASSES), depth, is_field=True)
    return _filled(words, words.pick(HOSTS), depth)


def body(words: Words, depth: int = 0, is_method: bool = False, is_field: bool = False) -> str:
    """A block: directives, statements, and sometimes directives after or below them."""
    lines = [server(words) if words.chance(70) else directive(words) for _ in words.several(0, 2 - words.chance(70))]
    for _ in words.several(0, 2):
        lines.append(_statement(words, is_method, is_field))
    if words.chance(8):
        lines.append(directive(words))
    if words.chance(8):
        lines.append(words.pick(NESTS).format(directive(words)))
    if depth < 2 and not is_field and words.chance(15):
        lines.append(function(words, depth + 1))
    return "{\n" + indent("\n".join(lines), "  ") + "\n}"


def _filled(words: Words, form: str, depth: int, is_method: bool = False, is_field: bool = False) -> str:
    parameters = words.pick(PARAMETERS)
    return form.format(
        a=words.pick(MODIFIERS),
        f=words.fresh("f"),
        p=parameters,
        q="(p)",
        b=body(words, depth, is_method, is_field),
        s=directive(words),
    )


def _statement(words: Words, is_method: bool, is_field: bool) -> str:
    if is_method and words.chance(10):
        return words.pick(SUPERS)
    statement = words.pick(STATEMENTS if words.chance(25) else STATEMENTS[:6])
    return "void 0;" if is_field and "arguments" in statement else statement
