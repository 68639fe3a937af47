/** One of the service's main parts, as the navigation offers it. */
export type NavigationItem = { href: string; text: string; current?: boolean | undefined };

/** Whose door a page is behind. */
export type Audience = 'public' | 'family' | 'organisation' | 'staff';

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
};
