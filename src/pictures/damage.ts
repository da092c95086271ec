/** What of the texts could not be read, so that nobody takes pictures for whole that are not. */
import { said } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { Damage } from './data.ts';
import { sourcePath } from './places.ts';

/** The first place of each damaged declaration, or of what stands where one should; files by URI, from top to bottom. */
export function damageOf(unit: IsmsUnit): Damage[] {
  const files = [...unit.isms.files.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  return files.flatMap(({ uri, blocks }) =>
    blocks.flatMap(block => {
      const problem = block.problems.find(({ code }) => code === 'syntax/error');
      if (!problem) return [];
      const { line, character } = block.range(problem).start;
      const place = { path: sourcePath(unit, uri), line: line + 1, column: character + 1 };
      return [{ place, message: said(problem.message) }];
    }),
  );
}
