"""The notices of a dialogue: what the people were told, by which channels, which hamlets still have to be told."""
