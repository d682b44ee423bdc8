"""Detection: attributions in a frozen text (`quotetrack.detect`). It knows no database and no window."""
