"""Papers that call the people: the notice and its changes, the poster, the loudspeaker's script, the text for Zalo."""
