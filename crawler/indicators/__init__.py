"""The indicators of the audit: a catalogue as data, and pure checks over parsed pages."""
