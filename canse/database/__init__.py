"""The stored catalogue: every table and all SQL live here and nowhere else."""
