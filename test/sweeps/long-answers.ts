import type { Page } from 'playwright-core';

/* Every field somebody can write in has a limit, says so beside it, and gives back what was typed. */

type Form = {
  action: string;
  multipart: boolean;
  fields: [string, string][];
  texts: string[];
  choices: [string, string][];
};

/** The forms of a page as a browser would send them, and of each the fields for text and the answers to choose from. */
const FORMS = `[...document.forms].filter((form) => form.method === 'post').map((form) => ({
  action: form.action,
  multipart: form.enctype === 'multipart/form-data',
  fields: [...new FormData(form)].filter(([, value]) => typeof value === 'string'),
  texts: [...form.querySelectorAll('textarea, input:not([type]), input[type=text], input[type=email], input[type=tel]')].map(({ name }) => name),
  choices: [...form.querySelectorAll('input[type=radio], input[type=checkbox]')].map(({ name, value }) => [name, value]),
}))`;

const LONG = 'too long '.repeat(12_000).trim();

/** What is wrong with how the page's forms take far too long an answer in each field; nothing where all is well. */
export async function longAnswers(page: Page): Promise<string[]> {
  const forms = (await page.evaluate(FORMS)) as Form[];
  const problems: string[] = [];
  for (const form of forms)
    for (const text of form.texts) {
      const problem = await tooLong(page, form, text);
      if (problem !== null) problems.push(`${new URL(form.action).pathname}, ${text}: ${problem}`);
    }
  return problems;
}

// Some fields are read only with the answer that asks for them: each answer is tried, until one is told of the field.
async function tooLong(page: Page, form: Form, text: string): Promise<string | null> {
  for (const choice of [null, ...form.choices]) {
    const fields = {
      ...Object.fromEntries(form.fields),
      ...(choice && { [choice[0]]: choice[1] }),
      [text]: LONG,
    };
    const answer = await page.context().request.post(form.action, {
      ...(form.multipart ? { multipart: fields } : { form: fields }),
      headers: { 'sec-fetch-site': 'same-origin' },
      maxRedirects: 0,
    });
    if (answer.status() !== 400) return `answered ${answer.status()}`;
    const body = await answer.text();
    if (!body.includes(LONG)) return 'what was typed is lost';
    if (body.includes(`href="#${text.replace(/-(day|month|year)$/, '')}`)) return null;
  }
  return 'nothing says that it is too long';
}
