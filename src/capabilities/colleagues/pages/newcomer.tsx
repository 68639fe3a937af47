import { type FieldErrors, Input } from '../../../design-system/index.ts';

type Props = { typed: Readonly<Record<string, string>>; errors: FieldErrors };

/** Who is let in: their name, and the address they sign in with. */
export function Newcomer({ typed, errors }: Props) {
  return (
    <>
      <Input name="name" label="Full name" value={typed['name']} errorMessage={errors['name']} />
      <Input
        name="email"
        type="email"
        label="Work email address"
        hint="They sign in with this address. Tell them to go to this service and choose ‘Sign in’."
        value={typed['email']}
        errorMessage={errors['email']}
        spellcheck={false}
      />
    </>
  );
}
