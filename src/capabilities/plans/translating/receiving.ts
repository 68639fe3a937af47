import type { FastifyRequest } from 'fastify';
import { found } from '../../../platform/http/errors.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, isBefore, type PlainDate } from '../../../shared/plain-date.ts';
import { accepted, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { staffName } from '../plan-routes.tsx';
import { happened, openForActing } from '../post.ts';
import { referenceOf } from '../reference-store.ts';
import { listVersions } from '../version-store.ts';
import type { Language } from './languages.ts';
import { openVersion, toTranslate } from './opening.ts';
import { readTranslatorsFile } from './reading.ts';
import { checkReturned, type Problem } from './returned.ts';
import { insertTranslation, keepTranslation, listTranslations, type Translation } from './store.ts';

/** What came of a file: where it is looked at, or all that is wrong with it. */
export type FileOutcome = Outcome & { problems?: readonly Problem[] };

/** Takes a translator's file of the version there is to translate. Refuses it whole where any of it is not as it should be. */
export async function receiveFile(
  request: FastifyRequest,
  services: Services,
  { planId, language, bytes }: { planId: Uuid; language: Language; bytes: Uint8Array },
): Promise<FileOutcome> {
  const file = readTranslatorsFile(bytes);
  let problems: readonly Problem[] = [];
  const outcome = await request.once(async (tx) => {
    const { plan } = await openForActing(tx, planId);
    if (!file.ok) return file;
    const versions = await listVersions(tx, planId);
    const version = toTranslate(versions);
    if (version === undefined) return refused('file', NOTHING_SENT);
    const open = await openVersion(tx, services, version.id, await referenceOf(tx, plan));
    const earlier = versions.map(({ id }) => id).filter((id) => id !== version.id);
    const { pieces, wordsHash } = open;
    const checked = checkReturned(file.value, { versionId: version.id, earlier, language, pieces });
    if (!checked.ok) {
      problems = checked.problems;
      return refused('file', sayProblems(checked.problems));
    }
    const given = { versionId: version.id, language: language.tag, wordsHash, rows: checked.value };
    const by = { on: englishDay(services.now()), by: staffName(request) };
    const id = await insertTranslation(tx, plan, { ...given, ...by });
    await happened(tx, plan, 'translation of the plan came back', id, { data: { language: language.tag } });
    return accepted(`/plans/${planId}/translations/${language.tag}/${id}`);
  });
  return { ...outcome, problems };
}

export const NOTHING_SENT = 'No version of this plan has been sent yet, so there is nothing to translate';

function sayProblems([first, ...others]: readonly Problem[]): string {
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${first?.where ?? ''}: ${first?.why ?? ''}${more}. Nothing in the file was kept`;
}

export type Keep = { translator: string; translatedOn: PlainDate; checkedHow: string };

/** Keeps a translation somebody has looked at: from then on the family reads it. */
export function keepOnce(
  request: FastifyRequest,
  services: Services,
  { planId, language, id }: { planId: Uuid; language: Language; id: Uuid },
  said: Keep,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const { plan } = await openForActing(tx, planId);
    const today = englishDay(services.now());
    if (isBefore(today, said.translatedOn))
      return refused('translatedOn', 'The day it was translated must be today or in the past');
    const ofThis = (one: Translation) => one.id === id && one.language === language.tag;
    found((await listTranslations(tx, planId)).find(ofThis));
    if (!(await keepTranslation(tx, id, { ...said, on: today, by: staffName(request) }, services.now())))
      return refused('translator', 'Somebody has kept this translation already');
    await happened(tx, plan, 'translation of the plan kept', id, { data: { language: language.tag } });
    return accepted(`/plans/${planId}/translations/${language.tag}`);
  });
}
