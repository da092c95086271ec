/** A copied table as declarations. */
import { kindsText } from '../../../src/exchange/report/kinds.ts';
import { type Kind, topType } from '../../../src/language/schema.ts';
import type { IsmsUnit } from '../../../src/workspace/workspace.ts';
import { request } from './shared/request.ts';

export default request('isms/paste', async ({ ready, language: { speak } }, { uri, text, html }) => {
  const session = await ready();
  const unit = session.workspace.unitOf(uri);
  const { pasted } = await import('./shared/exchange.ts');
  const given = { text, ...(html !== undefined && { html }) };
  const found = await pasted(given, (keyword, name) => isDeclared(unit, keyword, name));
  return found ? { text: found.text, summary: speak(() => kindsText(found.counts)) } : null;
});

/** Whether an ISMS declares something of a kind, of any name or of this. */
function isDeclared(unit: IsmsUnit | undefined, keyword: string, name: string | undefined): boolean {
  const kind = topType(keyword)?.name;
  if (!unit || kind === undefined) return false;
  return name === undefined ? unit.isms.count(kind as Kind) > 0 : unit.view().named(name, kind).length > 0;
}
