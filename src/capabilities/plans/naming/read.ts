import type { Tx } from '../../../platform/lens/index.ts';
import { listConsultations } from '../consultation-store.ts';
import { withdrawnOn } from '../consulting/acts.ts';
import type { PlanFacts } from '../facts.ts';
import type { Plan } from '../store.ts';
import { listVersions } from '../version-store.ts';
import { isMainstreamSetting } from './mainstream.ts';
import { readMainstream } from './register.ts';
import { listNamings } from './store.ts';
import { wantsHash, wantsOf } from './wants.ts';

/** What the decision on Section I has before it, and the decisions made, newest first, each with the plan it made final. */
export async function readNamings(tx: Tx, plan: Plan, facts: PlanFacts) {
  const register = await readMainstream(tx, facts, null);
  const kept = await listNamings(tx, plan.id);
  const finals = (await listVersions(tx, plan.id)).filter(({ kind }) => kind === 'final');
  const wants = wantsOf(facts);
  return {
    over: wantsHash(wants),
    wants: wants.map((want, place) => ({
      n: place + 1,
      from: want.from,
      receivedOn: want.receivedOn,
      kind: want.kind,
      settingId: want.setting.settingId,
      name: want.setting.name,
      mainstream: isMainstreamSetting(want.setting, register),
    })),
    consulted: (await listConsultations(tx, { planId: plan.id }))
      .filter((one) => withdrawnOn(one) === null)
      .map((one) => ({
        settingId: one.settingId,
        name: one.settingName,
        on: one.sentOn,
        copySentOn: one.copySentOn,
        canMeetNeeds: one.answer?.canMeetNeeds ?? null,
      })),
    decisions: finals.toReversed().map(({ id, number, sentOn }) => ({
      version: number,
      issuedOn: sentOn,
      decision: kept.get(id) ?? null,
    })),
  };
}
