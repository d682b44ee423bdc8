"""Detection: attributions in a frozen text. It knows no database and no window."""
