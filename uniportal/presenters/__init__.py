"""What each page says, decided from values alone: no request, no database, no HTML."""
