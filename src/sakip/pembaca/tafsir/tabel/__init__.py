"""Tables: put together over pages, their headings, the roles of their columns, the kinds of their rows."""
