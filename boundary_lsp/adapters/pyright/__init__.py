"""pyright behind the `TypeOracle` port, spoken to as editors do.

    locate, status    where it is, and the Node that runs it
    overlay           a module's text in which it is asked what it thinks of some expressions
    printed           the types that it prints, taken apart
    names, translate  from these to wire types
    session, oracle   one process; the port

It has no way to say the type of an expression but to print it. So the text that it is given says `reveal_type(…)`
around each expression, and what it remarks there is read. What is on disk stays as it is.
"""
