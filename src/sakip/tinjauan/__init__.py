"""The review: the engine, its findings as data, answers to them, drafts compared."""
