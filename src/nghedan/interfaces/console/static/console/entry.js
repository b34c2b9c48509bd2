// Keys for whoever types one opinion after the other: Ctrl + Enter saves, Alt + a digit presses the button that shows
// it. Without this file the buttons do.
function press(event) {
  const digit = event.altKey && /^Digit\d$/.test(event.code) ? event.code.slice(-1) : ''
  const button = digit && document.querySelector(`button[data-alt="${digit}"]`)
  if (!button) return
  event.preventDefault()
  button.click()
}

function save(event) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const form = event.target.closest('form[data-ctrl-enter]')
  if (!form) return
  event.preventDefault()
  form.requestSubmit(form.querySelector('button[type=submit]'))
}

document.addEventListener('keydown', press)
document.addEventListener('keydown', save)
