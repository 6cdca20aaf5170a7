"""Exchange with the outside: what other catalogues hand in and what ours hands out."""
