"""Planning beside the program: in a worker process, or in a thread where there can be none."""
