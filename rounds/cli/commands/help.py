"""`rounds` where there is no terminal: the help."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.parser import parser


def print_help(_asked: Namespace) -> int:
    """Print the help of the program."""
    parser("help").print_help()
    return 0
