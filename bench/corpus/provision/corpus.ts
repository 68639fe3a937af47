import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/* Provision lines invented for this project, with what a careful reader says each leaves out; see guide.md beside this file. */

/** The six parts a provision line is asked for, named as the plan names them. */
export const PROVISION_PARTS = ['what', 'who', 'ratio', 'frequency', 'durationEachTime', 'review'] as const;

const line = z.strictObject({
  id: z.string().regex(/^[BCDH]\d{3}$/),
  section: z.enum(['F', 'G', 'H1', 'H2']),
  text: z.string().trim().min(1),
  specific: z.boolean(),
  missing: z.array(z.enum(PROVISION_PARTS)),
});
const lines = z.array(line);

/** A provision line, whether it is specific, and which parts it leaves out. */
export type LabelledLine = z.infer<typeof line>;

/** A file of lines beside this one. */
export type ProvisionPart = 'building' | 'building-2' | 'building-3' | 'held-out';

/** The lines checks are built against, in the order they were written, or those kept back to measure them. */
export function provisionLines(part: ProvisionPart): LabelledLine[] {
  return lines.parse(JSON.parse(readFileSync(join(import.meta.dirname, `${part}.json`), 'utf8')));
}
