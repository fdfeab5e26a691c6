"""What each command does; `rounds.cli.command_table` imports the module of the one that runs."""
