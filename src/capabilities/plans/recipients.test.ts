import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AT_FERNTON, aDraft, anId, FERNTON } from './examples.ts';
import { contentFor, type Party, planRecipients, type RecipientFacts } from './recipients.ts';

function aParty(id: number, changes: Partial<Party> = {}): Party {
  return {
    personId: anId(id),
    name: `Person ${id}`,
    role: 'parent',
    restricted: false,
    address: [`${id} Secret Street`],
    email: `${id}@example.org`,
    ...changes,
  };
}

function someFacts(changes: Partial<RecipientFacts> = {}): RecipientFacts {
  return {
    parties: [aParty(1)],
    rights: { holder: 'parent', acts: 'parent' },
    placement: AT_FERNTON,
    settingAddresses: new Map([[FERNTON.settingId, ['School Lane']]]),
    commissioningBody: { name: 'Fernshire Integrated Care Board', address: ['Health House'] },
    ...changes,
  };
}

test('the parent, the governing body of the setting named, and the commissioning body each get it, with the reason', () => {
  const { recipients, leftOut } = planRecipients(someFacts());
  expect(recipients.map(({ name, reason }) => [name, reason])).toEqual([
    ['Person 1', 'The child’s parent'],
    ['Fernton Primary School', 'The governing body of the setting the plan names'],
    ['Fernshire Integrated Care Board', 'The responsible commissioning body'],
  ]);
  expect(recipients.every(({ cite }) => cite.provision === 'SEND Regulations 2014, reg. 13(2)')).toBe(true);
  expect(leftOut).toEqual([]);
});

test('two parents who each hold the rights each get their own', () => {
  const { recipients } = planRecipients(someFacts({ parties: [aParty(1), aParty(2)] }));
  expect(recipients.filter(({ kind }) => kind === 'person').map(({ id }) => id)).toEqual([anId(1), anId(2)]);
});

test('once the young person holds the rights it is theirs, and a parent is told apart, not sent it', () => {
  const parties = [aParty(1), aParty(2, { role: 'young person' })];
  const { recipients, leftOut } = planRecipients(
    someFacts({ parties, rights: { holder: 'young person', acts: 'young person' } }),
  );
  expect(recipients[0]?.id).toBe(anId(2));
  expect(leftOut.map(({ name }) => name)).toEqual(['Person 1']);
});

test('what stands in the way is reported, not skipped', () => {
  const facts = someFacts({ parties: [], settingAddresses: new Map(), commissioningBody: null });
  const { recipients, leftOut } = planRecipients(facts);
  expect(recipients).toEqual([]);
  expect(leftOut.filter(({ putRight }) => putRight).map(({ name }) => name)).toEqual([
    'A parent',
    'Fernton Primary School',
    'The responsible commissioning body',
  ]);
});

const parties: fc.Arbitrary<Party[]> = fc
  .array(fc.tuple(fc.constantFrom('parent', 'young person', 'representative'), fc.boolean()), {
    maxLength: 6,
  })
  .map((people) => people.map(([role, restricted], i) => aParty(i + 1, { role, restricted })));

test('a restricted person never receives, and nobody is handed an address that is not their own', () => {
  fc.assert(
    fc.property(parties, fc.constantFrom('parent', 'young person', 'representative'), (people, acts) => {
      const { recipients } = planRecipients(
        someFacts({ parties: people, rights: { holder: 'young person', acts } }),
      );
      for (const recipient of recipients.filter(({ kind }) => kind === 'person')) {
        const party = people.find(({ personId }) => personId === recipient.id);
        expect(party?.restricted).toBe(false);
        expect(recipient.address).toEqual(party?.address);
      }
    }),
  );
});

test('no copy shows one person another’s address, email or telephone number', () => {
  fc.assert(
    fc.property(parties, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (people, withheld) => {
      const mainContacts = people.map((party, i) => ({
        personId: party.personId,
        name: party.name,
        relationship: party.role,
        email: `${party.personId}@example.org`,
        telephone: `tel ${party.personId}`,
        address: `address ${party.personId}`,
        addressWithheld: withheld[i] ?? false,
      }));
      const content = aDraft({ mainContacts });
      const { recipients } = planRecipients(someFacts({ parties: people }));
      for (const recipient of recipients) {
        const shown = contentFor(content, recipient, people).mainContacts.filter(
          (contact) => contact.address !== '',
        );
        for (const contact of shown) {
          if (recipient.kind === 'person') expect(contact.personId).toBe(recipient.id);
          else expect(contact.addressWithheld).toBe(false);
          expect(people.find(({ personId }) => personId === contact.personId)?.restricted).toBe(false);
        }
      }
    }),
  );
});

test('a copy keeps every name, and every word outside the contacts', () => {
  const content = aDraft();
  const copy = contentFor(content, { kind: 'person', id: anId(5) }, []);
  expect(copy.mainContacts.map(({ name }) => name)).toEqual(['Robin Example']);
  expect({ ...copy, mainContacts: [] }).toEqual({ ...content, mainContacts: [] });
});
