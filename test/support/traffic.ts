import { createHash, randomUUID } from 'node:crypto';
import { englishDay } from '../../src/shared/plain-date.ts';
import type { Family, Installation } from './installation.ts';

/* What people do to a case, over HTTP: the same acts whether the service is killed meanwhile or asked as much as an hour brings. */

export type Call = {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  cookie: string;
  body?: URLSearchParams | string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};
export type Answer = { status: number; location: string; text: string };
/** Asks for something until it is answered, or once: an answer of 500 and more, or none, is no answer. */
export type Ask = (call: Call) => Promise<Answer>;

/** Asks once. A status of 0 is no answer. */
export async function askOnce(
  address: string,
  { method, path, cookie, body, headers }: Call,
): Promise<Answer> {
  try {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { cookie: `opensend_session=${cookie}`, 'sec-fetch-site': 'same-origin', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      text: await answer.text(),
    };
  } catch {
    return { status: 0, location: '', text: '' };
  }
}

/** The acts on a case; each is over when its last answer has come. `ask` and `find` are how the caller asks for things. */
export function actsOn(
  { staffCookie, adviserCookie, organisationId }: Installation,
  ask: Ask,
  find: (text: string) => Promise<{ id: string }[]>,
) {
  /** Sends a form under the key it was made with, as a browser's “try again” does. */
  async function send(path: string, cookie: string, fields: Record<string, string>): Promise<void> {
    const body = new URLSearchParams({ ...fields, idempotencyKey: randomUUID() });
    const { status } = await ask({ method: 'POST', path, cookie, body });
    if (status !== 303) throw new Error(`${path} was answered ${status}`);
  }

  const one = async (text: string) => (await find(text))[0]?.id ?? '';

  return {
    fromFamily: ({ childId, cookie }: Family, body: string) =>
      send(`/family/${childId}/messages`, cookie, { body, from: 'A parent' }),

    fromStaff: ({ childId }: Family, body: string) =>
      send(`/cases/${childId}/messages`, staffCookie, { body }),

    decide: ({ requestId }: Family) =>
      send(`/requests/${requestId}/decision`, staffCookie, {
        hasOrMayHaveSen: 'yes',
        provisionMayBeNecessary: 'yes',
        evidence: 'The school’s records.',
        reasons: 'They may need more than the school can give.',
        whatWouldChange: 'Nothing now.',
        ...today('decidedOn'),
      }),

    /** Of a child it was decided to assess. */
    async askForAdvice({ childId }: Family): Promise<void> {
      const assessmentId = await one(`select id from assessments where child_id = '${childId}'`);
      const wanted = { paragraph: 'd', adviserName: 'David Lindqvist', questions: 'How do they learn best?' };
      const path = `/assessments/${assessmentId}/advice-requests`;
      await send(path, staffCookie, { ...wanted, organisationId, contactId: '', documents: '' });
    },

    /** Of a child advice was asked for about. */
    async signAdvice({ childId }: Family): Promise<void> {
      const id = await one(`select id from advice_requests where child_id = '${childId}'`);
      await send(`/advice/${id}/statement`, adviserCookie, {
        text: 'They learn best by doing.',
        notKnown: '',
        version: '1',
      });
      const shown = await ask({ method: 'GET', path: `/advice/${id}/signature`, cookie: adviserCookie });
      const version = /name="version" value="(\d+)"/.exec(shown.text)?.[1] ?? '';
      const signer = { name: 'David Lindqvist', role: 'Educational psychologist', confirmed: 'yes' };
      await send(`/advice/${id}/signature`, adviserCookie, { ...signer, version, ...today('signedOn') });
    },

    /** Sends a file in parts, as the page's script does, and puts it on the file. */
    async upload({ childId, cookie }: Family, title: string): Promise<void> {
      const bytes = new TextEncoder().encode(`A letter about ${title}.\n`);
      const told = {
        name: 'letter.txt',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
      const json = { 'content-type': 'application/json' };
      const begun = await ask({
        method: 'POST',
        path: `/children/${childId}/uploads`,
        cookie,
        body: JSON.stringify({ ...told, idempotencyKey: randomUUID() }),
        headers: json,
      });
      const path = begun.location;
      // One that came though its answer did not is answered 409: it is there.
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
      const sent = await ask({ method: 'PATCH', path, cookie, body: bytes, headers });
      const whole = await ask({
        method: 'POST',
        path: `${path}/completion`,
        cookie,
        body: '{}',
        headers: json,
      });
      if (![204, 409].includes(sent.status) || whole.status !== 204)
        throw new Error(`${path} was answered ${begun.status}, ${sent.status} and ${whole.status}`);
      const uploads = path.split('/').at(-1) ?? '';
      await send(`/children/${childId}/documents`, cookie, { kind: 'letter', title, uploads });
    },
  };
}

function today(name: string): Record<string, string> {
  const [year = '', month = '', day = ''] = englishDay(new Date()).split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}
