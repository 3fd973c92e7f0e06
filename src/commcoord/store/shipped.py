"""What travels with the package: templates and the example company, in a wheel or beside `src/` in a checkout."""

import shutil
from pathlib import Path

from commcoord.store import tree

PACKAGE = Path(__file__).parent.parent


def shipped(name: str) -> Path:
    """Return the folder `templates` or `examples`: in the package first, beside `src/` second."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent.parent / name


def put_example(folder: Path) -> None:
    """Copy the example company to a folder, as it is shipped: nothing that was derived from it comes along."""
    ignored = shutil.ignore_patterns(tree.DERIVED)
    shutil.copytree(shipped("examples") / "appliance-maker", folder, ignore=ignored, dirs_exist_ok=True)
