"""`python -m rounds` is the same as `rounds`."""

import sys

from rounds.cli import main

sys.exit(main())
