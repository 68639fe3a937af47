import { parseArgs } from 'node:util';
import { type Command, type Io, UnusableInput, usable } from '../../platform/command.ts';
import { withLens } from '../../platform/lens/index.ts';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import { countOf } from '../../shared/words.ts';
import { findPlace } from '../postcodes/index.ts';
import { bitsOf, NEED_TYPES, needTypeOf, PHASES, type Register, settingAt } from '../settings/index.ts';
import { candidatesFor, getConsidered } from './candidates-store.ts';
import { type Criteria, criteriaOn, NEVER } from './criteria.ts';
import { entryAt, type TailoredList, tailoredList } from './tailored-list.ts';
import { sayReasons } from './words.ts';

const USE =
  'use: opensend settings list --postcode P --need ASD [--need SLCN] --age 11 [--phase Secondary] [--within KM] [--json]';
const FARTHEST_KM = 200;
const USUAL_KM = 50;
const OLDEST = 25;

type Asked = {
  postcode: string;
  needs: string[];
  age: number;
  phase: string | null;
  km: number;
  json: boolean;
};

/**
 * `settings list`: every setting within so many kilometres of a postcode, on the list or left off, with each reason and the
 * criteria. Each need is a line of its own. Answers 0, or 1 where nothing is on the list, or 2 for what cannot be used.
 */
export const list: Command = async (args, io) => {
  const asked = readAsked(args);
  const today = englishDay(io.now());
  const { database } = await io.database();
  const system = { kind: 'system', authorityId: 1 } as const;
  const { place, register, made } = await withLens(database, system, async (tx) => {
    const place = await findPlace(tx, asked.postcode, 'postcode');
    if (!place.ok) throw new UnusableInput(place.message);
    const needs = { database, now: io.now, config: io.config };
    const { register, facts } = await getConsidered(tx, needs, today);
    const filter = asked.phase === null ? {} : { phase: asked.phase };
    const { candidates } = candidatesFor(register, { home: place.value, km: asked.km, filter }, []);
    const lines = asked.needs.map((need) => ({ ref: codeOf(need), needs: [bitsOf([need])] }));
    const who = { age: asked.age, yearAge: asked.age, lines, wish: null };
    return { place: place.value, register, made: tailoredList(facts, candidates, who) };
  });
  const criteria = criteriaOn(today);
  const { postcode, terminatedIn } = place;
  if (terminatedIn !== null && !asked.json)
    io.out(`${postcode} ended in ${sayDate(terminatedIn).slice(2)}: it is still where it was`);
  if (asked.json) io.out(JSON.stringify(asJson(register, made, criteria, { ...asked, postcode }), null, 2));
  else tell(io, register, made, criteria, { ...asked, postcode });
  return leftOff(made) === made.size ? 1 : 0;
};

function readAsked(args: readonly string[]): Asked {
  const { values, positionals } = usable(() =>
    parseArgs({
      args: [...args],
      options: {
        postcode: { type: 'string' },
        need: { type: 'string', multiple: true },
        age: { type: 'string' },
        phase: { type: 'string' },
        within: { type: 'string' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
      strict: true,
    }),
  );
  const { postcode, need = [], age = '', phase, within = String(USUAL_KM), json = false } = values;
  if (positionals.length > 1 || postcode === undefined || need.length === 0) throw new UnusableInput(USE);
  return {
    postcode,
    needs: need.map(readNeed),
    age: readNumber(age, 0, OLDEST, 'the age on the 31 August before starting, from 0 to 25'),
    phase: phase === undefined ? null : readPhase(phase),
    km: readNumber(within, 1, FARTHEST_KM, 'how far in kilometres, from 1 to 200'),
    json,
  };
}

function readNeed(code: string): string {
  const need = needTypeOf(code);
  if (need === null) throw new UnusableInput(`--need is one of ${NEED_TYPES.map(codeOf).join(', ')}`);
  return need;
}

function readPhase(typed: string): string {
  const phase = PHASES.find((one) => one.toLowerCase() === typed.toLowerCase());
  if (phase === undefined) throw new UnusableInput(`--phase is one of ${PHASES.join(', ')}`);
  return phase;
}

function readNumber(typed: string, from: number, to: number, what: string): number {
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(number >= from && number <= to)) throw new UnusableInput(`enter ${what}`);
  return number;
}

function codeOf(need: string): string {
  return need.slice(0, need.indexOf(' '));
}

function leftOff({ verdicts }: TailoredList): number {
  return verdicts.filter((verdict) => verdict === 3).length;
}

function asJson(
  register: Register,
  made: TailoredList,
  criteria: Criteria,
  { postcode, needs, age, km }: Asked,
) {
  return {
    criteria: criteria.version,
    from: criteria.from,
    never: NEVER,
    asked: { postcode, needs: needs.map(codeOf), age, withinKm: km },
    considered: made.size,
    withoutPlace: register.placeless,
    settings: Array.from({ length: made.size }, (_, place) => {
      const { row, km: distance, verdict, reasons } = entryAt(made, place);
      const { id, urn, name, town, phase } = settingAt(register, row);
      return { ...{ id, urn, name, town, phase }, km: distance, verdict, reasons };
    }),
  };
}

function tell(
  io: Io,
  register: Register,
  made: TailoredList,
  criteria: Criteria,
  { postcode, km }: Asked,
): void {
  const off = leftOff(made);
  io.out(
    `${countOf(made.size, 'setting')} within ${km} km of ${postcode}: ${made.size - off} on the list, ${off} left off, by criteria version ${criteria.version} of ${criteria.from}`,
  );
  io.out(
    'Any setting of section 38(3) of the Children and Families Act 2014 may be asked for, on the list or not.',
  );
  io.out(NEVER);
  if (register.placeless > 0)
    io.out(
      `${countOf(register.placeless, 'open setting')} with no place on the register could not be considered`,
    );
  for (let place = 0; place < made.size; place += 1) {
    const { row, km: distance, verdict, reasons } = entryAt(made, place);
    const { name, urn, town } = settingAt(register, row);
    const where = [
      town,
      urn === null ? null : `URN ${urn}`,
      distance === null ? null : `${distance.toFixed(1)} km`,
    ];
    const why = sayReasons(reasons, 'staff').map(({ words }) => words);
    io.out(`${verdict}  ${name} (${where.filter((part) => part !== null).join(', ')}): ${why.join('. ')}`);
  }
}
