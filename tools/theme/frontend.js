// The behaviours of GOV.UK Frontend that our pages use; bundled into static/ui/vendor/frontend.js.
export { Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, Radios, SkipLink, createAll } from 'govuk-frontend'
