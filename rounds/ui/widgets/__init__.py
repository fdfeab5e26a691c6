"""Small pieces that several screens use."""
