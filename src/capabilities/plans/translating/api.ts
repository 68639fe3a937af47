import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idIn } from '../../../platform/http/address.ts';
import { dayField, textField } from '../../../platform/http/forms.ts';
import { day, noun } from '../../../platform/http/json.ts';
import type { Services } from '../../../platform/services.ts';
import { readsFile, staff } from '../plan-routes.tsx';
import { stampOf } from '../rendering/index.ts';
import { inAddress, openLanguage } from './address.ts';
import { keepOnce, receiveFile } from './receiving.ts';

/** What is said of a translation to keep it. */
export const keeping = z.object({
  translator: textField('Enter who translated it', 200),
  translatedOn: dayField('the day it was translated'),
  checkedHow: textField('Enter how it was checked, and by whom', 2000),
});
const sending = z.object({
  file: z.string().min(1, 'Choose a file').describe('The translator’s file: XLIFF 2.1 or CSV'),
});
const answer = z.object({
  language: z.string(),
  version: z.string().describe('The version to translate, as every page of it is stamped'),
  rows: z.array(
    z.object({
      key: z.string().describe('The same for the same part of every version'),
      where: z.string(),
      english: z.string(),
      translation: z.string().nullable(),
      outOfDate: z.boolean().describe('It was translated, and says something else now'),
    }),
  ),
  received: z.array(z.object({ id: z.uuid(), on: day, by: z.string(), parts: z.int(), kept: z.boolean() })),
});

/** A plan in other languages as JSON: its rows, a translator’s file that came back, and keeping it. */
export function translatingApi(app: FastifyInstance, services: Services): void {
  const one = '/plans/:planId/translations/:language';
  const json = noun(app, `/api${one}`, {
    summary: 'The newest version of a plan that was sent, in another language, part by part',
    tag: 'plans',
    may: readsFile,
    answer,
    show: async (request) => {
      const { open, shown, all } = await openLanguage(request, services);
      return {
        language: shown.language.tag,
        version: stampOf(open.view),
        rows: shown.standing.map(({ words: translation, ...row }) => ({ ...row, translation })),
        received: all
          .filter(({ language }) => language === shown.language.tag)
          .map(({ id, receivedOn: on, receivedBy: by, rows, kept }) => ({
            id,
            on,
            by,
            parts: rows.length,
            kept: kept !== null,
          })),
      };
    },
  });
  json(`/api${one}`, {
    summary: 'Add a translator’s file that came back; refused whole where any of it is not as it should be',
    may: { access: staff },
    form: sending,
    act: (request, { file }) =>
      receiveFile(request, services, { ...inAddress(request), bytes: Buffer.from(file) }),
  });
  json(`/api${one}/:translationId`, {
    summary: 'Keep a translation that somebody has looked at, so that the family reads it',
    may: { access: staff },
    form: keeping,
    act: (request, form) =>
      keepOnce(request, services, { ...inAddress(request), id: idIn(request, 'translationId') }, form),
  });
}
