import { randomUUID } from 'node:crypto';
import { createServer as listenTo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { colleagues, joinBySignIn } from '../../src/capabilities/colleagues/index.ts';
import { parseConfig } from '../../src/platform/config/index.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { identity } from '../../src/platform/identity/index.ts';
import type { OfferedPerson } from '../../src/platform/identity/local-provider/person.ts';
import type { Services } from '../../src/platform/services.ts';
import type { TestApp } from './app.ts';
import { ownerPool } from './database.ts';

export type SignInService = { app: FastifyInstance; services: Services; baseUrl: string };

/** A service of nothing but signing in and one page for each kind of person, on a real port, with people of its own. */
export async function signInService(
  test: TestApp,
  people: readonly OfferedPerson[],
  settings: Record<string, string> = {},
): Promise<SignInService> {
  const port = await freePort();
  const config = parseConfig({ PORT: String(port), PUBLIC_FORM_LIMIT: '100000', ...settings });
  const services = { ...test.services, config };
  const app = await createServer(services, { navigation: () => [] });
  await identity(app, services, {
    people,
    home: (actor) => `/only/${actor.kind}`,
    join: joinBySignIn(services),
  });
  colleagues(app, services);
  for (const access of ['staff', 'organisation', 'family'] as const) {
    app.get(`/only/${access}`, { config: { access } }, async (request) => request.actor);
  }
  await app.listen({ port, host: 'localhost' });
  return { app, services, baseUrl: config.baseUrl };
}

/** Somebody an issuer knows; an account is made for their address only when asked for. */
export function aPerson(kind: OfferedPerson['kind'], name: string): OfferedPerson {
  const subject = randomUUID();
  return { subject, name, email: `${subject}@people.example`, kind, does: `Does what ${name} does` };
}

export async function anAccountFor(person: OfferedPerson, authority: number): Promise<string> {
  const id = randomUUID();
  await ownerPool().query('insert into accounts (id, kind, email, name) values ($1, $2, $3, $4)', [
    id,
    person.kind,
    person.email.toUpperCase(),
    person.name,
  ]);
  if (person.kind === 'staff') {
    await ownerPool().query(
      `insert into staff_roles (authority_id, account_id, role, name) values ($1, $2, 'caseworker', $3)`,
      [authority, id, person.name],
    );
  }
  return id;
}

/** A browser without scripts, over the network: keeps its cookies, follows redirects one at a time. */
export function networkBrowser(baseUrl: string) {
  const jar = new Map<string, string>();
  const go = async (address: string, form?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, baseUrl), {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      body: await response.text(),
      address: new URL(address, baseUrl).href,
    };
  };
  const follow = async (address: string, until: (address: string) => boolean = () => false) => {
    let answer = await go(address);
    while (answer.location !== '' && !until(answer.location)) {
      answer = await go(new URL(answer.location, answer.address).href);
    }
    return answer;
  };
  return {
    jar,
    go,
    follow,
    /** Up to the issuer's answer: the address it sends the browser back to, not yet opened. */
    async chosen(person: OfferedPerson, to = '/'): Promise<string> {
      const page = await follow(`/sign-in?to=${encodeURIComponent(to)}`);
      const sent = await go(page.address, { person: person.subject });
      const back = await follow(sent.location, (address) => address.includes('/sign-in/return'));
      return back.location;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = listenTo();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
