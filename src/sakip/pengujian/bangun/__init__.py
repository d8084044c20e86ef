"""Builders of consistent reports: leaves are drawn, everything else is computed from them."""
