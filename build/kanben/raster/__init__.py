"""JPEG and PNG files: what they hold, told without decoding them, and how they are made fit for a screen."""
