import { catalogueName, words } from './names.mjs';

/** @type {import('./skeleton.d.mts').Skeleton} */
export const framework = {
  shape: /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/,
  example: 'cis-controls-8',
  files: id => ({
    [`src/frameworks/${id}/manifest.json`]: `${JSON.stringify(
      {
        title: words(id),
        order: 9,
        documents: [
          {
            file: 'catalogue.isms',
            title: words(id),
            entry: 'safeguard',
            plural: 'safeguards',
            role: 'control',
            themes: { first: 'The first theme' },
          },
          { file: 'to-annex-a.isms', title: `${words(id)} to Annex A` },
        ],
      },
      null,
      2,
    )}\n`,
    [`src/frameworks/${id}/catalogue.isms`]: `/* Ids and titles of ${words(id)}. Built in and read-only. */
catalog ${catalogueName(id)} "${words(id)}" {
  publisher: "Who publishes it"
  edition: "1"
  licence: "Under which terms it may be used"
  entry ${catalogueName(id)}-1 "The title of the first entry" {
    theme: first
  }
}
`,
    [`src/frameworks/${id}/to-annex-a.isms`]: `/* What its publisher relates the entries to. Built in and read-only. */
mapping ${catalogueName(id)}ToAnnexA "${words(id)} to Annex A" {
  from: ${catalogueName(id)}
  to: AnnexA
  ${catalogueName(id)}-1 -> A.5.1
}
`,
  }),
  next: [
    'write the entries: ids and titles, as far as the licence of the framework allows',
    'write only what a published mapping says, or delete the file and its line in the manifest',
    'say in the manifest what an entry is called, its themes, and the place of the framework in lists',
    'name the sources in docs/catalogues.md; what may change a result needs two',
    'npm run generate, which checks the folder',
    'npm test -- unit test/frameworks test/build/frameworks.test.ts',
  ],
};
