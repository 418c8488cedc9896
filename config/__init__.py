"""What an operator tunes: settings and logging."""
