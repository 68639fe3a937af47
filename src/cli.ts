import { type Command, runCommand, UnusableInput } from './platform/command.ts';
import { Refused } from './platform/refused.ts';

/* `opensend <noun> <verb>`: each noun is loaded only when it is asked for, so that a small question is quick. */
const NOUNS: Readonly<Record<string, { does: string; load: () => Promise<Command> }>> = {
  clock: {
    does: '--received DATE | --rule ID --from DATE: when things are due, and the law that says so',
    load: async () => (await import('./capabilities/rulebook/cli.ts')).clock,
  },
  plan: {
    does: 'check FILE: what the rules of a plan find in one | convert FILE…: what files would be read as',
    load: async () => (await import('./capabilities/plans/cli.ts')).plan,
  },
  settings: {
    does: 'import FILE: the national register of settings | list --postcode P --need ASD --age 11: an explained tailored list',
    load: async () =>
      args[0] === 'list'
        ? (await import('./capabilities/tailored-lists/cli.ts')).list
        : (await import('./capabilities/settings/cli.ts')).settings,
  },
  statistics: {
    does: 'import FILE: official statistics as they are published | list | differences RELEASE: what a revision has otherwise',
    load: async () => {
      const { deriveFigures } = await import('./capabilities/dashboards/figures/import-store.ts');
      const { keepPublished } = await import('./capabilities/sufficiency/import-store.ts');
      return (await import('./capabilities/statistics/cli.ts')).statistics([keepPublished, deriveFigures]);
    },
  },
  dashboards: {
    does: 'extract --out FILE --by NAME --why WORDS: cases for analysts as Parquet, without names, dates or identifiers',
    load: async () => (await import('./capabilities/dashboards/cli.ts')).dashboards,
  },
  postcodes: {
    does: 'import FILE: which authority each postcode is in',
    load: async () => (await import('./capabilities/postcodes/cli.ts')).postcodes,
  },
  authority: {
    does: 'choose CODE: whose front door this is',
    load: async () => (await import('./platform/installation/cli.ts')).authority,
  },
  staff: {
    does: 'add --email … --name … --role …: who may sign in to it',
    load: async () => (await import('./platform/installation/cli.ts')).staff,
  },
  demo: {
    does: 'reset: the demonstration as on its first day | national --people 640000: all England, invented',
    load: async () => (await import('./demo/cli.ts')).demo,
  },
  backup: {
    does: 'make FOLDER | restore FOLDER: the database and its documents together',
    load: async () => (await import('./platform/backup/cli.ts')).backup,
  },
};

const [noun = '', ...args] = process.argv.slice(2);
process.exitCode = await dispatch();

async function dispatch(): Promise<number> {
  const found = Object.hasOwn(NOUNS, noun) ? NOUNS[noun] : undefined;
  if (found === undefined) return explain();
  try {
    return await runCommand(await found.load(), args);
  } catch (error) {
    if (!(error instanceof UnusableInput || error instanceof Refused)) throw error;
    process.stderr.write(`opensend ${noun}: ${error.message.split('\n')[0]}\n`);
    return 2;
  }
}

function explain(): number {
  const lines = Object.entries(NOUNS).map(([name, { does }]) => `  opensend ${name} ${does}`);
  const asked = ['', 'help', '--help', '-h'].includes(noun);
  const usage = `Usage:\n${lines.join('\n')}\n`;
  if (asked) process.stdout.write(usage);
  else process.stderr.write(`opensend has no command ${noun}: opensend help lists them\n`);
  return asked && noun !== '' ? 0 : 2;
}
