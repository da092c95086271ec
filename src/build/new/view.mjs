import { words } from './names.mjs';

/** @type {import('./skeleton.d.mts').Skeleton} */
export const view = {
  shape: /^[a-z]+$/,
  example: 'controls',
  files: name => ({
    [`src/ide/views/${name}.ts`]: `/** ${words(name)}: the controls that are applied, by number. */
import { includedControls } from '../../analysis/audit-coverage.ts';
import { type Given, paged, type Tree, view } from './shared/view.ts';

export default view({
  id: '${name}',
  title: '${words(name)}',
  order: 9,
  filters: [],
  build,
});

function build({ unit }: Given): Tree {
  const controls = unit.view().get(includedControls);
  return {
    items: paged(controls, id => ({ id, label: id })),
    ...(!controls.length && { message: 'No control is applied.' }),
  };
}
`,
  }),
  next: [
    'work out in src/analysis what the view shows, and say in which order it stands',
    'npm run generate, which adds it to package.json',
    'npm test -- unit test/ide test/server/views.test.ts',
    'show it in docs/features.md',
  ],
};
