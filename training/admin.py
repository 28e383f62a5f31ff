"""Training in the Django admin: for looking and for correcting texts. States, their dates and results are read-only."""
