"""What a review found, as data: kind, keys, figures, places, evidence; and values in the notation of the print."""
