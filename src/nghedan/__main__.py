"""``python -m nghedan`` does what ``nghedan`` does."""

import sys

from nghedan.interfaces.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
