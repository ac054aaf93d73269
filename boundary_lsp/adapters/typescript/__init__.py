"""TypeScript's native checker behind the `TypeOracle` port, spoken to over its JSON-RPC.

    locate, install   where the checker is, and how it gets there
    version           which one a program is
    program           the requests we know, typed
    nodes, texts      from a span of our text to the checker's node
    explore, shapes   what is asked of the checker about types, kept as data
    declared, names   what a type is by where its symbol is declared
    translate         from that data to wire types; pure
    session, oracle   a project loaded by one process; the port

Rationale. The API is unstable and the checker may die, hang or answer nonsense: everything that knows its words is in
this folder, and any surprise is a `CheckerFailed`, which the oracle turns into fewer answers and one sentence
(`adapters/checking`).
"""
