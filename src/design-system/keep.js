// Keeps what is typed in a form for whoever types it, so that a closed tab loses nothing. It changes no record: pressing Save
// does. Nothing stays in the browser. Without this, the form is as it was.
const QUIET = 1500;
const AGAIN = 15_000;

for (const form of document.querySelectorAll('form[data-keep]')) keep(form);

function keep(form) {
  const said = form.querySelector('[data-kept]');
  const press = form.dataset.keepPress;
  let timer = 0;
  let sending = null;
  let typedSince = false;
  let over = false;

  form.addEventListener('input', () => later(QUIET));
  form.addEventListener('change', () => later(QUIET));
  form.addEventListener('submit', () => {
    over = true;
    clearTimeout(timer);
    sending?.abort();
  });
  // A form refused and shown again, or a page come back to, is being written still.
  addEventListener('pageshow', () => {
    over = false;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && typedSince) send();
  });

  function later(wait) {
    typedSince = true;
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  }

  async function send() {
    clearTimeout(timer);
    if (over) return;
    typedSince = false;
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string') fields[name] = name in fields ? `${fields[name]},${value}` : value;
    }
    const body = JSON.stringify({ form: form.dataset.keepForm, fields: JSON.stringify(fields) });
    const headers = { 'content-type': 'application/json' };
    sending = new AbortController();
    const answer = await fetch(form.dataset.keep, {
      ...{ method: 'POST', headers, body, redirect: 'manual', signal: sending.signal },
      // A request outlives its page only while it is small.
      keepalive: body.length < 60_000,
    }).catch(() => null);
    if (over) return;
    if (answer?.ok)
      say(
        `Kept for you at ${timeNow()}. ${press === 'Send' ? 'It is not sent until you press Send.' : 'Press Save to put it in the plan.'}`,
      );
    else if (answer?.status === 401 || answer?.type === 'opaqueredirect')
      say(`You were signed out. Press ${press} and sign in: what you typed comes back.`);
    else if (answer?.status === 422 || answer?.status === 413)
      say(`This is too long to keep for you. Press ${press}, or shorten it.`);
    else {
      say('The connection was lost, so this is not kept yet. It is tried again by itself.');
      later(AGAIN);
    }
  }

  function say(words) {
    said.textContent = words;
  }
}

function timeNow() {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
