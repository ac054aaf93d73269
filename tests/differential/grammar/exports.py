"""Exports in all their forms, TypeScript's included."""

from __future__ import annotations

from .functions import MODIFIERS, PARAMETERS, body
from .words import Words, lines

VALUES = (
    "1", "'text'", "null", "true", "/x/", "1n", "-1", "1 + 2", "`t`", "undefined", "{}", "{ m: 1 }", "[]",
    "new Map()", "wrap()", "wrap(async () => {})", "other", "other.x", "other ? 1 : 2", "class {}", "class Named {}",
    "(1)", "async () => {}", "() => {}", "async function () {}", "function () {}", "async function* () {}",
    "function* () {}", "(async () => {})", "(() => {})", "async () => 1", "other = 1", "(1, 2)", "!other",
    "typeof other", "void 0", "other || 1", "other ?? 1", "import('./x')", "tag`t`", "other?.x", "async x => x",
    "(class {})", "[async () => {}]",
)  # fmt: skip
CASTS = lines("""
{} as any
({}) as any
({}) satisfies unknown
({})!
({}) as const
1 as const
""")
ANGLED = (*CASTS, "<any>({})")
FORMS = lines("""
export const {n} = {v};
export const {n} = {v};
export const {n} = {v};
export let {n} = {v};
export var {n} = {v}, {m} = {w};
export let {n};
export const {{ {n}, y: {m} }} = other;
export const [{n}] = other;
export class {n} {{}}
export class {n} extends other {{}}
export {a}function {n}{p} {b}
export {a}function {n}{p} {b}
export {a}function* {n}{p} {b}
export const {n} = {a}{p} => {b};
export const {n} = {a}function {p} {b};
export const {n} = ({a}{p} => {b});
const {n} = {v}; ⏎ export {{ {n} }};
const {n} = {a}{p} => {b}; ⏎ export {{ {n} as {m} }};
{a}function {n}{p} {b} ⏎ export {{ {n} as "{m}" }};
export {{ {n} }}; ⏎ {a}function {n}{p} {b}
class {n} {{}} ⏎ export {{ {n} }};
let {n}; {n} = {a}{p} => {b}; ⏎ export {{ {n} }};
import {n} from './x'; ⏎ export {{ {n} }};
import * as {n} from './x'; ⏎ export {{ {n} }};
export * from './x';
export * as {n} from './x';
export {{ {n} }} from './x';
export {{ default as {n} }} from './x';
export {{ a as {n} }} from './x';
export {{}} from './x';
export {{}};
exports.{n} = {v};
module.exports.{n} = {a}{p} => {b};
""")
DEFAULTS = lines("""
export default {v};
export default {v};
export default {a}function {n}{p} {b}
export default {a}function {p} {b}
export default {a}function* {n}{p} {b}
export default {a}{p} => {b};
export default class {n} {{}}
export default class {{ {a}m{p} {b} }}
{a}function {n}{p} {b} ⏎ export default {n};
const {n} = {a}{p} => {b}; ⏎ export default {n};
const {n} = {v}; ⏎ export default {n};
{a}function {n}{p} {b} ⏎ export {{ {n} as default }};
export {{ default }} from './x';
export default await other;
class {n} {{}} ⏎ export default {n};
export default ({a}{p} => {b});
export default wrap({a}{p} => {b});
""")
TYPES = lines("""
export type {n} = string;
export interface {n} {{ x: string }}
export enum {n} {{ A }}
export const enum {n} {{ A }}
export namespace {n} {{ export const x = 1; }}
export namespace {n} {{ export type T = 1 }}
export declare function {n}(): void;
export declare const {n}: number;
export declare class {n} {{}}
export abstract class {n} {{ abstract m(): void }}
export type {{ {n} }} from './x';
export {{ type {n} }} from './x';
export {{ type {n}, {m} }} from './x';
export type * from './x';
export type * as {n} from './x';
type {n} = string; ⏎ export {{ {n} }};
interface {n} {{}} ⏎ export type {{ {n} }};
interface {n} {{}} ⏎ export default {n};
enum {n} {{ A }} ⏎ export {{ {n} }};
export function {n}(a: string): void; ⏎ export {a}function {n}(a: unknown) {b}
export const {n} = {c};
export const {n}: unknown = {v};
import type {n} from './x'; ⏎ export {{ {n} }};
import {{ {n} }} from './x'; ⏎ export type {{ {n} }};
export import {n} = other.x;
export default interface {n} {{}}
export {a}function {n}(this: unknown, p: number) {b}
export {a}function {n}<T>(p: T): Promise<T> {b}
""")


def export(words: Words) -> str:
    if words.is_typescript and words.chance(25):
        return _filled(words, words.pick(TYPES))
    if words.chance(20):
        return _default(words)
    return _filled(words, words.pick(FORMS))


def _default(words: Words) -> str:
    form = words.pick(DEFAULTS)
    return _filled(words, form) if words.take("default") else _filled(words, FORMS[0])


def _filled(words: Words, form: str) -> str:
    """A default export among the forms of types is one all the same."""
    if form in TYPES and "export default" in form and not words.take("default"):
        form = TYPES[0]
    value = words.pick(VALUES)
    return form.format(
        n=words.fresh("n"),
        m=words.fresh("n"),
        v=value,
        w=words.pick(VALUES),
        a=words.pick(MODIFIERS),
        p=words.pick(PARAMETERS),
        b=body(words),
        c=words.pick(CASTS if words.has_jsx else ANGLED).format(value),
    )
