import * as manifest from '../../package.json';
import { withoutEnd } from '../model/without-end.ts';

/** Where the page of a rule is on the web; undefined as long as the package names no home page. */
export function rulePage(code: string): string | undefined {
  const { homepage } = manifest as { homepage?: string };
  if (homepage === undefined) return undefined;
  const [site = ''] = homepage.split('#', 1);
  return `${withoutEnd(site, '/')}/docs/rules/${code}.md`;
}
