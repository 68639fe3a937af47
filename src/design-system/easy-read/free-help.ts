import { type Block, say } from './content.ts';

/** Whom somebody can turn to who is on nobody's side: the area's own service by name, where it is known. */
export function freeHelp(sendiass: string | null): Block {
  return {
    picture: 'people who help',
    lines: [
      'You can get free help from people who do not work for us.',
      sendiass === null ? 'Ask us who they are.' : say`They are ${sendiass}.`,
    ],
  };
}
