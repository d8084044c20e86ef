"""What a report says. Frozen and permissive: a wrong report can be represented, for it must be reviewed."""
