"""Where specifiers lead, by the conditions of an environment."""

from boundary_lsp.resolve.link import Linking, link
from boundary_lsp.resolve.resolver import Resolver

__all__ = ["Linking", "Resolver", "link"]
