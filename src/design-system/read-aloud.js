// Reads an Easy Read page aloud, where the browser itself can. Only a voice on this device is used: some browsers send what
// they read to somebody else. Without this, or without such a voice, the page is whole.
const page = document.querySelector('[data-read-aloud]');
const speech = globalThis.speechSynthesis;
let offered = false;

if (page !== null && speech !== undefined) {
  offer();
  // Voices come late in some browsers.
  speech.addEventListener('voiceschanged', offer);
}

function ownVoice() {
  return speech.getVoices().find(({ localService, lang }) => localService && /^en\b/i.test(lang));
}

function offer() {
  if (offered || ownVoice() === undefined) return;
  offered = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary opensend-not-printed';
  const say = (reading) => {
    button.textContent = reading ? 'Stop reading' : 'Read this page to me';
  };
  say(false);
  page.querySelector('h1').after(button);
  let reading = false;
  const stop = () => {
    reading = false;
    speech.cancel();
    say(false);
  };
  button.addEventListener('click', () => {
    if (reading) return stop();
    reading = true;
    say(true);
    speech.cancel();
    const lines = linesOf(page);
    lines.forEach((line, place) => {
      const words = new SpeechSynthesisUtterance(line);
      words.voice = ownVoice() ?? null;
      words.lang = 'en-GB';
      words.rate = 0.9;
      if (place === lines.length - 1) words.addEventListener('end', stop);
      speech.speak(words);
    });
  });
  addEventListener('pagehide', () => speech.cancel());
}

function linesOf(page) {
  const shown = page.querySelectorAll(
    'h1, h2, .opensend-easy__words > .govuk-body, .opensend-easy__quote, label, legend',
  );
  return [...shown].map(({ innerText }) => innerText.trim()).filter((words) => words !== '');
}
