import { longestPattern, patternFault } from '../exclude-patterns.ts';
import { setting } from '../setting.ts';

export default setting({
  key: 'exclude',
  description:
    'Folders and files that are left out, relative to the folder of this file, with `*` and `?` for characters of a name and `**` for any folders.',
  want: 'has to be a list of folders or patterns, as in [ "archive", "drafts/*.isms" ]',
  example: ['archive', 'drafts/*.isms'],
  otherwise: 'nothing is left out',
  schema: () => ({ type: 'array', items: { type: 'string', minLength: 1, maxLength: longestPattern } }),
  read: (value, { tell }): readonly string[] | undefined => {
    if (value.type !== 'array') return undefined;
    const patterns: string[] = [];
    for (const item of value.children ?? []) {
      const fault = patternFault(item.value);
      if (fault) tell(item, fault);
      else patterns.push(item.value);
    }
    return patterns;
  },
});
