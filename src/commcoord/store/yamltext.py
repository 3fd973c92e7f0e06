"""Reading and patching the YAML text of records: what the rest of the store knows of YAML stands here."""

from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_faults import NotYaml
from commcoord.store.yaml_patching import emitted, patched
from commcoord.store.yaml_reading import Document, read

__all__ = ["Document", "NotYaml", "emitted", "patched", "read", "read_tree"]
