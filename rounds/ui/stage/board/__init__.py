"""The board that shows everybody's next seat: its lines, its layout, its pages."""
