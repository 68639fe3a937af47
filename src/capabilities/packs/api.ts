import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { noun } from '../../platform/http/json.ts';
import type { Services } from '../../platform/services.ts';
import { readReaders, readTheirChild, SIZES } from './sending.ts';

const pack = z.object({ href: z.string(), large: z.boolean() });
const tag = 'packs';

/** Where the packs to print are, as JSON: the papers themselves are PDF. */
export function packsApi(app: FastifyInstance, services: Services): void {
  noun(app, '/api/family/:childId/packs', {
    summary: 'Where your packs to print are, as PDF',
    tag,
    may: { access: 'family', invited: 'nothing', childFile: true },
    answer: z.object({ packs: z.array(pack) }),
    show: async (request) => ({ packs: packsAt(`/family/${(await readTheirChild(request)).id}`) }),
  });

  noun(app, '/api/cases/:childId/packs', {
    summary: 'Where the packs are to post to each person on a file, as PDF',
    tag,
    may: { access: 'staff', childFile: true },
    answer: z.object({
      people: z.array(z.object({ id: z.uuid(), name: z.string(), packs: z.array(pack) })),
    }),
    show: async (request) => {
      const { child, people } = await readReaders(request, services);
      const at = (contactId: string) => packsAt(`/cases/${child.id}/people/${contactId}`);
      return { people: people.map(({ id, name }) => ({ id, name, packs: at(id) })) };
    },
  });
}

function packsAt(address: string) {
  return SIZES.map(({ name, large }) => ({ href: `${address}/${name}`, large }));
}
