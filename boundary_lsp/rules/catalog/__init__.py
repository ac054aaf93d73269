"""One module a rule; its page in docs/rules is its test."""
