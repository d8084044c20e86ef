"""The prose: paragraphs, parts of the report, and the figures of sentences tied to facts."""
