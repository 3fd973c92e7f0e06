"""commcoord keeps a company's communication and coordination records as YAML files in git."""

__version__ = "0.1.0"
