import {
  AsTyped,
  Button,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Radios,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import type { SettingType } from '../plan.ts';
import { ABOUT_WORDS } from '../section-titles.ts';
import { preferenceInEasyRead } from './easy-read/preference.ts';
import { commentInEasyRead, finishedInEasyRead, meetingInEasyRead } from './easy-read/saying.ts';
import { keptBy } from './kept-copy.tsx';
import { From, inSent, Saying, type SayingProps, SendOr } from './saying-form.tsx';

/** One comment on one part of the draft. */
export const CommentPage = inEasyRead(Comment, commentInEasyRead);

function Comment(props: SayingProps) {
  const { base, formKey, typed, errors, who } = props;
  const title = who === 'staff' ? 'Record a comment' : 'Tell us what you think';
  return (
    <Saying {...props} title={title}>
      {who !== 'staff' && (
        <p class="govuk-body">
          Make each comment on its own, so that we can answer each one. You can make as many as you like.
        </p>
      )}
      <Form action={`${base}/comments`} idempotencyKey={formKey} attributes={keptBy(props)}>
        {props.line === null ? (
          <Select
            name="about"
            label={{ text: 'Which part of the draft is it about?', classes: 'govuk-label--m' }}
            errorMessage={errors['about']}
            value={typed['about'] ?? 'the whole draft'}
            items={Object.entries(ABOUT_WORDS).map(([value, text]) => ({ value, text }))}
          />
        ) : (
          <>
            <InsetText>
              <strong>{props.line.name}</strong>: <AsTyped>{props.line.words}</AsTyped>
            </InsetText>
            <input type="hidden" name="row" value={props.line.id} />
            <input type="hidden" name="about" value={props.line.about} />
          </>
        )}
        <Textarea
          name="words"
          label={{ text: who === 'staff' ? 'What they said' : 'Your comment', classes: 'govuk-label--m' }}
          hint={
            who === 'staff'
              ? 'In their own words, as far as you can'
              : 'What is wrong, what is missing, or what you would like it to say'
          }
          errorMessage={errors['words']}
          value={typed['words']}
          rows={6}
        />
        <From {...props} />
        <SendOr {...props} send={who === 'staff' ? 'Save comment' : 'Send comment'} />
      </Form>
    </Saying>
  );
}

/** Asking to meet an officer. */
export const MeetingPage = inEasyRead(Meeting, meetingInEasyRead);

function Meeting(props: SayingProps) {
  const { base, formKey, typed, errors, who } = props;
  const title = who === 'staff' ? 'Record that they ask for a meeting' : 'Ask to meet us about the draft';
  return (
    <Saying {...props} title={title}>
      <p class="govuk-body">
        {who === 'staff'
          ? 'The plan cannot be made final until the meeting is held, or they no longer want it.'
          : 'You have the right to talk the draft through with one of our officers. We will contact you to agree a time.'}
      </p>
      <Form action={`${base}/meetings`} idempotencyKey={formKey} attributes={keptBy(props)}>
        <Textarea
          name="words"
          label={{ text: 'Anything we should know first', classes: 'govuk-label--m' }}
          hint="For example, when suits you, how you would like to meet, or an interpreter you need"
          errorMessage={errors['words']}
          value={typed['words']}
          rows={4}
        />
        <From {...props} />
        <SendOr {...props} send={who === 'staff' ? 'Save' : 'Ask for a meeting'} />
      </Form>
    </Saying>
  );
}

/** Saying that there is nothing more to say, before the 15 days are over. */
export const FinishedPage = inEasyRead(Finished, finishedInEasyRead);

function Finished(props: SayingProps) {
  const { base, formKey, errors, who } = props;
  const title = who === 'staff' ? 'Record that they have finished' : 'Tell us you have finished';
  return (
    <Saying {...props} title={title}>
      <p class="govuk-body">
        {who === 'staff'
          ? 'Record this only if they have said that they have nothing more to add.'
          : 'You do not have to do this. You have your full time unless you say you have nothing more to add. Until the plan is final you can still comment.'}
      </p>
      {errors['preference'] !== undefined && (
        <p class="govuk-body" id="preference">
          <a class="govuk-link" href={`${base}/preference`}>
            {who === 'staff' ? 'Record which setting they want' : 'Say which setting you want'}
          </a>
        </p>
      )}
      <Form action={`${base}/finished`} idempotencyKey={formKey}>
        <From {...props} />
        <Button preventDoubleClick>
          {who === 'staff' ? 'Record that they have finished' : 'I have nothing more to add'}
        </Button>
      </Form>
    </Saying>
  );
}

export type FoundSetting = { id: string; name: string; about: string };

export type PreferenceProps = SayingProps & {
  search: string;
  found: readonly FoundSetting[];
  /** The one of them that is chosen; empty where none is yet. */
  chosen: string;
  total: number;
  keys: { chosen: string; typed: string; none: string };
};

const KINDS: readonly { value: SettingType; text: string }[] = [
  { value: 'maintained school', text: 'A state school or Academy, mainstream or special' },
  { value: 'further education institution', text: 'A further education or sixth-form college' },
  { value: 'non-maintained special school', text: 'A non-maintained special school' },
  {
    value: 'independent institution approved under section 41',
    text: 'An independent school or college on the section 41 list',
  },
  {
    value: 'independent school not approved under section 41',
    text: 'Another independent school or college',
  },
  { value: 'other', text: 'Something else, or I do not know' },
];

/** Which nursery, school or college the family wants. Any may be asked for; the register only saves typing. */
export const PreferencePage = inEasyRead(Preference, preferenceInEasyRead);

function Preference(props: PreferenceProps) {
  const { base, search, found, total, keys, who } = props;
  const [theFound, theTyped, theNone] = [
    inSent(props, 'found'),
    inSent(props, 'typed'),
    inSent(props, 'none'),
  ];
  const title =
    who === 'staff' ? 'Record which setting they want' : 'Which nursery, school or college do you want?';
  return (
    <Saying {...props} title={title}>
      <form method="get" action={`${base}/preference`}>
        <Input
          name="q"
          label={{ text: 'Find it by name or postcode', classes: 'govuk-label--m' }}
          value={search}
          type="search"
          classes="govuk-input--width-20"
        />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
      {search !== '' && found.length === 0 && <p class="govuk-body">Nothing on the register matches.</p>}
      {found.length > 0 && (
        <Form action={`${base}/preference`} idempotencyKey={keys.chosen}>
          <input type="hidden" name="choice" value="found" />
          <input type="hidden" name="q" value={search} />
          <Radios
            name="settingId"
            fieldset={{ legend: { text: `Found: ${total}`, classes: 'govuk-fieldset__legend--m' } }}
            {...(total > found.length
              ? { hint: 'These are the first. Add a town or postcode to narrow it.' }
              : {})}
            errorMessage={theFound.errors['settingId']}
            value={props.chosen}
            items={found.map(({ id, name, about }) => ({ value: id, text: name, hint: about }))}
          />
          <Reasons {...theFound} id={theFound.idOf('reasons')} />
          <From {...theFound} id={theFound.idOf('from')} />
          <Button preventDoubleClick>{who === 'staff' ? 'Save' : 'Ask for this setting'}</Button>
        </Form>
      )}
      <h2 class="govuk-heading-m">If it is not on the register</h2>
      <Form action={`${base}/preference`} idempotencyKey={keys.typed}>
        <input type="hidden" name="choice" value="typed" />
        <Input
          name="name"
          label={{ text: 'Its name', classes: 'govuk-label--s' }}
          errorMessage={theTyped.errors['name']}
          value={theTyped.typed['name']}
        />
        <Radios
          name="type"
          classes="govuk-radios--small"
          fieldset={{ legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--s' } }}
          value={theTyped.typed['type'] ?? 'other'}
          items={KINDS}
        />
        <Reasons {...theTyped} id={theTyped.idOf('reasons')} />
        <From {...theTyped} id={theTyped.idOf('from')} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {who === 'staff' ? 'Save' : 'Ask for this setting'}
        </Button>
      </Form>
      <h2 class="govuk-heading-m">
        {who === 'staff' ? 'If they have no preference' : 'If you have no preference'}
      </h2>
      <Form action={`${base}/preference`} idempotencyKey={keys.none}>
        <input type="hidden" name="choice" value="none" />
        <From {...theNone} id={theNone.idOf('from')} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {who === 'staff' ? 'They have no preference' : 'I have no preference'}
        </Button>
      </Form>
    </Saying>
  );
}

function Reasons({ id, typed, errors, who }: SayingProps & { id: string }) {
  return (
    <Textarea
      name="reasons"
      id={id}
      label={{
        text: who === 'staff' ? 'Why they want it' : 'Why do you want it?',
        classes: 'govuk-label--s',
      }}
      hint="You can leave this empty"
      errorMessage={errors['reasons']}
      value={typed['reasons']}
      rows={3}
    />
  );
}
