import type { PageContext } from '../page-context.ts';

/** What the frame is given, in the gallery: an invented authority. */
export function aPage(changes: Partial<PageContext> = {}): PageContext {
  return {
    authorityName: 'Ashmere County Council',
    serviceName: 'Special educational needs and disabilities',
    demo: true,
    feedbackEmail: 'send@wexcombe.example',
    signedIn: null,
    navigation: [],
    path: '/',
    audience: 'public',
    worksOnCases: true,
    ...changes,
  };
}
