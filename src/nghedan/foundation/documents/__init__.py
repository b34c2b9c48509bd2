"""Papers: a document model, format rules as data, renderers, and the issued copies."""
