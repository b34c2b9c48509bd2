"""Lists, reports awaited and held opinions as they are shown."""
