"""Reports: whose they are, and how far what is said runs."""
