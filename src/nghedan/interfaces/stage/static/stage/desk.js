// The desk without reloading: forms are sent in the background, parts that somebody else changed are renewed, the clock
// ticks, names stay where they were asked for. Without this file every press loads the page anew.
const desk = document.querySelector('[data-desk]')
const link = document.getElementById('desk-link')
const names = new Map()
const EVERY = 4000
let seen = ''

function parts(root) {
  return [...root.querySelectorAll('[data-part]')]
}

function isTouched(part) {
  const fields = [...part.querySelectorAll('input:not([type=hidden]), textarea, select')]
  return fields.some((field) => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked
    if (field.tagName === 'SELECT') return [...field.options].some((one) => one.selected !== one.defaultSelected && field.selectedIndex > 0)
    return field.value !== field.defaultValue
  })
}

function isInUse(part) {
  return isTouched(part) || (part.contains(document.activeElement) && document.activeElement.matches('input, textarea, select'))
}

function learnNames(root) {
  root.querySelectorAll('[data-person]').forEach((place) => {
    const person = place.dataset.person
    if (place.textContent.trim()) names.set(person, place.textContent)
    else if (names.has(person)) place.textContent = names.get(person)
  })
}

// Takes the parts of another look at the desk; what somebody is filling in stays as it is.
function take(page, sentFrom) {
  parts(page).forEach((fresh) => {
    const known = document.getElementById(fresh.id)
    if (known && (known === sentFrom || !isInUse(known))) known.replaceWith(document.adoptNode(fresh))
  })
  for (const id of ['desk-wrong', 'desk-said']) {
    const fresh = page.getElementById(id)
    if (fresh && sentFrom !== undefined) document.getElementById(id).replaceWith(document.adoptNode(fresh))
  }
  learnNames(desk)
  startClock()
}

function pageOf(text) {
  return new DOMParser().parseFromString(text, 'text/html')
}

function told(isConnected) {
  if (isConnected === (link.dataset.state !== 'lost')) return
  link.dataset.state = isConnected ? 'back' : 'lost'
  link.textContent = isConnected ? link.dataset.back : link.dataset.lost
}

async function send(event) {
  const form = event.target
  if (form.method !== 'post' || !form.closest('[data-desk], .desk-head')) return
  event.preventDefault()
  const body = new URLSearchParams(new FormData(form, event.submitter))
  if (!body.has('matter')) body.set('matter', desk.dataset.matter)
  const sentFrom = form.closest('[data-part]')
  const buttons = [...form.querySelectorAll('button')]
  buttons.forEach((button) => { button.disabled = true })
  try {
    const answer = await fetch(form.action, { method: 'POST', body })
    const page = pageOf(await answer.text())
    if (!page.querySelector('[data-desk]')) { location.assign(answer.url); return }
    told(true)
    seen = ''
    desk.dataset.matter = page.querySelector('[data-desk]').dataset.matter
    take(page, sentFrom)
  } catch {
    told(false)
  }
  buttons.forEach((button) => { button.disabled = false })
}

async function look() {
  if (document.hidden) return
  const asked = new URLSearchParams({ seen, matter: desk.dataset.matter })
  try {
    const answer = await fetch(`${desk.dataset.desk}?${asked}`)
    told(true)
    if (answer.status === 200) {
      const page = pageOf(await answer.text())
      if (!page.querySelector('[data-desk]')) { location.reload(); return }
      seen = answer.headers.get('X-Journal') || ''
      take(page)
    }
  } catch {
    told(false)
  }
}

// The clock: seconds left as the server said, less what has passed here since.
let clock
function startClock() {
  clearInterval(clock)
  const watch = document.querySelector('.desk-watch')
  if (!watch || watch.dataset.running !== '1') return
  const left = Number(watch.dataset.left)
  const since = performance.now()
  clock = setInterval(() => {
    const now = left - Math.floor((performance.now() - since) / 1000)
    const size = Math.abs(now)
    const shown = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`
    watch.querySelector('.desk-watch__left').textContent = shown
    watch.querySelector('.desk-watch__of').textContent = now < 0 ? watch.dataset.over : watch.dataset.within
    watch.className = `desk-watch desk-watch--${now <= 0 ? 'red' : now <= 30 ? 'yellow' : 'green'}`
  }, 250)
}

// Alt and a key, the same in every browser; where the browser pressed the button itself it is disabled by now.
function onKey(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey) return
  const key = event.code.replace(/^(Key|Digit)/, '').toLowerCase()
  const button = /^[a-z0-9]$/.test(key) && document.querySelector(`button[accesskey="${key}"]`)
  if (!button || button.disabled) return
  event.preventDefault()
  button.click()
}

document.addEventListener('keydown', onKey)
document.addEventListener('submit', send)
learnNames(desk)
startClock()
setInterval(look, EVERY)

// The stream says at once that something was done; without it the desk asks every few seconds.
if (window.EventSource) {
  const stream = new EventSource(desk.dataset.pulse)
  stream.addEventListener('fragments', look)
  window.addEventListener('pagehide', () => stream.close(), { once: true })
}
