"""What the workbench talks about: frozen nouns, no I/O."""
