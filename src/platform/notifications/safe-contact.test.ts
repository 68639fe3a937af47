import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, type Home, type LetterContact } from './recipient.ts';
import { hasOthers, mayShow, tracesIn, whyNotSent, withoutOthers } from './safe-contact.ts';

function aContact(changes: Partial<LetterContact> = {}): LetterContact {
  return {
    id: 'nadia',
    name: 'Nadia Invented',
    email: 'nadia@invented.example',
    phone: '07700 900123',
    addressLines: ['12 Example Street', 'Wexcombe'],
    postcode: 'WX1 1AA',
    restricted: false,
    prefers: 'email',
    ...changes,
  };
}

const nadia = aContact();
const karim = aContact({
  id: 'karim',
  name: 'Karim Invented',
  email: 'karim@invented.example',
  phone: '+44 7700 900456',
  addressLines: ['7 Hidden Lane', 'Oldmarket'],
  postcode: 'WX9 9ZZ',
});

function why(
  contact: LetterContact,
  words: string,
  onFile: readonly LetterContact[] = [nadia, karim],
  length: 'letter' | 'short' = 'letter',
) {
  const to = addressOf({ kind: 'contact', contact }, length);
  return whyNotSent({ contactId: contact.id, to, words }, onFile);
}

describe('how a letter reaches somebody', () => {
  test.each([
    ['email', 'letter', { channel: 'email', address: ['nadia@invented.example'] }],
    ['email', 'short', { channel: 'email', address: ['nadia@invented.example'] }],
    ['text', 'letter', { channel: 'post', address: ['12 Example Street', 'Wexcombe', 'WX1 1AA'] }],
    ['text', 'short', { channel: 'text', address: ['07700 900123'] }],
    ['post', 'short', { channel: 'post', address: ['12 Example Street', 'Wexcombe', 'WX1 1AA'] }],
  ] as const)('who prefers %s gets a %s so', (prefers, length, expected) => {
    expect(addressOf({ kind: 'contact', contact: aContact({ prefers }) }, length)).toEqual({
      name: 'Nadia Invented',
      ...expected,
    });
  });

  test('never by a way they did not choose: with no address of that kind, staff are told', () => {
    const unreachable = aContact({ prefers: 'post', addressLines: [], postcode: null });
    expect(why(unreachable, 'Hello', [unreachable])).toEqual({
      kind: 'put right',
      why: 'There is no postal address on the file to send it to',
    });
  });
});

describe('a person marked restricted', () => {
  const restricted = { ...karim, restricted: true };

  test('never receives anything, however they are to be written to', () => {
    for (const prefers of ['email', 'text', 'post'] as const) {
      for (const length of ['letter', 'short'] as const) {
        const contact = { ...restricted, prefers };
        expect(why(contact, 'Hello', [nadia, contact], length)).toMatchObject({ kind: 'never' });
      }
    }
  });

  test('not even when the caller holds them as they were before', () => {
    expect(why(karim, 'Hello', [nadia, restricted])).toMatchObject({ kind: 'never' });
  });

  test.each([
    ['email', { email: 'KARIM@invented.example', prefers: 'email' }],
    ['phone', { phone: '07700900456', prefers: 'text' }],
    ['home', { addressLines: ['7, Hidden Lane'], postcode: 'wx99zz', prefers: 'post' }],
  ] as const)('not through another whose %s is the same', (_what, changes) => {
    const other = aContact(changes);
    expect(why(other, 'Hello', [other, restricted], 'short')?.why).toBe(
      'The address is also that of a person marked restricted',
    );
  });

  test('not through an address somebody just gave', () => {
    const to = addressOf({ kind: 'somebody', name: 'K', email: 'karim@invented.example' }, 'letter');
    expect(whyNotSent({ contactId: null, to, words: 'Hello' }, [nadia, restricted])).not.toBeNull();
  });

  test('does not keep others from being written to', () => {
    expect(why(nadia, 'Hello', [nadia, restricted])).toBeNull();
  });
});

test('a letter about a child is for nobody who is not on the child’s file', () => {
  const other = aContact({ id: 'other', email: 'other@elsewhere.example' });
  expect(why(other, 'Hello')).toEqual({
    kind: 'put right',
    why: 'This person is not on the child’s file any more',
  });
});

