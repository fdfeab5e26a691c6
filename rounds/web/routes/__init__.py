"""What a phone can ask for, by subject. Who asks is known by the phone's secret, not by a URL."""
