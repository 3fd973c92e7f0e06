"""What travels with the package: templates and the example company, in a wheel or beside `src/` in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def shipped(name: str) -> Path:
    """Return the folder `templates` or `examples`: in the package first, beside `src/` second."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent.parent / name
