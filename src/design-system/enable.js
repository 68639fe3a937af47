// Runs before the page is shown, so that what only scripts can open is closed from the start, and not a moment later.
document.body.className += ` js-enabled${'noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : ''}`;
