// Keeps the parts of a page as they stand on the server: by a stream, else by asking every two seconds.
const root = document.querySelector('[data-live]')
const POLL = 2000
const AGAIN = 30000
const SHOWN = 4000
const ahead = Date.parse(root.dataset.now) - Date.now()
let number = Number(root.dataset.number)
let poll = 0
let isLost = false

function typedIn(part) {
  const fields = [...part.querySelectorAll('input:not([type=hidden]), textarea, select')]
  return fields.map((field) => ({
    key: keyOf(field),
    value: field.value,
    checked: field.checked,
    isTyped: field.matches('select') ? [...field.options].some((option) => option.selected !== option.defaultSelected)
      : field.value !== field.defaultValue || field.checked !== field.defaultChecked,
    selection: field === document.activeElement && field.selectionStart !== undefined
      ? [field.selectionStart, field.selectionEnd] : null,
    hasFocus: field === document.activeElement,
  }))
}

function keyOf(field) {
  return `${field.form ? field.form.getAttribute('action') : ''} ${field.id} ${field.name} ${field.type === 'radio' ? field.value : ''}`
}

// What somebody is typing stays, with the cursor where it was.
function restore(part, kept, openOnes) {
  part.querySelectorAll('details[id]').forEach((details) => { details.open ||= openOnes.has(details.id) })
  part.querySelectorAll('input:not([type=hidden]), textarea, select').forEach((field) => {
    const before = kept.find((one) => one.key === keyOf(field))
    if (!before) return
    if (before.isTyped) {
      field.value = before.value
      field.checked = before.checked
    }
    if (before.hasFocus) field.focus({ preventScroll: true })
    if (before.selection && before.selection[0] !== null) field.setSelectionRange(...before.selection)
  })
}

// Fragments are the same for everybody, so the token of this page's forms is put in here.
function sign(part) {
  if (!root.dataset.token) return
  part.querySelectorAll('input[name=csrfmiddlewaretoken]').forEach((field) => { field.value = root.dataset.token })
}

function put(name, markup) {
  const part = document.getElementById(name)
  if (!part || part.dataset.shown === markup) return
  const kept = typedIn(part)
  const openOnes = new Set([...part.querySelectorAll('details[id][open]')].map((details) => details.id))
  part.innerHTML = markup
  part.dataset.shown = ''
  sign(part)
  restore(part, kept, openOnes)
  if (window.htmx) window.htmx.process(part)
  part.dispatchEvent(new CustomEvent('live:shown', { bubbles: true }))
}

function show(state) {
  if (state.number < number) return
  number = state.number
  Object.entries(state.fragments).forEach(([name, markup]) => put(name, markup))
  tick()
}

function lost() {
  isLost = true
  root.textContent = root.dataset.lost
  root.classList.add('live-connection--lost')
}

function found() {
  if (!isLost) return
  isLost = false
  root.textContent = root.dataset.back
  root.classList.remove('live-connection--lost')
  setTimeout(() => { if (!isLost) root.textContent = '' }, SHOWN)
}

async function ask() {
  try {
    const answer = await fetch(`${root.dataset.state}?after=${number}`, { cache: 'no-store' })
    const isOurs = answer.ok && (answer.headers.get('Content-Type') || '').includes('json')
    if (!isOurs) {
      lost()
      if (answer.redirected) root.textContent = root.dataset.ended
      return
    }
    show(await answer.json())
    found()
  } catch {
    lost()
  }
}

function askAgainAndAgain() {
  if (poll) return
  ask()
  poll = setInterval(ask, POLL)
}

function listen() {
  if (!window.EventSource) {
    askAgainAndAgain()
    return
  }
  const source = new EventSource(`${root.dataset.events}?after=${number}`)
  source.addEventListener('open', () => {
    clearInterval(poll)
    poll = 0
    found()
  })
  source.addEventListener('fragments', (event) => show(JSON.parse(event.data)))
  source.addEventListener('reload', () => window.location.reload())
  source.addEventListener('error', () => {
    lost()
    if (source.readyState !== EventSource.CLOSED) return
    askAgainAndAgain()
    setTimeout(listen, AGAIN)
  })
  window.addEventListener('pagehide', () => source.close(), { once: true })
}

function minutes(seconds) {
  const all = Math.abs(seconds)
  return `${seconds < 0 ? '−' : ''}${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`
}

// The time left of a turn, by the server's clock.
function tick() {
  document.querySelectorAll('.live-clock').forEach((clock) => {
    const { endsAt, left } = clock.dataset
    const seconds = endsAt ? Math.ceil((Date.parse(endsAt) - Date.now() - ahead) / 1000) : Number(left)
    clock.querySelector('[data-time]').textContent = minutes(seconds)
    clock.classList.toggle('live-clock--soon', seconds <= 30 && seconds > 0)
    clock.classList.toggle('live-clock--over', seconds <= 0)
  })
}

setInterval(tick, 500)
tick()
listen()
