"""What there is to analyse: files, manifests, compiler options, configuration."""

from boundary_lsp.project.configuration import NAMES as CONFIGURATION_NAMES
from boundary_lsp.project.governing import configurations, governing_levels, has_levels, without_effect
from boundary_lsp.project.ignore import is_ignored
from boundary_lsp.project.load import UNREAD_EXTENSIONS, load_project
from boundary_lsp.project.reading import ConfigurationError, no_such
from boundary_lsp.project.root import find_root, separate_roots
from boundary_lsp.project.walk import NEVER_ENTERED

__all__ = [
    "CONFIGURATION_NAMES",
    "NEVER_ENTERED",
    "UNREAD_EXTENSIONS",
    "ConfigurationError",
    "configurations",
    "find_root",
    "governing_levels",
    "has_levels",
    "is_ignored",
    "load_project",
    "no_such",
    "separate_roots",
    "without_effect",
]
