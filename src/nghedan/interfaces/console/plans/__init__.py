"""Plans in the console: the list, taking one in, composing one, and the plan itself."""
