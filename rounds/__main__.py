"""`python -m rounds` is the same as `rounds`."""

import sys

from rounds.cli.main import main

sys.exit(main())
