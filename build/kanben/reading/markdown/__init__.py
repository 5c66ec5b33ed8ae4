"""Read a Markdown file: lint its text, let pandoc parse it, find the lines, and build the nodes."""
