"""The page `/_ui/` that shows every component in all its states; development only."""
