"""`boundary serve`: the language server."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdio", action="store_true", help="speak on standard input and output (the default)")
    parser.add_argument("--tcp", metavar="HOST:PORT", type=_address, help="wait there for one editor instead")
    parser.add_argument("--log-file", metavar="FILE", help="log to this file instead of to standard error")


def run(arguments: argparse.Namespace) -> int:
    from boundary_lsp.lsp.main import serve

    return serve(arguments.tcp, arguments.log_file)


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit():
        raise argparse.ArgumentTypeError(f"`{text}` is no address: HOST:PORT is wanted")
    return host.strip("[]"), int(port)
