"""Where imports of Python modules lead."""

from boundary_lsp.resolve.python.resolver import PythonResolver
from boundary_lsp.resolve.python.rows import PythonRows

__all__ = ["PythonResolver", "PythonRows"]
