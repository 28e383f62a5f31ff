"""Screens declared, not written: lists, details, forms, moves, exports, menu."""
