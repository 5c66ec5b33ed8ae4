"""Make a PDF/X-4 (ISO 15930-7): sheets with bleed and marks, four inks, and the press that they are for."""
