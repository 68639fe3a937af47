import { found } from '../../../platform/http/errors.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { canonicalJson } from '../changes.ts';
import { findWords } from '../frozen/store.ts';
import { viewOf } from '../frozen/view.ts';
import { sha256 } from '../hash.ts';
import type { PlanView } from '../rendering/index.ts';
import { planSections } from '../rendering/sections.ts';
import { findVersion, type Version } from '../version-store.ts';
import { NOTICE } from './frame.ts';
import { type Language, languageOf } from './languages.ts';
import { type Standing, standingOf } from './matching.ts';
import { type Piece, piecesOf, type SaidSection, saidIn } from './pieces.ts';
import { listTranslations, type Translation } from './store.ts';

/** One version as it is translated: its words as they were sent, each with its key. */
export type OpenVersion = {
  versionId: Uuid;
  planId: Uuid;
  view: PlanView;
  said: readonly SaidSection[];
  pieces: readonly Piece[];
  /** What stands at its head, as the authority says it. */
  notice: string;
  /** Of those words. */
  wordsHash: string;
};

/** The version there is to translate: the plan in force, or the draft with the family. */
export function toTranslate(versions: readonly Version[]): Version | undefined {
  return versions.findLast(({ kind }) => kind === 'final') ?? versions.at(-1);
}

export async function openVersion(
  tx: Tx,
  services: Services,
  versionId: Uuid,
  reference: string,
): Promise<OpenVersion> {
  const version = found(await findVersion(tx, versionId));
  const view = { ...(await viewOf(tx, services, version)), reference };
  // The words as they were kept; laid out for a version from before they were, and for whoever has the plan and not those.
  const sections = (await findWords(tx, versionId))?.sections ?? planSections(view);
  const said = saidIn(sections, version.content);
  const notice = services.authority.translationNotice ?? NOTICE;
  const { planId } = version;
  const wordsHash = sha256(canonicalJson(sections));
  return { versionId, planId, view, said, pieces: piecesOf(said, notice), notice, wordsHash };
}

/** A version in one language: what of it is translated, and what was translated last. */
export type InLanguage = {
  language: Language;
  standing: readonly Standing[];
  /** The last that was kept, of whichever version; null while none was. */
  last: Translation | null;
};

export function inLanguage(
  { pieces }: Pick<OpenVersion, 'pieces'>,
  language: Language,
  all: readonly Translation[],
): InLanguage {
  const kept = all.filter((one) => one.kept !== null && one.language === language.tag);
  return {
    language,
    standing: standingOf(
      pieces,
      kept.map(({ rows }) => rows),
    ),
    last: kept[0] ?? null,
  };
}

/** The languages a plan can be read in beside English: those something was kept in, as far as this lens shows it. */
export async function languagesOfPlan(tx: Tx, planId: Uuid): Promise<Language[]> {
  const kept = (await listTranslations(tx, planId)).filter((one) => one.kept !== null);
  return [...new Set(kept.map(({ language }) => language))].flatMap((tag) => languageOf(tag) ?? []);
}
