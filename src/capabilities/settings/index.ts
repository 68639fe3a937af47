import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { addingRoutes } from './added/adding-routes.tsx';
import { settingsApi } from './api.ts';
import { declaredApi, sayingApi } from './declared/api.ts';
import { declaredRoutes } from './declared/routes.tsx';
import { exportRoutes } from './directory/export-routes.ts';
import { directoryRoutes } from './routes.tsx';

export {
  agesOfLine,
  type Declared,
  type Freshness,
  freshnessOf,
  type PlacesLine,
  type Shelves,
} from './declared/declared.ts';
export { remindSettings } from './declared/jobs.ts';
export { findNudge, type SettingNudge } from './declared/own-nudge.ts';
export { listDeclared } from './declared/store.ts';
export { sayNeed } from './declared/words.ts';
export {
  bitsOf,
  type HeldSetting,
  needsOf,
  type Register,
  registerOf,
  rowsOf,
  settingAt,
} from './held-register.ts';
export { getRegister } from './held-register-store.ts';
export { type RequestableCategory, requestableUnder38 } from './kinds.ts';
export { isMainstream } from './mainstream.ts';
export { type Near, within } from './nearby.ts';
export { findOrMakeOrganisation, listByNumber, type Registered } from './organisation-store.ts';
export type { Filter } from './selection.ts';
export { NEED_TYPES, needTypeOf, PHASES, phaseSaid, type Setting } from './setting.ts';
export { findSetting, listLinks, type Search, searchSettings } from './store.ts';

/** The national register of settings. */
export function settings(app: FastifyInstance, services: Services): void {
  addingRoutes(app, services);
  directoryRoutes(app, services);
  exportRoutes(app, services);
  settingsApi(app, services);
  declaredRoutes(app, services);
  declaredApi(app, services);
  sayingApi(app, services);
}
