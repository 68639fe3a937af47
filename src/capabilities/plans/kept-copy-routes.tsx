import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { optionalText, readForm, type Typed, tidied } from '../../platform/http/forms.ts';
import { moment, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, refused } from '../../shared/result.ts';
import { copyOf, isWorthOffering, type KeptCopy } from './kept-copy.ts';
import { dropCopy, keepCopy, listCopies, noteWriter } from './kept-copy-store.ts';
import { type WritingHere, withCopy } from './pages/kept-copy.tsx';
import { SAYING_DOORS, type SayingDoor } from './saying-sending.ts';
import type { Plan } from './store.ts';

const FORM = /^\/[a-z0-9/-]{1,190}$/;
const keepingSchema = z.object({
  form: z.string().regex(FORM, 'Say which form it is, by its address under the plan'),
  fields: z.string().max(400_000, 'This is too long to keep'),
});
const droppingSchema = z.object({ form: optionalText(200) });

/** What is typed and not saved, kept for whoever typed it: by a script as they type, offered back where they write. */
export function keptCopyRoutes(app: FastifyInstance, services: Services): void {
  for (const door of SAYING_DOORS) {
    const url = `${door.route}/working-copies`;
    const may = { access: door.access };
    const takes = noun(app, `/api${url}`, {
      summary: 'Which forms of a draft the caller has typed into and not saved; not what they typed',
      tag: 'plans',
      may,
      answer: z.object({ copies: z.array(z.object({ form: z.string(), savedAt: moment })) }),
      show: async (request) => {
        const plan = await door.plan(request);
        const copies = await request.act((tx) => listCopies(tx, plan.id));
        return { copies: copies.map(({ form, savedAt }) => ({ form, savedAt })) };
      },
    });
    takes(`/api${url}`, {
      summary: 'Keep what the caller has typed into a form, as JSON text; the draft is not changed',
      may,
      form: keepingSchema,
      act: (request, form) => keepOnce(request, services, door, form),
    });
    takes(`/api${url}/removal`, {
      summary: 'Throw away what the caller typed into a form and did not save',
      may,
      form: droppingSchema,
      act: (request, form) => dropOnce(request, door, form.form),
    });
    app.post(`${url}/removal`, { config: may }, async (request, reply) => {
      const read = readForm(droppingSchema, request.body);
      const form = read.ok ? read.value.form : '';
      const plan = await door.plan(request);
      await dropOnce(request, door, form);
      return reply.redirect(`${door.base(plan)}${FORM.test(form) ? addressOf(form) : ''}`, 303);
    });
  }
}

async function keepOnce(
  request: FastifyRequest,
  services: Services,
  door: SayingDoor,
  { form, fields }: z.output<typeof keepingSchema>,
): Promise<Outcome> {
  const plan = await door.plan(request);
  const read = fieldsIn(fields);
  if (read === null) return refused('fields', 'Send the boxes of the form as one JSON object of texts');
  const copy = copyOf(read);
  if (!copy.ok) return copy;
  await request.act(async (tx) => {
    await keepCopy(tx, { plan, form }, copy.value, services.now());
    if (door.access !== 'family') await noteWriter(tx, { plan, form }, services.now());
  });
  return accepted('');
}

function fieldsIn(text: string): Record<string, string> | null {
  try {
    const read = z.record(z.string().max(100), z.string()).safeParse(tidied(JSON.parse(text)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

async function dropOnce(request: FastifyRequest, door: SayingDoor, form: string): Promise<Outcome> {
  const plan = await door.plan(request);
  await request.act((tx) => dropCopy(tx, plan.id, form));
  return accepted('');
}

type OfForm = { plan: Plan; form: string; saved: Readonly<Record<string, string>> };

/** What a form of a draft is shown with: what this person typed there before, and who else is writing there. */
export async function writingHere(tx: Tx, services: Services, of: OfForm): Promise<WritingHere> {
  const { plan, form } = of;
  // Two people who each add a row do not meet.
  const others = form.includes('/rows/new-') ? [] : await noteWriter(tx, { plan, form }, services.now());
  return { ...(await keptHere(tx, `/plans/${plan.id}`, of)), others };
}

/** What a form the family sends is shown with: what this person typed there before, which nobody is sent. */
export async function unsentHere(tx: Tx, door: SayingDoor, of: OfForm): Promise<WritingHere> {
  return { ...(await keptHere(tx, door.base(of.plan), of)), others: [], unsent: true };
}

async function keptHere(
  tx: Tx,
  base: string,
  { plan, form, saved }: OfForm,
): Promise<Omit<WritingHere, 'others'>> {
  const [copy] = await listCopies(tx, plan.id, form);
  return {
    form,
    keptAt: `/api${base}/working-copies`,
    removal: `${base}/working-copies/removal`,
    formKey: randomUUID(),
    at: `${base}${addressOf(form)}`,
    copy: copy === undefined || !isWorthOffering(copy, saved) ? null : copy,
  };
}

/** A form’s own address under the plan: a new row is asked for by its kind, and what is said about a row by that row. */
function addressOf(form: string): string {
  return form
    .replace(/\/rows\/new-(need|provision|outcome)$/, '/rows?kind=$1')
    .replace(/^\/(comments|suggestions\/new)\/([0-9a-f-]{36})$/, '/$1?row=$2');
}

/** Whether whoever sent a form wants it kept for later, and not sent. */
export function isForLater(typed: Typed): boolean {
  return typed['later'] === 'yes';
}

/** Keeps a form for later as it was typed, and answers where it is gone on with: for whoever has no scripts, too. */
export async function keepForLater(
  request: FastifyRequest,
  services: Services,
  door: SayingDoor,
  { form, typed }: { form: string; typed: Typed },
): Promise<Outcome> {
  const kept = await keepOnce(request, services, door, { form, fields: JSON.stringify(typed) });
  if (!kept.ok) return kept;
  const at = `${door.base(await door.plan(request))}${addressOf(form)}`;
  return accepted(withCopy(at));
}

const using = z.object({ copy: z.literal('use') });

/** The copy, where whoever opened the form asked to go on with it. */
export function copyInUse(request: FastifyRequest, { copy }: WritingHere): KeptCopy | null {
  return using.safeParse(request.query).success ? copy : null;
}
