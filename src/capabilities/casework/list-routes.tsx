import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayUse } from '../../platform/http/access.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import { optionalText, readForm, typedIn } from '../../platform/http/forms.ts';
import { lastly, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { DESK, listTeams, listWorkers, type Team, whoseCases } from '../caseload/index.ts';
import { listOpenFlags } from '../requests/index.ts';
import { findSetting } from '../settings/index.ts';
import { readPlace, teamOf, type Whose } from './case.ts';
import { type Filters, readFilters, type SaidFilters, saysFilters, waitedOn } from './filters.ts';
import { expectations } from './forecast.ts';
import { durationsOf } from './forecast-store.ts';
import { writeChangedRows } from './kept-store.ts';
import { listAddress } from './list-address.ts';
import { listCases } from './list-store.ts';
import { FiltersPage } from './pages/filters.tsx';
import { CaseListPage } from './pages/list.tsx';
import { findSearch, insertSearch } from './search-store.ts';
import { listSettingsOfCases } from './store.ts';
import { keepFilters, listViews } from './view-store.ts';
import { listWaits } from './wait-store.ts';

const askedSchema = z.record(z.string(), z.string().catch(''));
const LONGEST_SEARCH = 100;
const searchSchema = z.object({ words: optionalText(LONGEST_SEARCH) });

/** The day's list: what it is narrowed to stays for each person, and what they search for is never in an address. */
export function listRoutes(app: FastifyInstance, services: Services): void {
  const today = () => englishDay(services.now());

  app.get('/cases', { config: { access: 'staff' } }, (request, reply) => showList(request, reply));

  app.post('/cases/search', { config: { access: 'staff' } }, async (request, reply) => {
    const read = readForm(searchSchema, request.body);
    const filters = readFilters(typedIn(request.body));
    if (!read.ok) return showList(request, reply, { ...read, filters });
    const { words } = read.value;
    if (words === '') return reply.redirect(listAddress(filters, {}), 303);
    const search = await request.act((tx) => insertSearch(tx, staffOf(request), words, services.now()));
    return reply.redirect(listAddress(filters, { search }), 303);
  });

  app.get('/cases/filters', { config: { access: 'staff' } }, async (request, reply) => {
    const shown = await request.act(async (tx) => ({
      filters: await filtersAsked(tx, request),
      workers: await listWorkers(tx),
      teams: await listTeams(tx),
      settings: await listSettingsOfCases(tx),
    }));
    return reply.page(<FiltersPage page={request.pageContext()} {...shown} />);
  });

  app.post('/cases/filters', { config: { access: 'staff' } }, async (request, reply) => {
    const filters = readFilters(typedIn(request.body));
    const outcome = await request.once(async (tx) => {
      await keepFilters(tx, staffOf(request), filters, services.now());
      return accepted(listAddress(filters, {}));
    });
    return reply.redirect(outcome.ok ? outcome.value : '/cases', 303);
  });

  type Sent = { filters: Filters; typed: SaidFilters; errors: Readonly<Record<string, string>> };

  async function showList(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const { accountId } = staffOf(request);
    const asked = askedSchema.parse(request.query);
    const shown = await request.act(async (tx) => {
      const [{ stays, views }] = await Promise.all([listViews(tx, accountId), writeChangedRows(tx)]);
      const filters = sent?.filters ?? (saysFilters(asked) ? readFilters(asked) : (stays ?? readFilters({})));
      const id = asked['search'] ?? '';
      const words = isUuid(id) ? await findSearch(tx, id, services.now()) : undefined;
      const query = {
        ...filters,
        whose: await accountsOf(tx, filters.whose, accountId, today()),
        search: words ?? '',
        from: readPlace(asked['from'] ?? ''),
      };
      const expected =
        filters.view === 'likely late' ? expectations(await durationsOf(tx, services, today())) : [];
      const narrowed = await namesOf(tx, filters);
      const ask = () =>
        Promise.all([
          query.from === null ? listOpenFlags(tx, null) : [],
          listCases(tx, query, { today: today(), expected }),
        ]);
      const waits = waitedOn(filters) !== null;
      const [flagged, list] = await (waits ? ask() : lastly(tx, ask));
      return {
        filters,
        views,
        search: words === undefined ? null : { id, words },
        searchEnded: id !== '' && words === undefined,
        names: narrowed,
        flagged,
        ...list,
        waits: waits
          ? await listWaits(
              tx,
              list.cases.map(({ requestId }) => requestId),
              today(),
            )
          : [],
      };
    });
    const form = { typed: sent?.typed ?? {}, errors: sent?.errors ?? {}, today: today() };
    const mayChase = mayUse(DESK, request.actor);
    const mayLayOut = mayUse(['manager', 'administrator'], request.actor);
    return reply.page(
      <CaseListPage
        page={request.pageContext()}
        {...shown}
        {...form}
        mayLayOut={mayLayOut}
        mayChase={mayChase}
      />,
      sent === undefined ? 200 : 400,
    );
  }

  async function filtersAsked(tx: Tx, request: FastifyRequest): Promise<Filters> {
    const asked = askedSchema.parse(request.query);
    if (saysFilters(asked)) return readFilters(asked);
    return (await listViews(tx, staffOf(request).accountId)).stays ?? readFilters({});
  }
}

/** The accounts a choice of whose cases comes to: one's own with those one covers, nobody's, one person's, or null for all. */
export async function accountsOf(tx: Tx, whose: Whose, accountId: Uuid, today: PlainDate) {
  if (whose === 'everybody') return null;
  if (whose === 'nobody') return [];
  const team = teamOf(whose);
  if (team !== null) return membersOf(await listTeams(tx), team);
  return whose === 'mine' ? whoseCases(tx, accountId, today) : [whose];
}

/** Whoever is in a team; nobody's cases are not a team's, so one that is empty shows none. */
function membersOf(teams: readonly Team[], id: Uuid): readonly Uuid[] {
  const members = teams.find((team) => team.id === id)?.memberIds ?? [];
  return members.length === 0 ? [id] : members;
}

/** What the filters name by an identifier alone. */
async function namesOf(tx: Tx, { whose, settingId }: Filters) {
  const team = teamOf(whose);
  const worker = isUuid(whose)
    ? (await listWorkers(tx)).find(({ accountId }) => accountId === whose)
    : team === null
      ? undefined
      : (await listTeams(tx)).find(({ id }) => id === team);
  const setting = settingId === null ? undefined : await findSetting(tx, settingId);
  return { worker: worker?.name ?? null, setting: setting?.name ?? null };
}

export function staffOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}
