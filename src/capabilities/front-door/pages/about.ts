import type { PageContext } from '../../../design-system/index.ts';
import type { HomeAuthority } from '../../../platform/services.ts';

/** What the pages every public service owes its users are made of. */
export type AboutProps = { page: PageContext; authority: HomeAuthority };
