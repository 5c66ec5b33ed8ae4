"""Set the print edition in pages."""
