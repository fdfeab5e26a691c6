"""The sheet that every participant takes home: page, mail, calendar, contacts."""
