"""CANSE, the national catalogue of electronic services: what the State offers."""
