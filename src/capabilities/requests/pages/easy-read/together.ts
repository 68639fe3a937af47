import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import type { TogetherProps } from '../together.tsx';

/** Writing a request together with the school, in Easy Read. */
export function togetherInEasyRead(props: TogetherProps): EasyRead {
  const { draftId, sharing, part, askName, typed, errors, formKey } = props;
  const at = `/drafts/${draftId}/together`;
  const name: EasyBlock = {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: { kind: 'text', name: 'name', label: 'Your name', value: typed['name'], autocomplete: 'name' },
  };
  const who = part === 'school' ? 'the family' : 'the school';
  return {
    title: 'Write this together',
    back: { href: `/drafts/${draftId}/check`, text: 'Your answers' },
    errors,
    sections: [
      {
        blocks: [
          { picture: 'people', lines: ['A family and a school can write this together.'] },
          { picture: 'a notepad', lines: ['You see what they write.', 'They see what you write.'] },
          { picture: 'a door', lines: ['The school does not see where you live.'] },
          { picture: 'a letter', lines: ['Only the family sends it.', 'You do not have to wait.'] },
          { picture: 'a stop sign', lines: ['You can stop at any time.'] },
        ],
      },
      sharing === null
        ? {
            blocks: [
              { picture: 'a key', lines: [say`We make a link for ${who}.`, 'It works 1 time.'] },
              ...(askName ? [name] : []),
            ],
            form: { action: at, key: formKey, button: 'Make a link' },
          }
        : {
            blocks: [
              sharing.editor === null
                ? { picture: 'an hourglass', lines: ['Nobody has used the link yet.'] }
                : {
                    picture: 'people',
                    lines: [say`${sharing.ownerName} and ${sharing.editor.name} write this together.`],
                  },
            ],
            form: { action: `${at}/ending`, key: formKey, button: 'Stop writing together' },
          },
    ],
  };
}
