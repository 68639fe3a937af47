/** One of the service's main parts, as the navigation offers it. */
export type NavigationItem = { href: string; text: string; current?: boolean | undefined };

/** Whose door a page is behind. */
export type Audience = 'public' | 'family' | 'organisation' | 'staff';

/** The page's twin in Easy Read, or, on that, the usual page. */
export type EasyReadContext = {
  /** This is the twin. */
  reading: boolean;
  /** Where the other of the two is; null where this page has no address of its own. */
  href: string | null;
  /** The page has a twin: set by `inEasyRead`, which puts the two together. */
  twinned: boolean;
  /** The Easy Read address of one of our own pages, or the address itself where it has none. */
  to(href: string): string;
  /** When the authority's Easy Read was tested, and by whom; null until people with learning disabilities have. */
  tested: { on: string; by: string } | null;
};

/** What every page's frame needs to know, and no page looks up for itself. */
export type PageContext = {
  authorityName: string;
  serviceName: string;
  /** The authority and everyone in it are invented: said on every page. */
  demo: boolean;
  signedIn: { name: string; description: string } | null;
  navigation: readonly NavigationItem[];
  /** Where people say what would make the service better; null where the authority gives no address. */
  feedbackEmail: string | null;
  /** The address of this page, without its query. */
  path: string;
  audience: Audience;
  /** Whoever reads is a caseworker or a manager: what only they may do is offered to nobody else. */
  worksOnCases: boolean;
  /** The family invited the reader, who may send nothing that this page asks for: said at its top. */
  onlyReads?: boolean;
  /** Absent from what no family reads. */
  easyRead?: EasyReadContext | undefined;
};
