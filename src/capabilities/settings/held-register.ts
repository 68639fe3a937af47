import { onSphere, type Place } from '../../shared/on-the-ground.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { REQUESTABLE, type RequestableCategory } from './kinds.ts';
import { NEED_TYPES } from './setting.ts';

/* The register as one process holds it: a column for each thing asked about, a few megabytes for all of England. Every
   search looks at every row, so what it finds is exact on the ground and there is no index that could be wrong. */

/** One setting as it is held. Each fact may be missing: null is "not known", never "no". */
export type HeldSetting = {
  id: Uuid;
  urn: number | null;
  name: string;
  town: string | null;
  postcode: string | null;
  laCode: number | null;
  laName: string | null;
  type: string | null;
  typeGroup: string | null;
  phase: string | null;
  status: string | null;
  ageFrom: number | null;
  ageTo: number | null;
  /** In the words of the register; empty where it names none. */
  needTypes: readonly string[];
  resourcedProvision: string | null;
  /** Which of s38(3)(a) to (f) it is; null where the register does not show one. */
  requestable: RequestableCategory | null;
  section41: boolean | null;
  capacity: number | null;
  pupils: number | null;
  /** Its name, town and postcode as words are compared, each after a space. */
  searched: string;
  /** Null where neither the register nor its postcode says. */
  place: Place | null;
};

export type Register = {
  size: number;
  /** Open settings that have no place: no search by distance can find them. */
  placeless: number;
  ids: readonly Uuid[];
  names: readonly string[];
  searched: readonly string[];
  postcodes: readonly (string | null)[];
  texts: Readonly<Record<TextColumn, Words>>;
  numbers: Readonly<Record<NumberColumn, Float64Array>>;
  latitude: Float64Array;
  longitude: Float64Array;
  sphere: { x: Float64Array; y: Float64Array; z: Float64Array };
  /** A bit for each of the register's needs. */
  needs: Uint16Array;
  open: Uint8Array;
  unit: Uint8Array;
  section41: Uint8Array;
};

type NumberColumn = 'urn' | 'laCode' | 'ageFrom' | 'ageTo' | 'capacity' | 'pupils';
type TextColumn =
  | 'town'
  | 'laName'
  | 'type'
  | 'typeGroup'
  | 'phase'
  | 'status'
  | 'resourcedProvision'
  | 'requestable';
/** Few words said many times: each row has the number of its word, 0 for none. */
export type Words = { of: Uint16Array; words: readonly (string | null)[] };

const MOST = 131_072;

/** Takes settings in an order of their own, which settles whatever is equally near. */
export function registerOf(settings: readonly HeldSetting[]): Register {
  const numbers = (column: NumberColumn) => Float64Array.from(settings, (one) => one[column] ?? Number.NaN);
  const texts = (column: TextColumn) => wordsOf(settings.map((one) => one[column]));
  if (settings.length > MOST) throw new RangeError('more settings than can be held');
  const places = settings.map(({ place }) => (place === null ? null : onSphere(place)));
  const axis = (at: 0 | 1 | 2) => Float64Array.from(places, (point) => point?.[at] ?? Number.NaN);
  return {
    size: settings.length,
    placeless: settings.filter(({ place, status }) => place === null && status !== 'Closed').length,
    ids: settings.map(({ id }) => id),
    names: settings.map(({ name }) => name),
    searched: settings.map(({ searched }) => searched),
    postcodes: settings.map(({ postcode }) => postcode),
    texts: {
      town: texts('town'),
      laName: texts('laName'),
      type: texts('type'),
      typeGroup: texts('typeGroup'),
      phase: texts('phase'),
      status: texts('status'),
      resourcedProvision: texts('resourcedProvision'),
      requestable: texts('requestable'),
    },
    numbers: {
      urn: numbers('urn'),
      laCode: numbers('laCode'),
      ageFrom: numbers('ageFrom'),
      ageTo: numbers('ageTo'),
      capacity: numbers('capacity'),
      pupils: numbers('pupils'),
    },
    latitude: Float64Array.from(settings, ({ place }) => place?.latitude ?? Number.NaN),
    longitude: Float64Array.from(settings, ({ place }) => place?.longitude ?? Number.NaN),
    sphere: { x: axis(0), y: axis(1), z: axis(2) },
    needs: Uint16Array.from(settings, ({ needTypes }) => bitsOf(needTypes)),
    open: Uint8Array.from(settings, ({ status }) => Number(status !== 'Closed')),
    unit: Uint8Array.from(settings, ({ resourcedProvision }) => unitOf(resourcedProvision)),
    section41: Uint8Array.from(settings, ({ section41 }) => (section41 === null ? 2 : Number(section41))),
  };
}

/** One row as it was given. Throws for a row there is not. */
export function settingAt(register: Register, row: number): HeldSetting {
  const [id, name] = [register.ids[row], register.names[row]];
  if (id === undefined || name === undefined) throw new RangeError('no such row of the register');
  const number = (column: NumberColumn) => known(register.numbers[column][row]);
  const text = (column: TextColumn) => wordAt(register.texts[column], row);
  const [latitude, longitude] = [known(register.latitude[row]), known(register.longitude[row])];
  const approved = register.section41[row] ?? 2;
  return {
    ...{ id, name, urn: number('urn'), laCode: number('laCode') },
    searched: register.searched[row] ?? '',
    postcode: register.postcodes[row] ?? null,
    ...{ town: text('town'), laName: text('laName'), type: text('type'), typeGroup: text('typeGroup') },
    ...{ phase: text('phase'), status: text('status'), resourcedProvision: text('resourcedProvision') },
    requestable: REQUESTABLE.find((category) => category === text('requestable')) ?? null,
    ...{ ageFrom: number('ageFrom'), ageTo: number('ageTo') },
    ...{ capacity: number('capacity'), pupils: number('pupils') },
    needTypes: needsOf(register.needs[row] ?? 0),
    section41: approved === 2 ? null : approved === 1,
    place: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

function wordsOf(said: readonly (string | null)[]): Words {
  const numberOf = new Map<string | null, number>([[null, 0]]);
  for (const word of said) if (!numberOf.has(word)) numberOf.set(word, numberOf.size);
  return { of: Uint16Array.from(said, (word) => numberOf.get(word) ?? 0), words: [...numberOf.keys()] };
}

function wordAt({ of, words }: Words, row: number): string | null {
  return words[of[row] ?? 0] ?? null;
}

function unitOf(resourcedProvision: string | null): number {
  return Number(resourcedProvision !== null && resourcedProvision !== 'Not applicable');
}

function known(number: number | undefined): number | null {
  return number === undefined || Number.isNaN(number) ? null : number;
}

/** A bit for each of the register's needs among those named. */
export function bitsOf(needTypes: readonly string[]): number {
  return NEED_TYPES.reduce((bits, need, at) => (needTypes.includes(need) ? bits | (1 << at) : bits), 0);
}

/** The register’s needs of which these are the bits. */
export function needsOf(bits: number): (typeof NEED_TYPES)[number][] {
  return NEED_TYPES.filter((_, at) => (bits & (1 << at)) !== 0);
}

/** Rows of the register as they are held, by the id of their setting. */
export function rowsOf(register: Register): ReadonlyMap<Uuid, number> {
  const known = rowsById.get(register) ?? new Map(register.ids.map((id, row) => [id, row]));
  rowsById.set(register, known);
  return known;
}

const rowsById = new WeakMap<Register, ReadonlyMap<Uuid, number>>();
