import {
  Button,
  InsetText,
  LetterLink,
  type PageContext,
  SummaryList,
  Tag,
} from '../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../shared/plain-date.ts';
import { FORMAT_WORDS, sayWhereTheyDiffer, WAYS } from '../contact-details.ts';
import { onePerson } from '../merging.ts';
import { type Person, whyNoAddress } from '../person.ts';
import { Frame, type Of } from './frame.tsx';

type Props = {
  page: PageContext;
  of: Of;
  people: readonly Person[];
  mayChange: boolean;
  /** Letters that went to an address no longer their recipient's. */
  elsewhere: readonly { id: string; subject: string; recipientName: string }[];
  /** Letters kept back, each with why. */
  notSent: readonly { id: string; subject: string; recipientName: string; failure: string | null }[];
  /** The merged record that each who came with one was on. */
  cameFrom: ReadonlyMap<string, string>;
};

/** Everyone on a child's file: who they are, whether anybody has checked, and whether contact is restricted. */
export function PeoplePage({ page, of, people, mayChange, elsewhere, notSent, cameFrom }: Props) {
  return (
    <Frame {...{ page, of }} title="People" back={`/cases/${of.childId}`}>
      <NotSent page={page} notSent={notSent} />
      <Elsewhere page={page} elsewhere={elsewhere} />
      <AskedBothWays people={people} />
      {people.length === 0 && <p class="govuk-body">Nobody is on this file yet.</p>}
      {people.map((person) => (
        <SummaryList
          card={{
            title: person.name,
            actions: { items: mayChange ? actionsFor(of.childId, person) : [] },
          }}
          rows={[
            { key: 'Relationship', value: person.relationship },
            { key: 'Parental responsibility', value: person.parentalResponsibility ? 'Yes' : 'Not recorded' },
            { key: 'Who they are', value: <Checked person={person} /> },
            { key: 'Contact', value: <Restriction person={person} /> },
            { key: 'Write to them by', value: WAYS[person.prefers] },
            { key: 'Letters', value: lettersFor(person) },
            { key: 'Speaking', value: speaking(person) },
            { key: 'Email address', value: person.email ?? 'Not recorded' },
            { key: 'Telephone number', value: person.phone ?? 'Not recorded' },
            { key: 'Address', value: addressOf(person) },
            ...(cameFrom.has(person.id)
              ? [{ key: 'Came from', value: `The record of ${cameFrom.get(person.id)}` }]
              : []),
          ]}
        />
      ))}
      {mayChange && <Button href={`/cases/${of.childId}/people/new`}>Add a person</Button>}
      <h2 class="govuk-heading-m">Addresses in the plan</h2>
      <p class="govuk-body">{whyNoAddress(people)}</p>
    </Frame>
  );
}

function NotSent({ page, notSent }: Pick<Props, 'page' | 'notSent'>) {
  if (notSent.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">These were not sent. Put right what kept them back, then open one to send it:</p>
      <ul class="govuk-list govuk-list--bullet">
        {notSent.map(({ id, subject, recipientName, failure }) => (
          <li key={id}>
            <LetterLink page={page} id={id}>
              {subject}
            </LetterLink>
            , to {recipientName}. {failure}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

function Elsewhere({ page, elsewhere }: Pick<Props, 'page' | 'elsewhere'>) {
  if (elsewhere.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">These went to an address that is no longer theirs. Open one to send it again:</p>
      <ul class="govuk-list govuk-list--bullet">
        {elsewhere.map(({ id, subject, recipientName }) => (
          <li key={id}>
            <LetterLink page={page} id={id}>
              {subject}
            </LetterLink>
            , to {recipientName}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

/** Whoever is here by two records and asks for different things on them: for staff to ask them, as nothing was replaced. */
function AskedBothWays({ people }: Pick<Props, 'people'>) {
  const able = people.filter(({ restricted }) => !restricted);
  const differ = able.flatMap((one, at) =>
    able
      .slice(at + 1)
      .filter((other) => onePerson(one, other))
      .flatMap((other) => sayWhereTheyDiffer(one, other).map((words) => `${one.name}. ${words}`)),
  );
  if (differ.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        Somebody is here more than once by the same name, and asked for different things. Nothing was
        replaced. Ask them which is right, then change the details:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {differ.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </InsetText>
  );
}

function lettersFor({ format, language }: Person): string {
  return [FORMAT_WORDS[format], `in ${language ?? 'English'}`].join(', ');
}

function speaking({ interpreter, bsl }: Person): string {
  const needs = [
    ...(interpreter === null ? [] : [`Needs an interpreter: ${interpreter}`]),
    ...(bsl ? ['Uses British Sign Language'] : []),
  ];
  return needs.join('. ') || 'Nothing recorded';
}

function actionsFor(childId: string, person: Person) {
  const at = `/cases/${childId}/people/${person.id}`;
  const check = {
    href: `${at}/check`,
    text: 'Record that you checked who they are',
  };
  const restriction = {
    href: `${at}/restriction`,
    text: person.restricted ? 'Lift the restriction' : 'Restrict contact',
  };
  const details = { href: `${at}/details`, text: 'Change details' };
  return person.checked === null ? [check, details, restriction] : [details, restriction];
}

function Checked({ person: { checked, waiting } }: { person: Person }) {
  if (checked !== null) {
    return (
      <>
        <Tag colour="green">Checked</Tag> by {checked.by} on {sayDate(englishDay(checked.at))}: {checked.how}
      </>
    );
  }
  return (
    <>
      <Tag colour="yellow">Not checked</Tag>{' '}
      {waiting
        ? 'They gave their details with a request that was joined to this file. They are written nothing, and can get no code to follow it, until somebody records that they checked who they are.'
        : 'They gave their details with a request.'}
    </>
  );
}

function Restriction({ person: { restriction } }: { person: Person }) {
  if (restriction === null) return <>Not restricted</>;
  const by = restriction.by === null ? '' : ` by ${restriction.by}`;
  const on = restriction.at === null ? '' : ` on ${sayDate(englishDay(restriction.at))}`;
  return (
    <>
      <Tag colour="red">Restricted</Tag>
      {by}
      {on}: {restriction.reason}
      <br />
      They are sent nothing.
    </>
  );
}

function addressOf({ addressLines, postcode }: Person) {
  const lines = [...addressLines, ...(postcode === null ? [] : [postcode])];
  if (lines.length === 0) return 'Not recorded';
  return lines.map((line, at) => (
    <>
      {at > 0 && <br />}
      {line}
    </>
  ));
}
