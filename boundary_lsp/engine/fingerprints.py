"""What a finding is recognised by."""

from __future__ import annotations

from hashlib import blake2b

from boundary_lsp.model.findings import Finding


def fingerprint(finding: Finding, path: str) -> str:
    """The same for the same trouble when lines move. `path` is that of the finding's module."""
    subject = finding.subject or f"{path}\0{finding.message}"
    return blake2b(f"{finding.rule}\0{subject}".encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
