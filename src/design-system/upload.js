// Sends the files of a form in parts. A lost connection costs one part: it is asked how much has come, and sending goes
// on from there, now or when the same file is chosen again. Without this, or where it cannot run, the form does the same.
const PART = 1024 * 1024;
const LONGEST_WAIT = 30_000;
const SIGNED_OUT =
  'You were signed out. Sign in in another tab, come back here and select ‘Send files’ again';

for (const part of document.querySelectorAll('[data-uploads]')) {
  const form = part.querySelector('form');
  if (form !== null && globalThis.crypto?.subtle !== undefined) enhance(part, form);
}

function enhance(part, form) {
  const said = part.querySelector('[data-upload-progress]');
  const button = form.querySelector('button');
  form.addEventListener('submit', async (event) => {
    const files = [...form.querySelector('input[type=file]').files];
    if (files.length === 0) return;
    event.preventDefault();
    button.disabled = true;
    const refused = [];
    for (const file of files) {
      const answer = await send(part.dataset.uploads, file, (words) => say(said, [...refused, words]));
      if (answer !== null) refused.push(`‘${file.name}’: ${answer}`);
    }
    button.disabled = false;
    if (refused.length === 0) return location.reload();
    say(said, refused);
    // What came is listed by the page drawn anew, which would not say what was refused: they read that, and go on.
    if (refused.length < files.length) said.append(goOn());
  });
}

function goOn() {
  const href = location.pathname + location.search;
  const text = 'The other files have been sent: go on with them';
  const words = Object.assign(document.createElement('p'), { className: 'govuk-body' });
  words.append(
    Object.assign(document.createElement('a'), { className: 'govuk-link', href, textContent: text }),
  );
  return words;
}

function say(where, lines) {
  where.replaceChildren(
    ...lines.map((text) =>
      Object.assign(document.createElement('p'), { className: 'govuk-body', textContent: text }),
    ),
  );
}

/** Sends one file: null when it is there, or what to do. */
async function send(uploads, file, tell) {
  tell(`Reading ${file.name}`);
  if (file.size === 0) return 'The file you chose is empty';
  if (file.size > 50 * PART) return 'The file must be smaller than 50 MB';
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const body = new URLSearchParams({
    name: file.name,
    size: file.size,
    sha256,
    idempotencyKey: crypto.randomUUID(),
  });
  const begun = await ask(tell, () => fetch(uploads, { method: 'POST', body, redirect: 'manual' }));
  if (begun.status !== 201) return whyNot(begun);
  const at = begun.headers.get('location');
  const problem = await sendParts(at, file, tell);
  if (problem !== null) return problem;
  tell(`Checking ${file.name}`);
  const done = await ask(tell, () => fetch(`${at}/completion`, { method: 'POST', redirect: 'manual' }));
  return done.status === 204 ? null : whyNot(done);
}

async function sendParts(at, file, tell) {
  for (let offset = await received(at, tell); offset !== file.size; ) {
    if (typeof offset === 'string') return offset;
    tell(`Sending ${file.name}: ${Math.floor((100 * offset) / file.size)}%`);
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    const body = file.slice(offset, offset + PART);
    const answer = await fetch(at, { method: 'PATCH', headers, body, redirect: 'manual' }).catch(() => null);
    // Lost on the way, or another window was quicker: what has come is asked, not guessed.
    if (answer === null || answer.status >= 500) await new Promise((resolve) => setTimeout(resolve, 1000));
    offset = answer?.status === 204 ? Number(answer.headers.get('upload-offset')) : await received(at, tell);
    if (answer !== null && ![204, 409].includes(answer.status) && answer.status < 500) return whyNot(answer);
  }
  return null;
}

async function received(at, tell) {
  const answer = await ask(tell, () => fetch(at, { redirect: 'manual' }));
  return answer.status === 204 ? Number(answer.headers.get('upload-offset')) : whyNot(answer);
}

/** Asks until there is an answer, waiting longer each time. */
async function ask(tell, request) {
  for (let wait = 1000; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    const answer = await request().catch(() => null);
    if (answer !== null && answer.status < 500) return answer;
    tell('The connection was lost. Sending goes on by itself when it is back. Keep this page open.');
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function whyNot(answer) {
  if (answer.type === 'opaqueredirect' || answer.status === 401) return SIGNED_OUT;
  const problem = await answer.json().catch(() => null);
  return problem?.title ?? 'This file could not be sent. Choose it again';
}

function hex(bytes) {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
