/** Whether files say the same as before, wherever in them it stands. */
import { kindKeywords } from '../language/schema.ts';
import type { Declaration } from '../model/declaration.ts';
import { pathsOf } from '../model/file-paths.ts';
import { nodesIn } from '../model/nodes-in.ts';
import { readDeclaration } from '../syntax/read.ts';
import { suppressions } from '../syntax/suppressions.ts';
import { split } from '../syntax/text/splitter.ts';
import { parentUri, resolvePath } from '../workspace/uri.ts';

/** Where things stand in a text, and what follows from the rest. */
const places: ReadonlySet<string> = new Set([
  'start',
  'end',
  '$start',
  '$end',
  '$symbol',
  '$definitions',
  '$references',
]);

/**
 * What files say: each declaration with the rules that are silenced for it, as texts in no particular order of files. A path counts as
 * the file that it names.
 */
export function statementsOf(texts: Iterable<readonly [uri: string, text: string | undefined]>): string[] {
  const statements: string[] = [];
  for (const [uri, text = ''] of texts) {
    const folder = parentUri(uri) ?? uri;
    for (const { start, end, bodyStart, bodyEnd } of split(text, kindKeywords)) {
      const silenced = suppressions({ text: text.slice(start, end), bodyStart: bodyStart - start });
      const codes = silenced.map(({ code, reason }) => `${code}: ${reason}`);
      if (bodyStart === bodyEnd && !codes.length) continue;
      const { declaration, problems } = readDeclaration(text, bodyStart, bodyEnd);
      const paths = new Map(
        [...(declaration ? nodesIn(declaration as Declaration) : [])]
          .flatMap(pathsOf)
          .map(path => [path as unknown, resolvePath(folder, path.value)]),
      );
      const said = JSON.stringify(declaration, (key, part: unknown) =>
        places.has(key) ? undefined : (paths.get(part) ?? part),
      );
      statements.push(`${said} ${problems.length} ${codes.join(' ')}`);
    }
  }
  return statements.sort();
}
