"""Everything that runs: watching, filing, delivering, answering."""
