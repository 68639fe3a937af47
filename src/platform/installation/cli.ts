import { parseArgs } from 'node:util';
import { z } from 'zod';
import { themeOf, themeStylesheet } from '../../design-system/index.ts';
import { type Command, UnusableInput, usable } from '../command.ts';
import { STAFF_ROLES } from '../lens/index.ts';
import { addStaff, chooseAuthority } from './installation.ts';

const TEXT = { type: 'string' } as const;

/** `authority choose CODE [--name … --email … --phone … --address … --sendiass … --mediation … --safeguarding … --translation-notice … --colour …]`, once for a database. */
export const authority: Command = async (args, io) => {
  const { positionals, values } = usable(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: TEXT,
        email: TEXT,
        phone: TEXT,
        address: TEXT,
        sendiass: TEXT,
        mediation: TEXT,
        safeguarding: TEXT,
        'translation-notice': TEXT,
        colour: TEXT,
      },
    }),
  );
  const [verb, code = '', ...rest] = positionals;
  if (verb !== 'choose' || rest.length > 0 || !/^\d{3}$/.test(code)) {
    throw new UnusableInput('say which authority, by its three-digit code: opensend authority choose 801');
  }
  const { ownerUrl } = await io.database();
  if (ownerUrl === null) {
    throw new UnusableInput('set DATABASE_OWNER_URL: only the owner of the schema chooses the authority');
  }
  const { mediation, colour, 'translation-notice': notice, ...told } = values;
  if (colour !== undefined) checkColour(colour);
  const name = await chooseAuthority(ownerUrl, Number(code), {
    ...told,
    mediation_adviser: mediation,
    translation_notice: notice,
    colour: colour?.toLowerCase(),
  });
  io.out(`This is the front door of ${name} (${code})`);
  return 0;
};

function checkColour(colour: string): void {
  try {
    themeStylesheet(themeOf(colour));
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : 'the colour cannot be used');
  }
}

const newcomer = z.object({
  email: z.email('Give an email address with --email'),
  name: z.string('Give their name with --name').min(1).max(200),
  role: z
    .array(z.enum(STAFF_ROLES, `Give a --role: ${STAFF_ROLES.join(', ')}`), 'Give at least one --role')
    .min(1),
});

/** `staff add --email … --name … --role …`: the first administrator of an authority, who adds the others in the browser. */
export const staff: Command = async (args, io) => {
  const { positionals, values } = usable(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { email: TEXT, name: TEXT, role: { type: 'string', multiple: true } },
    }),
  );
  if (positionals.join(' ') !== 'add') {
    throw new UnusableInput('opensend staff add --email EMAIL --name NAME --role ROLE');
  }
  const parsed = newcomer.safeParse(values);
  if (!parsed.success) throw new UnusableInput(parsed.error.issues[0]?.message ?? 'cannot be used');
  const { database } = await io.database();
  await addStaff(database, { ...parsed.data, now: io.now() });
  io.out(`${parsed.data.name} may now sign in`);
  return 0;
};
