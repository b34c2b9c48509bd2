#!/usr/bin/env python
"""Django's own commands, for development; everybody else uses ``nghedan``."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nghedan.config.settings.base")
    execute_from_command_line(sys.argv)
