"""`python -m boundary_lsp`."""

from boundary_lsp.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
