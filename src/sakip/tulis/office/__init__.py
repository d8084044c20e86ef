"""What the writers of Word and Excel documents share."""
