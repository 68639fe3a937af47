import { findPeople } from '../../../platform/identity/first-person.ts';
import { withLens } from '../../../platform/lens/index.ts';
import { sendLetter } from '../../../platform/notifications/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { OWN } from './doors.ts';
import { claimNudge, listNudgeable, type Nudged } from './nudge-store.ts';
import { type Nudge, notSince, nudgeFor, nudgeLetter } from './nudging.ts';
import { listDeclared } from './store.ts';

/**
 * Reminds a setting's own people that what it says is getting old: each of them, at most once a week, and only where
 * somebody signs in for it. Every night; returns how many settings were reminded. One that cannot be written to keeps no
 * other waiting: the night is tried again for it alone.
 */
export async function remindSettings(services: Services): Promise<number> {
  const { database, authority, config } = services;
  const system = { kind: 'system', authorityId: authority.code } as const;
  const today = englishDay(services.now());
  const due = await withLens(database, system, async (tx) => {
    const able = await listNudgeable(tx, notSince(today));
    const declared = await listDeclared(
      tx,
      able.map(({ settingId }) => settingId),
    );
    const nudges = new Map(
      declared.map((one) => [one.settingId, nudgeFor(one, today, config.settingShelves)]),
    );
    return able.flatMap((setting) => {
      const nudge = nudges.get(setting.settingId) ?? null;
      return nudge === null ? [] : [{ setting, nudge }];
    });
  });
  const people = await findPeople(
    database,
    due.map(({ setting }) => setting.organisationId),
  );
  let sent = 0;
  let failure: unknown;
  for (const { setting, nudge } of due) {
    const theirs = people.filter(({ organisationId }) => organisationId === setting.organisationId);
    if (theirs.length === 0) continue;
    try {
      if (await remind(services, { setting, nudge, theirs })) sent += 1;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return sent;
}

type Reminding = { setting: Nudged; nudge: Nudge; theirs: readonly { name: string; email: string }[] };

function remind(services: Services, { setting, nudge, theirs }: Reminding): Promise<boolean> {
  const { database, authority, config } = services;
  const today = englishDay(services.now());
  return withLens(database, { kind: 'system', authorityId: authority.code }, async (tx) => {
    const claim = { settingId: setting.settingId, on: today, since: notSince(today) };
    if (!(await claimNudge(tx, { ...claim, throughAuthority: authority.code }))) return false;
    const words = nudgeLetter(setting.name, nudge, `${config.baseUrl}${OWN}`);
    for (const { name, email } of theirs) {
      const to = { kind: 'somebody', name, email } as const;
      await sendLetter(tx, {
        ...{ authorityId: authority.code, childId: null, to, template: 'what a setting says', ...words },
      });
    }
    return true;
  });
}
