type Words = { subject: string; body: string };
type About = { name: string; organisation: string; href: string };

/** To the administrators: somebody's own sign-in says that they work there, and they wait. */
export function somebodyAsks({ name, organisation, href }: About): Words {
  return {
    subject: `${name} asks to join ${organisation}`,
    body: `${name} signed in, and their sign-in says that they work at ${organisation}. They see nothing until somebody lets them in.

If you know them, let them in. If you do not, say so.

Answer at ${href}`,
  };
}

/** To the administrators, or to the authority where there are none: somebody joined by their own sign-in. */
export function somebodyJoined({ name, organisation, href }: About): Words {
  return {
    subject: `${name} joined ${organisation}`,
    body: `${name} signed in, and their sign-in says that they work at ${organisation}. They see what local authorities put before ${organisation} from now on.

If that is not right, an administrator there can remove them.

See who can sign in at ${href}`,
  };
}

/** To everybody there, or to the authority where there is nobody: somebody has the right to add and remove people. */
export function administers({ name, organisation, href }: About): Words {
  return {
    subject: `${name} can add and remove people at ${organisation}`,
    body: `${name} can add and remove people at ${organisation} from now on: nobody who could has signed in for two months.

If that is not right, anybody else who can add and remove people there can end it.

See who can sign in at ${href}`,
  };
}

/** To whoever came: what an administrator there answered. */
export function answered(letIn: boolean, { organisation, href }: About): Words {
  return letIn
    ? {
        subject: `You can sign in for ${organisation}`,
        body: `You asked to join ${organisation}, and a colleague there let you in.

Sign in at ${href}`,
      }
    : {
        subject: `You were not let in at ${organisation}`,
        body: `You asked to join ${organisation}, and somebody there did not let you in.

If you work there, speak to whoever can add colleagues: they can add you at any time.`,
      };
}
