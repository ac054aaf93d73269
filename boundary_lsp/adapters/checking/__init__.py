"""What all checkers have in common: a process that is spoken to over JSON-RPC, within a time limit, and that may fail.

failure   what goes wrong with a checker
framing   messages on a stream of bytes
process   one process: its start, its streams, its end
rpc       requests and their answers
oracle    the `TypeOracle` port over a process: in portions, begun when first asked, tried twice
"""
