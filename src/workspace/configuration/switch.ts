/** Settings of an editor that are on or off, and on where nobody says so. */
import { setting } from './setting.ts';

export const editorSwitch = ({ key, order, description }: { key: string; order: number; description: string }) =>
  setting({
    key,
    description,
    want: 'has to be true or false',
    example: false,
    otherwise: 'it is shown',
    schema: () => ({ type: 'boolean', default: true }),
    read: ({ value }): boolean | undefined => (typeof value === 'boolean' ? value : undefined),
    editorOnly: true,
    editor: { order, description },
  });
