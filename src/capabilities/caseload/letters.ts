/** Tells a family who to ask for from now, and what was handed over: the very words the new caseworker was given. */
export function newCaseworker(
  about: { childName: string; name: string; handover: string },
  turn: { authority: string; reach: string },
): { subject: string; body: string } {
  return {
    subject: 'Your caseworker',
    body: [
      `${about.name} of ${turn.authority} now looks after the case of ${about.childName}. Ask for them by name.`,
      ...(about.handover === ''
        ? []
        : ['This is what we told them, so that you do not have to:', about.handover]),
      'No time limit changes because of this.',
      `Contact us: ${turn.reach}`,
    ].join('\n\n'),
  };
}
