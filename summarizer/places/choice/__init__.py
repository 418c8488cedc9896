"""Choice: which of the places of a name is meant."""
