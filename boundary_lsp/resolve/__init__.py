"""Where specifiers lead, by the conditions of an environment."""

from boundary_lsp.resolve.link import link
from boundary_lsp.resolve.resolver import Resolver

__all__ = ["Resolver", "link"]
