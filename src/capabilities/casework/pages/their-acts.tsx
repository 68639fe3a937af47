import type { Content } from '../../../design-system/index.ts';
import type { TheirAct } from '../family-acts.ts';

type Props = {
  childId: string;
  todo: readonly TheirAct[];
  /** The page's own words for sending papers, and what it says last of the case itself; null for whoever may send none. */
  send: Content | null;
  help?: Content;
  /** What leads to who opened the file; null for whoever the family invited. */
  readers: string | null;
};

/** What a family can do: about the case first, then how we keep in touch, then on paper; ending it last. */
export function TheirActs({ childId, todo, send, help, readers }: Props) {
  const about = (which: TheirAct['about']) => todo.filter((act) => act.about === which);
  const touch = [
    ...about('keeping in touch'),
    ...(readers === null ? [] : [{ href: `/family/${childId}/readers`, text: readers }]),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">What you can do</h2>
      <ul class="govuk-list govuk-list--spaced">
        {about('case').map(link)}
        {send !== null && <li>{send}</li>}
        {help !== undefined && <li>{help}</li>}
      </ul>
      <Under heading="Keeping in touch, and who sees what" acts={touch} />
      <Under heading="On paper" acts={about('paper')} />
      <Under heading="The request itself" acts={about('ending')} />
    </>
  );
}

function Under({ heading, acts }: { heading: string; acts: readonly Link[] }) {
  if (acts.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{heading}</h3>
      <ul class="govuk-list govuk-list--spaced">{acts.map(link)}</ul>
    </>
  );
}

type Link = Pick<TheirAct, 'href' | 'text'>;

function link({ href, text }: Link) {
  return (
    <li key={href}>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  );
}