describe('a home is known by whatever line tells it', () => {
  const words = 'She is at 3 withy lane now, or Harbour House';
  test.each([
    ['its second line', ['Flat 2', '3 Withy Lane', 'Oldmarket']],
    ['the middle of a line', ['Flat 2, 3 Withy Lane, Oldmarket']],
    ['the name of a house', ['Harbour House', 'Oldmarket']],
  ])('by %s', (_what, addressLines) => {
    const hidden = { ...karim, addressLines };
    expect(why(nadia, words, [nadia, hidden])).toMatchObject({ kind: 'put right' });
    expect(mayShow(words, new Set())).toBe(true);
    expect(withoutOthers(nadia, [nadia, hidden])(words)).toContain('[left out');
    expect(why(nadia, words, [{ ...nadia, addressLines }, hidden])).toBeNull();
  });

  test.each([
    ['a flat', ['Flat 2', 'Oldmarket'], 'Flat 2 is bigger, says Oldmarket school'],
    ['a lane with no number', ['Old Mill Lane'], 'The clinic in Old Mill Lane'],
  ])('and not by %s', (_what, addressLines, said) => {
    expect(why(nadia, said, [nadia, { ...karim, addressLines }])).toBeNull();
  });

  test.each([
    '12 St Mary’s Road',
    "12 St Mary's Road",
    '12, St Mary’s Road',
    '5 De Vere Gardens',
    '14 Week Street',
    '6 May Road',
    '6 may road',
    '31 March Mews',
    '15 Page Street',
    '3\nWithy Lane',
    'Harbour-House',
  ])('%s is left out of a page that says no more', (street) => {
    const page = `<p>Seen at ${street}</p>`;
    const hidden = { ...karim, addressLines: [street] };
    expect(mayShow(page, new Set())).toBe(true);
    expect(withoutOthers(nadia, [nadia, hidden])(page)).toBe(
      '<p>Seen at [left out: how to reach somebody else]</p>',
    );
  });

  test.each([
    'We decide by 14 March 2026, within 6 weeks',
    'Week 14 of 20',
    '20 weeks. You can appeal',
    'From 14 March to 2 May, on 6 May, and by 9 June at 10 am',
    '2026, Tom Ashdown looks after your case',
    '14 March 2026 Tom Ashdown looks after your case',
    '30 working days, 2 of 3 children and 1 page in 24 KB',
    'Section 36 of the Children and Families Act 2014',
  ])('and “%s” is no address: a page with it costs no question', (words) => {
    expect(mayShow(`<p>${words}</p>`, new Set())).toBe(false);
  });

  test('a page that says no more than the name of a house is looked at', () => {
    expect(mayShow('<p>They moved to Harbour House</p>', new Set())).toBe(true);
    expect(mayShow('<p>The house is quiet</p>', new Set())).toBe(true);
    expect(mayShow('<p>They moved to another town</p>', new Set())).toBe(false);
  });
});

describe('one person’s address on a page another reads', () => {
  test.each([
    'Ring <b>07700 900 456</b> or +44 (0)7700 900456',
    '<p>KARIM@Invented.example</p>',
    'The child lives at 7 hidden  lane, wx99zz',
  ])('is left out: %s', (words) => {
    const shown = withoutOthers(nadia, [nadia, karim])(words);
    expect(mayShow(words, new Set())).toBe(true);
    expect(shown).toContain('[left out: how to reach somebody else]');
    expect(shown.replace(/[^a-z0-9]/gi, '')).not.toMatch(/900456|karim@|hiddenlane|wx99zz/i);
    expect(withoutOthers(karim, [nadia, karim])(words)).toBe(words);
  });

  test('leaves everything else as it was, and is not looked for where nothing could tell', () => {
    const words = 'By 3 February 2025, within 6 weeks: 01632 960 000, help@wexcombe.example';
    expect(withoutOthers(nadia, [nadia, karim])(words)).toBe(words);
    expect(mayShow(words, tracesIn('Telephone 01632 960000 or help@wexcombe.example'))).toBe(false);
  });

  test.each([
    ['another number on the line below', '07700 900456\n01632 960001'],
    ['a number of their own', '07700 900123 07700 900456'],
    ['a time', '07700 900456 9-5'],
    ['its country, without a +', '447700900456'],
    ['a line that ends within it', '07700\n900456'],
    ['quotation marks', '‘karim@invented.example’'],
    ['a full stop and a slash', 'karim@invented.example./'],
  ])('is left out, and nothing else, beside %s', (_what, words) => {
    expect(why(nadia, words)).toMatchObject({ kind: 'put right' });
    const shown = withoutOthers(nadia, [nadia, karim])(words);
    expect(shown).not.toMatch(/900456|karim@/);
    for (const others of ['01632 960001', '07700 900123', '9-5'])
      expect(shown.includes(others)).toBe(words.includes(others));
    expect(withoutOthers(karim, [nadia, karim])('07700 900456\n01632 960001')).toContain('900456');
  });

  test('is known where two numbers are written down as one', () => {
    const both = { ...karim, phone: '01632 960001 (work) / 07700 900456' };
    for (const words of ['Ring 01632960001', 'Ring 07700 900456'])
      expect(withoutOthers(nadia, [nadia, both])(words)).toContain('[left out');
  });

  test('is guarded where both live at one address', () => {
    const home = { addressLines: ['12 Example Street'], postcode: null, email: null };
    const [her, him] = [
      { ...nadia, ...home },
      { ...karim, ...home },
    ];
    expect(hasOthers(her, [her, him])).toBe(true);
    expect(hasOthers(her, [her, { ...him, phone: null }])).toBe(false);
  });

  test('whoever reads as nobody on the file is shown nobody’s', () => {
    expect(withoutOthers(undefined, [nadia])('At 12 Example Street, WX1 1AA')).not.toContain('WX1 1AA');
  });
});

