import type { DefinitionClockProps, PageContext } from '../../../design-system/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Amendment } from '../amending/amendment.ts';
import type { Placed } from '../checking.ts';
import type { Grade } from '../checks/index.ts';
import type { Stage } from '../stage.ts';
import type { Waiting } from '../withholding/held.ts';
import type { OfPlan } from './frame.tsx';

/** One section of the draft, and how far it is. */
export type SectionState = {
  href: string;
  title: string;
  /** What stops the draft from being served. */
  toPutRight: number;
  /** What else the checks find in it; it stops nothing. */
  toLookAt: number;
  /** It says something other than the draft the family has. */
  changed: boolean;
  /** Nothing is written in it. */
  blank: boolean;
};

export type OverviewProps = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  stage: Stage;
  clocks: readonly DefinitionClockProps[];
  sections: readonly SectionState[];
  /** What the checks find in the draft, and its grade. */
  checked: { grade: Grade; findings: readonly Placed[] };
  served: { number: number; lastDay: PlainDate; over: boolean } | null;
  /** Comments not answered, and meetings not held. */
  waiting: number;
  /** Words suggested for the draft that wait for an answer. */
  suggested: number;
  healthToAgree: boolean;
  /** The plan in force, also while an amendment of it is open. */
  inForce: { on: PlainDate; version: number; documentId: string | null } | null;
  /** Organisations that a version is held from. */
  held: readonly Waiting[];
  today: PlainDate;
  amendment: Pick<Amendment, 'number' | 'noticeSentOn'> | null;
  /** The file a plan written elsewhere was brought in from. */
  broughtIn: { conversionId: string; title: string; by: string } | null;
};

/** How much stops the draft from going to the family. */
export function leftIn({ findings }: OverviewProps['checked']): number {
  return findings.filter(({ severity }) => severity === 'blocking').length;
}
