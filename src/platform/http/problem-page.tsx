import type { FastifyRequest } from 'fastify';
import { Layout } from '../../design-system/index.ts';

export type Problem = { title: string; paragraphs: readonly string[] };

export const NOT_THERE: Problem = {
  title: 'Page not found',
  paragraphs: [
    'If you typed the address, check it is correct.',
    'If you pasted the address, check you copied all of it.',
    'If you came here from a letter or an email, sign in or use your code first.',
    'If you have just sent a request and went back, it is safe with us: follow it from the menu above.',
  ],
};
export const TOO_MUCH: Problem = {
  title: 'That is too much to send at once',
  paragraphs: [
    'Go back: what you typed is still there.',
    'Shorten the longest answer, or send the rest as a document.',
  ],
};
export const TOO_OFTEN: Problem = {
  title: 'Too many tries',
  paragraphs: ['Wait a few minutes, then try again. Nothing you sent has been lost.'],
};
export const NOT_UNDERSTOOD: Problem = {
  title: 'We could not read what was sent',
  paragraphs: ['Go back and try again. If it happens again, contact the SEND team.'],
};

export function ourFault(number: string): Problem {
  return {
    title: 'Sorry, there is a problem with the service',
    paragraphs: [
      'Try again in a few minutes. What you had already saved is safe.',
      `If you contact us about it, quote the number ${number}.`,
    ],
  };
}

export function problemPage(request: FastifyRequest, problem: Problem) {
  const page = request.pageContext();
  return (
    <Layout title={problem.title} page={page}>
      <h1 class="govuk-heading-l">{problem.title}</h1>
      {problem.paragraphs.map((text) => (
        <p class="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the first page
        </a>
        {page.feedbackEmail !== null && (
          <>
            {', or email the SEND team: '}
            <a class="govuk-link" href={`mailto:${page.feedbackEmail}`}>
              {page.feedbackEmail}
            </a>
          </>
        )}
        .
      </p>
    </Layout>
  );
}
