import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/platform/config/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { openDocumentStore } from '../../src/platform/documents/configured-store.ts';
import type { Services } from '../../src/platform/services.ts';
import { testDatabase } from './database.ts';

export type TestApp = { app: FastifyInstance; services: Services; clock: { now: Date } };

/** The whole service over the real database (or another of the test's own), for one authority's front door, on a clock the test moves. */
export async function testApp(
  authority: number,
  today = '2025-02-03',
  settings: Readonly<Record<string, string>> = {},
  at: { database: Database; databaseUrl: string } = {
    database: testDatabase(),
    databaseUrl: inject('appUrl'),
  },
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-documents-'));
  const config = parseConfig({
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    PUBLIC_FORM_LIMIT: '100000',
    ...settings,
  });
  const clock = { now: new Date(`${today}T10:00:00Z`) };
  const services: Services = {
    config,
    ...at,
    authority: {
      code: authority,
      name: 'Wexcombe',
      email: 'send@wexcombe.example',
      phone: '01632 960 100',
      address: null,
      sendiass: 'Wexcombe SENDIASS',
      mediationAdviser: 'Fairway Mediation',
      safeguarding: 'Wexcombe children’s services, 01632 960 199',
      translationNotice: null,
      brandColour: null,
      demo: true,
    },
    documents: await openDocumentStore(config.documents),
    logger: pino({ level: 'silent' }),
    now: () => clock.now,
  };
  const app = await createApp(services);
  await app.ready();
  return { app, services, clock };
}

/** A browser without scripts: keeps its cookie, sends forms as a form does, follows nothing by itself. */
export function browser({ app }: TestApp) {
  let cookie = '';
  const keep = (headers: Record<string, unknown>) => {
    const set = headers['set-cookie'];
    const first = Array.isArray(set) ? set[0] : set;
    if (typeof first === 'string') cookie = first.split(';')[0] ?? '';
  };
  return {
    signInWith(token: string) {
      cookie = `opensend_session=${token}`;
    },
    async get(url: string) {
      const response = await app.inject({ method: 'GET', url, headers: { cookie } });
      keep(response.headers);
      return response;
    },
    async post(url: string, fields: Record<string, string> = {}) {
      const response = await app.inject({
        method: 'POST',
        url,
        headers: {
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
        payload: new URLSearchParams(fields).toString(),
      });
      keep(response.headers);
      return response;
    },
    /** A form with one file, as a browser sends it. */
    async postFile(url: string, fields: Record<string, string>, file: { name: string; text: string }) {
      const mark = 'between-the-parts';
      const parts = Object.entries(fields).map(
        ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      const sent = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n${file.text}\r\n--${mark}--\r\n`;
      return app.inject({
        method: 'POST',
        url,
        headers: {
          cookie,
          'content-type': `multipart/form-data; boundary=${mark}`,
          'sec-fetch-site': 'same-origin',
        },
        payload: parts.join('') + sent,
      });
    },
    async postJson(url: string, body: unknown) {
      const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      return app.inject({ method: 'POST', url, headers, payload: JSON.stringify(body) });
    },
  };
}
