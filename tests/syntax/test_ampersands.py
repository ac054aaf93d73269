"""A bare `&` in JSX text or in an attribute's string is a character like any other, whatever stands around it."""

from __future__ import annotations

import itertools

import pytest

from boundary_lsp.syntax.front_end import facts_of

BARE = "¶"
"""Stands for the `&` that are text."""
TEXTS = [
    "Terms ¶ Conditions &copy; 2024",
    "Foo ¶ Bar &rarr;",
    "R¶D &amp; more",
    "&nbsp;¶ more",
    "&copy; ¶ &copy;¶",
    "¶",
    "A ¶¶ B ¶= C",
    "a ¶b, c ¶1; &#169; ¶ &#xA9;",
    "many\n ¶ lines\n ¶ &mdash; or ¶\n",
    "Q¶A {save()} ¶ {save && <i>x ¶ y &rarr;</i>}",
    "<b>x</b> ¶ <b>y</b>",
    "{save<A & B>(x as A & B)} ¶ it's",
]
ATTRIBUTES = ["", 'href="?a=1¶b=2"', "title='R ¶ D &copy; ¶'", "t={save && (x & 1)}", "t={`a & b`}", 't={"a & b"}']
PROGRAM = """import {{ save, type A, type B }} from './a'
export const C = (x: A & B) => (
  <div {attribute}>
    <p>{first}</p>
    <p {attribute}>{second}</p>
    <form action={{save}} />
  </div>
)
export function D(x: A & B) {{
  return x && <form action={{save}} />
}}
"""


@pytest.mark.parametrize(("first", "second"), list(itertools.product(TEXTS, TEXTS)))
def test_it_is_like_any_other_character(first: str, second: str) -> None:
    for attribute in ATTRIBUTES:
        source = PROGRAM.format(attribute=attribute, first=first, second=second)
        with_signs = facts_of("x.tsx", source.replace(BARE, "&").encode())
        assert not with_signs.problems
        assert with_signs == facts_of("x.tsx", source.replace(BARE, "+").encode())
