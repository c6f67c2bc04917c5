#!/bin/sh
# Prints the newest Python >= 3.11 on this machine that can make a virtual environment.
for version in 20 19 18 17 16 15 14 13 12 11; do
  for python in "python3.$version" /usr/local/bin/python3.$version "$HOME"/.pyenv/versions/3.$version.*/bin/python3 python3 python; do
    found=$(command -v "$python" 2>/dev/null) || continue
    if "$found" -c "import ensurepip, sys, venv; sys.exit(sys.version_info[:2] != (3, $version))" 2>/dev/null; then
      echo "$found"
      exit 0
    fi
  done
done
echo "no Python 3.11 or newer found; install one from https://www.python.org/downloads/" >&2
exit 1
