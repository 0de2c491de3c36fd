"""``python -m tests.verdicts [--pages] [--write]``."""

import sys

from tests.verdicts.verdicts import main

sys.exit(main(sys.argv[1:]))
