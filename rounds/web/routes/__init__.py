"""What a phone can ask for, by subject. A phone's secret tells who asks, not a URL."""
