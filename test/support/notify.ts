import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

/* GOV.UK Notify, as much of it as is used, at its edge: it checks the token, keeps what it takes, and fails when told to. */

const SERVICE = '11111111-1111-4111-8111-111111111111';
const SECRET = '22222222-2222-4222-8222-222222222222';

export type Taken = { id: string; reference: string; to: string; template: string; body: string };
export type NotifyAnswer = { status: number; keep: boolean; body?: unknown };

/**
 * A provider on loopback. `taken` is what it took, in order; `answers` are what it says next, one each, in place of yes.
 * It answers that many milliseconds after it took something.
 */
export async function aNotify({ answersAfter = 0 } = {}) {
  const taken: Taken[] = [];
  const answers: NotifyAnswer[] = [];
  const server = createServer(async (request, response) => {
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!tokenIsOurs(request.headers.authorization ?? ''))
      return json(403, { errors: [{ message: 'Invalid token' }] });
    const url = new URL(request.url ?? '', 'http://localhost');
    if (request.method === 'GET') {
      const reference = url.searchParams.get('reference');
      return json(200, { notifications: taken.filter((one) => one.reference === reference) });
    }
    const sent = JSON.parse(await text(request));
    const { status, keep, body } = answers.shift() ?? { status: 201, keep: true };
    const message: Taken = {
      id: randomUUID(),
      reference: sent.reference,
      to: sent.email_address ?? sent.phone_number,
      template: sent.template_id,
      body: sent.personalisation.body,
    };
    if (keep) taken.push(message);
    if (answersAfter > 0) await setTimeout(answersAfter);
    return json(status, status === 201 ? { id: message.id } : (body ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return {
    taken,
    answers,
    apiKey: `invented-${SERVICE}-${SECRET}`,
    baseUrl: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function tokenIsOurs(authorization: string): boolean {
  const [head = '', claims = '', signature] = authorization.replace('Bearer ', '').split('.');
  const expected = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url');
  return signature === expected && JSON.parse(Buffer.from(claims, 'base64url').toString()).iss === SERVICE;
}
