// Photographs wait on the phone until the server has said that it keeps them.
import { open } from './hamlet_queue.js'
import { smaller, thumbnail } from './hamlet_picture.js'

const AGAIN_AFTER = 20_000 // milliseconds
const LONGEST_SENDING = 180_000
const LARGEST = 15 * 1024 * 1024 // bytes; what the server takes of a picture
const form = document.querySelector('[data-photos]')
const says = form.dataset
const part = (name) => document.querySelector(`[data-${name}]`)
const rows = new Map()
let queue
let isSending = false

function today() {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0')).join('-')
}

async function keep(file) {
  const picture = await smaller(file)
  if (!picture && file.size > LARGEST) return tell(says.saysLarge)
  const content = picture ?? new Blob([await file.arrayBuffer()], { type: file.type })
  const photo = {
    owner: says.owner, key: form.elements.form_key.value, origin: form.elements.origin.value, takenOn: today(),
    name: picture ? 'to-giay.jpg' : file.name, content, thumbnail: picture ? await thumbnail(picture) : '', problem: '',
  }
  await queue.put(photo).catch(() => tell(says.saysFull))
}

async function keepAll(files) {
  tell('')
  for (const file of files) await keep(file).catch(() => tell(says.saysRefused))
  await show()
  await sendAll()
}

// Answers what to do with a photograph: it is kept there, was refused, needs another key, or is to be sent later.
async function send(photo) {
  const data = new FormData()
  data.set('csrfmiddlewaretoken', form.elements.csrfmiddlewaretoken.value)
  data.set('form_key', photo.key)
  data.set('origin', photo.origin)
  data.set('taken_on', photo.takenOn)
  data.set('photos', photo.content, photo.name)
  const signal = AbortSignal.timeout(LONGEST_SENDING)
  const answer = await fetch(says.photos, { method: 'POST', body: data, redirect: 'manual', signal })
  if (answer.status === 201) return { kept: true, ...await answer.json() }
  if (answer.status === 410) return { key: form.elements.form_key.value }
  if (answer.type === 'opaqueredirect' || answer.status === 403) return { signedOut: true }
  if (answer.status === 422) return { problem: (await answer.json()).sentence }
  return answer.status === 413 ? { problem: says.saysLarge } : {}
}

async function settle(photo, outcome) {
  if (outcome.kept) {
    await queue.remove(photo)
    part('sent').textContent = outcome.sent
    mark(photo, 'sent', says.saysSent)
  } else if (outcome.problem) {
    await queue.put({ ...photo, problem: outcome.problem })
  } else if (outcome.key) {
    await queue.put({ ...photo, key: outcome.key })
  }
}

async function sendAll() {
  if (isSending) return
  isSending = true
  try {
    for (const photo of await waiting()) {
      mark(photo, 'sending', says.saysSending)
      const outcome = await send(photo)
      await settle(photo, outcome)
      await show()
      part('signed-out').hidden = !outcome.signedOut
      if (!outcome.kept && !outcome.problem) break
    }
    part('offline').hidden = true
  } catch { // no network, or none that answers in time: the photographs stay
    part('offline').hidden = false
  } finally {
    isSending = false
    await show()
  }
}

async function waiting() {
  return (await queue.all(says.owner)).filter((photo) => !photo.problem)
}

function tell(sentence) {
  part('problem').textContent = sentence
  part('problem').hidden = !sentence
}

function mark(photo, state, sentence) {
  if (!rows.has(photo.id)) rows.set(photo.id, added(photo))
  const row = rows.get(photo.id)
  row.className = `hamlet-photo hamlet-photo--${state}`
  row.querySelector('.hamlet-photo__said').textContent = sentence
  row.querySelector('.hamlet-photo__drop').hidden = state !== 'refused'
}

function added(photo) {
  const row = part('photo').content.firstElementChild.cloneNode(true)
  const picture = row.querySelector('img')
  if (photo.thumbnail) picture.src = photo.thumbnail
  else picture.remove()
  row.querySelector('.hamlet-photo__drop').addEventListener('click', () => drop(photo))
  part('list').prepend(row)
  return row
}

async function drop(photo) {
  await queue.remove(photo)
  rows.get(photo.id).remove()
  rows.delete(photo.id)
  form.querySelector('input[type=file]').focus()
}

async function show() {
  const photos = await queue.all(says.owner)
  const unsent = photos.filter((photo) => !photo.problem).length
  part('waiting').textContent = unsent
  part('sign').querySelector('.hamlet-sign__waiting').hidden = false
  part('sign').classList.toggle('hamlet-sign--waiting', unsent > 0)
  if (!unsent) part('signed-out').hidden = true
  for (const photo of photos) {
    if (photo.problem) mark(photo, 'refused', photo.problem)
    else if (!isSending || !rows.has(photo.id)) mark(photo, 'waiting', says.saysWaiting)
  }
}

async function start() {
  queue = await open()
  form.classList.add('hamlet-photos--ready')
  form.addEventListener('change', ({ target }) => {
    if (target.type !== 'file' || !target.files.length) return
    const files = [...target.files]
    target.value = ''
    keepAll(files)
  })
  window.addEventListener('online', sendAll)
  document.addEventListener('visibilitychange', () => { if (!document.hidden) sendAll() })
  setInterval(sendAll, AGAIN_AFTER)
  await show()
  await sendAll()
}

if ('indexedDB' in window) start().catch(console.warn) // else the form is sent as any other
