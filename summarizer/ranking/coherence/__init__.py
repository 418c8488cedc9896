"""Which sentences read well together, and which are none of the story."""
