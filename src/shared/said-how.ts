/** How somebody can say something to staff, who write it down. */
export const SAID_HOW = ['telephone', 'letter', 'email', 'in person'] as const;
