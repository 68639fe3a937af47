/**
 * Tells a family that the team has written. By post it carries the words, since a letter is opened by whom it is addressed
 * to; an email or a text says only where to read them.
 */
export function toldOfMessage(
  message: { childName: string; from: string; body: string },
  turn: { authority: string; reach: string },
  byPost: boolean,
): { subject: string; body: string } {
  return {
    subject: 'A message from the SEND team',
    body: [
      `${message.from} of ${turn.authority} has written to you about ${message.childName}.`,
      ...(byPost
        ? [message.body]
        : [
            'Read it, and answer, where you follow the case: sign in, or go to Track a request with your reference.',
          ]),
      `Contact us: ${turn.reach}`,
    ].join('\n\n'),
  };
}

/** Tells somebody at an organisation that the team has written: where, and nothing of whom or what. */
export function organisationToldOfMessage(
  about: { organisation: string; href: string },
  turn: { authority: string; reach: string },
): { subject: string; body: string } {
  return {
    subject: `A message from the SEND team of ${turn.authority}`,
    body: [
      `${turn.authority} has written to ${about.organisation} about a child it was asked about.`,
      `Read it, and answer, here: ${about.href}`,
      `Contact us: ${turn.reach}`,
    ].join('\n\n'),
  };
}
