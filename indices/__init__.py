"""The index: finds services by words and by the five ways, and knows nothing of the web."""
