// Copies what was built and what is taken as it is into the package, and writes VENDORED.json.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const target = process.argv[2] ?? join(import.meta.dirname, '../../src/nghedan/foundation/ui/static/ui')
const versions = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version

const GOVUK = { package: 'govuk-frontend', licence: 'licenses/govuk-frontend.txt' }
const MOJ = { package: '@ministryofjustice/frontend', licence: 'licenses/moj-frontend.txt' }
const FONT = { package: '@fontsource/be-vietnam-pro', licence: 'licenses/be-vietnam-pro.txt' }
const HTMX = { package: 'htmx.org', licence: 'licenses/htmx.txt' }
const moj = 'node_modules/@ministryofjustice/frontend/moj/assets/images'
const font = 'node_modules/@fontsource/be-vietnam-pro/files'

const files = [
  { name: 'theme.css', from: 'build/theme.css', sources: [GOVUK, MOJ] },
  { name: 'vendor/frontend.js', from: 'build/frontend.js', sources: [GOVUK] },
  { name: 'vendor/htmx.min.js', from: 'node_modules/htmx.org/dist/htmx.min.js', sources: [HTMX] },
  ...['icon-close-cross-black', 'icon-document', 'icon-tag-remove-cross', 'icon-tag-remove-cross-white', 'icon-toggle-plus-minus'].map(
    (icon) => ({ name: `images/${icon}.svg`, from: `${moj}/${icon}.svg`, sources: [MOJ] })),
  ...['latin', 'latin-ext', 'vietnamese'].flatMap((subset) => [400, 600].map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`)).map(
    (file) => ({ name: `fonts/${file}`, from: `${font}/${file}`, sources: [FONT] })),
]

const entries = files.map(({ name, from, sources }) => {
  const path = join(target, name)
  mkdirSync(dirname(path), { recursive: true })
  copyFileSync(from, path)
  return {
    name,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    sources: sources.map((source) => ({ package: source.package, version: versions(source.package), licence: source.licence })),
  }
})
writeFileSync(join(target, 'VENDORED.json'), JSON.stringify(entries, null, 2) + '\n')
