"""`python -m sakip`."""

from sakip.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
