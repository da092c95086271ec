import * as manifest from '../../package.json';

/** Where the page of a rule is on the web; undefined as long as the package names no home page. */
export function rulePage(code: string): string | undefined {
  const { homepage } = manifest as { homepage?: string };
  return homepage?.replace(/(#.*)?\/*$/, `/docs/rules/${code}.md`);
}
