// The behaviours of GOV.UK Frontend that our pages use; bundled into static/ui/vendor/frontend.js.
export { Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink, Tabs, createAll } from 'govuk-frontend'
