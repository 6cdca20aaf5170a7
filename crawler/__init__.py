"""The inspector: looks at portals and writes reports; holds no database password."""
