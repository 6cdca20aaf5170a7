"""The terms and rules of the catalogue, pure: the standard library and nothing else."""
