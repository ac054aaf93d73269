"""The rules: functions from a finished program to findings."""
