// Starts the behaviours of the page. Every page also works without this file.
import {
  Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, Radios, SkipLink, createAll,
} from '../vendor/frontend.js'

const behaviours = [Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, Radios, SkipLink]

function start(scope) {
  behaviours.forEach((behaviour) => createAll(behaviour, undefined, { scope, onError: console.warn }))
}

// Copies by selecting, because the clipboard interface is closed on plain HTTP.
function copy(button) {
  const field = document.getElementById(button.dataset.copy)
  field.select()
  document.execCommand('copy')
  document.getElementById(button.dataset.copied).hidden = false
}

function isTyping(element) {
  return element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName)
}

// "/" goes to the search box, "?" shows the keys; never while someone types.
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const search = document.getElementById('tim-kiem')
  const keys = document.getElementById('phim-tat')
  if (event.key === '/' && search) {
    event.preventDefault()
    search.select()
  } else if (event.key === '?' && keys && !keys.open) {
    event.preventDefault()
    keys.showModal()
  }
}

function onClick(event) {
  const button = event.target.closest('button')
  if (!button) return
  if (button.dataset.copy) copy(button)
  if (button.dataset.opens) document.getElementById(button.dataset.opens).showModal()
}

// The user's menu shuts when one looks elsewhere.
function shutMenus(event) {
  document.querySelectorAll('details.nd-user[open]').forEach((menu) => {
    if (event.key === 'Escape' || (event.type === 'click' && !menu.contains(event.target))) menu.open = false
  })
}

// A filter stands open on a wide screen and shut on a phone.
function foldFilters() {
  if (window.innerWidth >= 769) return
  document.querySelectorAll('details[data-fold]').forEach((details) => { details.open = false })
}

// On a phone the entries stand in one row that scrolls: the current one comes into sight.
function showCurrentEntry() {
  const entry = document.querySelector('.moj-side-navigation__item--active')
  if (!entry) return
  const row = entry.closest('.moj-side-navigation')
  row.scrollLeft += entry.getBoundingClientRect().left - row.getBoundingClientRect().left - 40
}

document.addEventListener('keydown', onKey)
document.addEventListener('keydown', shutMenus)
document.addEventListener('click', onClick)
document.addEventListener('click', shutMenus)
document.addEventListener('htmx:load', ({ detail: { elt } }) => { if (elt !== document.body) start(elt) })
foldFilters()
showCurrentEntry()
start(document)
