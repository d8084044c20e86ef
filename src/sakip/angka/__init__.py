"""A printed figure: its text, its exact value, its decimals, its place, and the interval it stands for."""