describe('one person’s address in a letter to another', () => {
  test.each([
    'Write to KARIM@Invented.example.',
    'Karim’s number is 07700 900 456',
    'Karim’s number is +44 (0)7700 900456',
    'The child lives at 7 Hidden Lane, Oldmarket',
    'The child lives at 7 hidden  lane\nOldmarket',
    'The child’s postcode is WX9 9ZZ.',
    'The child’s postcode is wx99zz',
  ])('keeps it back: %s', (words) => {
    expect(why(nadia, words)).toMatchObject({
      kind: 'put right',
      why: expect.stringContaining('somebody else on the file'),
    });
    expect(why(karim, words)).toBeNull();
  });

  test.each([
    'Contact SENDIASS on 01632 960 000 or sendiass@wexcombe.example, at 1 High Street, WX2 2BB',
    'Karim Invented came to the meeting',
    'Your own address is 12 Example Street, WX1 1AA, nadia@invented.example, 07700 900123',
    'On 07/09/2025 it was 900456 days',
  ])('lets anything else through: %s', (words) => {
    expect(why(nadia, words)).toBeNull();
  });

  test('is no secret from somebody who lives there too', () => {
    const together = { ...karim, addressLines: nadia.addressLines, postcode: nadia.postcode };
    expect(why(nadia, 'You live at 12 Example Street, WX1 1AA', [nadia, together])).toBeNull();
  });

  test('whatever the words around it and however it is spaced, another’s phone or postcode never passes', () => {
    const spaced = (text: string) =>
      fc
        .array(fc.constantFrom('', ' '), { minLength: text.length, maxLength: text.length })
        .map((gaps) =>
          [...text].map((letter, place) => letter + (place === text.length - 1 ? '' : gaps[place])).join(''),
        );
    const words = fc
      .string({ unit: 'grapheme-ascii', maxLength: 40 })
      .map((text) => text.replace(/[\d+]/g, ''));
    fc.assert(
      fc.property(words, words, spaced('07700900456'), (before, after, phone) => {
        expect(why(nadia, `${before} ${phone} ${after}`)).not.toBeNull();
      }),
    );
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom('WX9 9ZZ', 'WX99ZZ', 'wx9  9zz', 'Wx9\n9zZ'),
        (before, after, postcode) => {
          expect(why(nadia, `${before} ${postcode} ${after}`)).not.toBeNull();
        },
      ),
    );
  });
});

test('a word as long as a form takes, without a space, is read once: a page with it is shown like any other', () => {
  const long = 'x'.repeat(400_000);
  expect(mayShow(long, new Set())).toBe(false);
  const told = `${long}\nwrite to karim@invented.example`;
  expect(withoutOthers(nadia, [nadia, karim])(told)).not.toContain('karim@');
});

describe('where the child lives', () => {
  const home = (of: Home) => ({
    ...aContact({ id: 'home', email: null, phone: null, prefers: 'post' }),
    ...{ addressLines: ['Harbour House', '5 Fostering Way'], postcode: 'WX7 7WX', home: of },
  });
  const child = home('of a child');
  const lookedAfter = home('of a looked-after child');
  const noAddress = aContact({ addressLines: [], postcode: null });
  const livesThere = aContact({ addressLines: ['5 Fostering Way'], postcode: 'WX7 7WX' });
  const telling = 'She comes by taxi from 5 Fostering Way, WX7 7WX.';

  test.each([
    ['somebody who lives elsewhere', nadia, child, 'put right'],
    ['somebody who lives elsewhere, of a child looked after', nadia, lookedAfter, 'put right'],
    ['whoever has no address, of a child looked after', noAddress, lookedAfter, 'put right'],
    ['whoever has no address, of any other child: they may well live there', noAddress, child, undefined],
    [
      'whoever was said to live elsewhere, with no address',
      { ...noAddress, livesElsewhere: true },
      child,
      'put right',
    ],
    ['whoever lives there', livesThere, lookedAfter, undefined],
    [
      'whoever lives there, written otherwise',
      { ...livesThere, addressLines: ['5 Fostering Wy.'] },
      child,
      undefined,
    ],
    ['the young person themself', { ...nadia, themself: true }, lookedAfter, undefined],
  ])('is kept from %s, or not', (_who, reader, place, kind) => {
    expect(why(reader, telling, [reader, place])?.kind).toBe(kind);
    const left = withoutOthers(reader, [reader, place])(telling);
    expect(left.includes('Fostering') || left.includes('WX7')).toBe(kind === undefined);
  });
});
