"""What types say by themselves: from declarations and expressions to wire types, without any other program."""

from boundary_lsp.wire.declared.evaluator import DeclaredTypes

__all__ = ["DeclaredTypes"]
