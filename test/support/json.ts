import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TestApp } from './app.ts';

export type JsonClient = ReturnType<typeof jsonClient>;

/** Another system, which is signed in as somebody and speaks JSON; each call has a key of its own unless it gives one. */
export function jsonClient({ app }: TestApp, token: string) {
  const send = async (method: 'GET' | 'POST', url: string, payload?: object, key: string = randomUUID()) => {
    const headers = { cookie: `opensend_session=${token}`, 'idempotency-key': key };
    const sent = payload === undefined ? {} : { payload };
    const answer = await app.inject({ method, url, headers, ...sent });
    return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() };
  };
  return {
    get: (url: string) => send('GET', url),
    post: (url: string, payload: object = {}, key?: string) => send('POST', url, payload, key),
  };
}

/** A refusal as every system meets it: a problem document that says what to do, at its field. */
export function refusal(field: string, title: unknown) {
  return {
    status: 422,
    type: expect.stringContaining('application/problem+json'),
    body: { type: 'about:blank', status: 422, field, title },
  };
}
