import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { circumstancesRoutes } from './circumstances-routes.tsx';
import { consentRoutes } from './consent-routes.tsx';
import { contactRoutes } from './contact-routes.tsx';
import { ownDetailsApi } from './family-api.ts';
import { mergeApi } from './merge-api.ts';
import { mergeRoutes } from './merge-routes.tsx';
import { particularsApi } from './particulars-api.ts';
import { particularsRoutes } from './particulars-routes.tsx';
import { peopleApi } from './people-api.ts';
import { peopleRoutes } from './people-routes.tsx';

export {
  type Child,
  type Contact,
  fullName,
  type NewChild,
  type NewContact,
} from './child.ts';
export { showSetting } from './circumstances-store.ts';
export { AGENCIES } from './consent.ts';
export { give } from './consent-routes.tsx';
export { findOrganisations, listConsents } from './consent-store.ts';
export { ASKED_OF, FORMAT_WORDS } from './contact-details.ts';
export { inTheAuthority, whoTheyAre } from './contact-routes.tsx';
export { mergeFiles } from './deciding.ts';
export { familyConsentsApi } from './family-api.ts';
export { type Match, STRENGTHS, type Stated, type Strength } from './matching.ts';
export { type Candidate, findLikelySame, findStated } from './matching-store.ts';
export { listFiles, listStanding } from './merge-store.ts';
export { NEED_ITEMS, NEED_WORDS, NEEDS, needOf, type PrimaryNeed } from './needs.ts';
export { Ask, type Filled, Frame, type Of } from './pages/frame.tsx';
export { findParticulars } from './particulars-store.ts';
export { ETHNICITIES, SEXES } from './particulars-words.ts';
export { endAccessOf, listPeople, restrict } from './people-store.ts';
export { type Person, whyNoAddress } from './person.ts';
export {
  endSharing,
  findChild,
  findSharer,
  insertChild,
  insertContact,
  listContacts,
  lockChild,
  shareWithOrganisation,
} from './store.ts';

/** A child's file: who they are, and who their people are. */
export function children(app: FastifyInstance, services: Services): void {
  peopleRoutes(app, services);
  mergeRoutes(app, services);
  mergeApi(app, services);
  particularsRoutes(app, services);
  circumstancesRoutes(app, services);
  contactRoutes(app, services);
  consentRoutes(app, services);
  particularsApi(app, services);
  peopleApi(app, services);
  ownDetailsApi(app, services);
}
