"""How fast Dateline is, beside sumy in the same run."""
