"""Everything a host lays on the tables, as pages of HTML that a browser prints."""
