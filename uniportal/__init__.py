"""The site: what people meet."""
