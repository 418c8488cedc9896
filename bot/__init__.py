"""Everything that runs: watching, filing, delivering, answering."""

__version__ = "0.1.0"
