"""Who may do what from a phone: the join code, the devices, the rates, the forged requests."""
