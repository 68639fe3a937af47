import { z } from 'zod';
import { choiceField, optionalDayField, optionalText } from '../../platform/http/forms.ts';
import type { Actor } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';

const KIND_NAMES = ['report', 'letter', 'recording', 'other'] as const;

export const detailsSchema = z.object({
  kind: choiceField(KIND_NAMES, 'Choose what you are sending'),
  title: optionalText(150),
  writtenBy: optionalText(200),
  writtenOn: optionalDayField('the date on it'),
  join: z.string().default(''),
  uploads: z.string().default(''),
  withhold: z.string().default(''),
  ground: z.string().max(300, 'Choose the ground you rely on').default(''),
  reason: optionalText(2000),
  reviewBy: optionalDayField('the day of the review'),
  reviewer: z.string().max(100).default(''),
});

/** What a script says of a file before it sends it in parts. */
export const uploadSchema = z.object({
  name: z.string().min(1).max(300),
  size: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const whichSchema = z.object({ uploadId: z.string().default(''), move: z.string().default('') });

/** Where somebody came from, by who they are. */
export function backFrom(actor: Actor | null, childId: Uuid): { href: string; text: string } {
  switch (actor?.kind) {
    case 'staff':
      return { href: `/cases/${childId}`, text: 'Case' };
    case 'organisation':
      return { href: '/inbox', text: 'Inbox' };
    default:
      return { href: `/family/${childId}`, text: 'Where things are' };
  }
}
