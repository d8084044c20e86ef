"""The words of the writers, Indonesian and English."""
