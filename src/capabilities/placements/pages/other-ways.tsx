/** What else a family can do where provision is not happening; nothing here has to be done first. */
export function OtherWays({ sendiass }: { sendiass: string | null }) {
  return (
    <>
      <h2 class="govuk-heading-m">Other things you can do</h2>
      <p class="govuk-body">
        You do not have to tell us here first, and telling us here takes none of these away.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Complain to us. If our answer does not settle it, complain to the Local Government and Social Care
          Ombudsman, who looks at delay and at help in a plan that is not given. Do so within 12 months.
        </li>
        <li>
          About what a school does, complain to the school, then to its governors, then to the Department for
          Education. About health care, complain to the health body.
        </li>
        <li>Ask for the disagreement resolution service. It is independent, and you can ask at any stage.</li>
        <li>Get legal advice about judicial review, where a judge decides if we have kept to the law.</li>
        <li>Get free, impartial advice: {sendiass ?? 'ask us for your local service'}.</li>
      </ul>
    </>
  );
}
