"""What the generated parts of the documentation say, each a function that returns Markdown."""
