import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FieldErrors, hasErrors } from '../../../design-system/index.ts';
import type { Typed } from '../../../platform/http/forms.ts';
import type { Services } from '../../../platform/services.ts';
import type { DeclaredParts, Part } from './declared.ts';
import type { Door } from './doors.ts';
import { MOST_LINES } from './lists.ts';
import { OverviewPage } from './pages/overview.tsx';
import { PartPage, UnchangedPage } from './pages/part.tsx';
import { PricesPage } from './pages/prices.tsx';
import { readOwn } from './reading.ts';
import { typedOf, typedPrices } from './typing.ts';

/* The pages of a statement, shown: as they stand, or with what was sent and what is wrong with it. */

export type Sent = { typed: Typed; errors: FieldErrors };

export async function overview(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { door, errors }: { door: Door; errors: FieldErrors },
) {
  const { says, version, speakers, prices } = await readOwn(request, services, door);
  const { at, told } = door;
  return reply.page(
    <OverviewPage
      page={request.pageContext()}
      {...{ at, told, says, version, speakers, prices, errors }}
      setting={door.setting}
      barred={door.bar?.message ?? null}
      formKey={randomUUID()}
    />,
    statusOf(errors),
  );
}

export async function showPart(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { door, part, sent }: { door: Door; part: Part; sent: Sent | null },
) {
  const { says, declared } = await readOwn(request, services, door);
  const now = standingOf(part, declared);
  const typed = sent?.typed ?? now.typed;
  return reply.page(
    <PartPage
      {...frameOf(request, door, { typed, sent, version: now.version })}
      part={part}
      theirs={overtaken(sent) ? (says.find((one) => one.part === part) ?? null) : null}
    />,
    statusOf(sent?.errors ?? {}),
  );
}

function standingOf<P extends Part>(part: P, declared: DeclaredParts) {
  const now = declared[part];
  return now === undefined ? { typed: {}, version: 0 } : { typed: typedOf(part, now), version: now.number };
}

export async function showPrices(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { door, sent }: { door: Door; sent: Sent | null },
) {
  const { prices } = await readOwn(request, services, door);
  const standing = prices?.standing ?? null;
  const typed = sent?.typed ?? typedPrices(standing?.lines ?? []);
  return reply.page(
    <PricesPage
      stateFunded={prices === null}
      {...frameOf(request, door, { typed, sent, version: standing?.number ?? 0 })}
      theirs={overtaken(sent) ? standing : null}
    />,
    statusOf(sent?.errors ?? {}),
  );
}

export async function showUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  { door, sent }: { door: Door; sent: Sent | null },
) {
  // Pressed on the list itself, it is answered there: what changed meanwhile is to be read first.
  if (!door.told) return overview(request, reply, services, { door, errors: sent?.errors ?? {} });
  const { version } = await readOwn(request, services, door);
  const typed = sent?.typed ?? {};
  return reply.page(
    <UnchangedPage {...frameOf(request, door, { typed, sent, version })} />,
    statusOf(sent?.errors ?? {}),
  );
}

type Framed = { typed: Typed; sent: Sent | null; version: number };

function frameOf(
  request: FastifyRequest,
  { at, setting, told, bar }: Door,
  { typed, sent, version }: Framed,
) {
  // After a colleague was quicker, saving again is from what they saved, which is shown; else from what was opened.
  const opened = Number(typed['version'] ?? version);
  return {
    page: request.pageContext(),
    ...{ at, name: setting.name, told, typed },
    barred: bar?.message ?? null,
    errors: sent?.errors ?? {},
    version: sent === null || overtaken(sent) || !Number.isInteger(opened) ? version : opened,
    formKey: randomUUID(),
    room: roomFor(typed),
  };
}

/** Lines for all that is there and a few more; more again when they are asked for. */
function roomFor(typed: Typed): number {
  const numbers = Object.entries(typed)
    .filter(([name, value]) => value !== '' && /^(need|band|what|amount)-\d+$/.test(name))
    .map(([name]) => Number(name.split('-')[1]));
  const shown = Number(/^\d{1,2}$/.exec(typed['room'] ?? '')?.[0] ?? 0);
  const more = typed['more'] === undefined ? 0 : 5;
  return Math.min(MOST_LINES, Math.max(Math.max(0, ...numbers) + 3, shown + more));
}

function overtaken(sent: Sent | null): boolean {
  return sent?.errors['version'] !== undefined;
}

function statusOf(errors: FieldErrors): number {
  if (!hasErrors(errors)) return 200;
  return errors['version'] === undefined ? 400 : 409;
}
