// Runs first in <body>, before anything is drawn: parts that only make sense with scripts may now show themselves.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
