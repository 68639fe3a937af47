import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldErrors } from '../../../design-system/index.ts';
import { idIn } from '../../../platform/http/address.ts';
import { readForm, type Typed, typedIn } from '../../../platform/http/forms.ts';
import type { Services } from '../../../platform/services.ts';
import { isUuid } from '../../../shared/uuid.ts';
import { fullName } from '../../children/index.ts';
import { findSetting, searchSettings } from '../../settings/index.ts';
import { staff } from '../plan-routes.tsx';
import { asFound } from '../saying-routes.tsx';
import { acceptanceSchema, acceptOnce, findLikely, namesIn } from './acceptance-sending.ts';
import { open, statusOf } from './conversion-routes.tsx';
import { saidOf } from './identity.ts';
import { AcceptancePage } from './pages/acceptance.tsx';
import { whyClosed } from './review-sending.ts';

/** Accepting a reviewed plan as the plan of a child. */
export function acceptanceRoutes(app: FastifyInstance, services: Services): void {
  const url = '/plans/conversions/:conversionId/acceptance';
  app.get(url, { config: { access: staff } }, (request, reply) => show(request, reply, services, null, {}));

  app.post(url, { config: { access: staff } }, async (request, reply) => {
    const typed = typedIn(request.body);
    // Looking keeps nothing: what was typed is shown again, with whoever and whatever it finds.
    if ((typed['look'] ?? '') !== '') return show(request, reply, services, typed, {});
    const read = readForm(acceptanceSchema, typed);
    if (!read.ok) return show(request, reply, services, typed, read.errors);
    const id = idIn(request, 'conversionId');
    const { passages } = await open(request, services, id);
    const outcome = await acceptOnce(request, services, id, read.value, saidOf(passages));
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, services, typed, { [outcome.field]: outcome.message });
  });
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  sent: Typed | null,
  errors: FieldErrors,
) {
  const opened = await open(request, services, idIn(request, 'conversionId'));
  const { conversion, passages } = opened;
  const closed = whyClosed(opened);
  if (closed !== null && sent === null) return reply.redirect(`/plans/conversions/${conversion.id}`, 303);
  const said = saidOf(passages);
  const typed = sent ?? typedFrom(said);
  const names = namesIn(typed);
  const q = (typed['q'] ?? '').slice(0, 100);
  const chosen = typed['settingIds'] ?? '';
  const { likely, settings } = await request.act(async (tx) => {
    const searched = q === '' ? [] : (await searchSettings(tx, { text: q, page: 1 })).settings.slice(0, 10);
    const known =
      isUuid(chosen) && !searched.some(({ id }) => id === chosen) ? await findSetting(tx, chosen) : undefined;
    return {
      likely:
        names === null ? [] : await findLikely(tx, { ...names, upn: said.upn, nhsNumber: said.nhsNumber }),
      settings: [...(known === undefined ? [] : [known]), ...searched],
    };
  });
  return reply.page(
    <AcceptancePage
      page={request.pageContext()}
      conversion={conversion}
      formKey={randomUUID()}
      typed={typed}
      errors={errors}
      likely={likely.map((child) => ({ ...child, name: fullName(child) }))}
      settings={settings.map(asFound)}
      placement={said.placement}
    />,
    statusOf(errors),
  );
}

/** What the file says, as if somebody had typed it: to be checked and put right. */
function typedFrom(said: ReturnType<typeof saidOf>): Typed {
  const { givenNames, familyName, officer, placement } = said;
  return {
    givenNames,
    familyName,
    officer,
    ...boxes('bornOn', said.bornOn),
    ...boxes('issuedOn', said.issuedOn),
    q:
      placement
        .split(/[,(\n]/)[0]
        ?.trim()
        .slice(0, 100) ?? '',
  };
}

function boxes(name: string, day: string): Typed {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date };
}
