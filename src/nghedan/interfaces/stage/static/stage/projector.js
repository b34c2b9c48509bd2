// The key B (and the point, which presenters send) covers this screen and uncovers it; nothing is told to the server.
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'b' && event.key !== '.') return
  document.documentElement.classList.toggle('projector--covered')
})
