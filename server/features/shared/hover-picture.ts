/** The picture in a hover, as Markdown. */
import { svgFile } from '../../../src/drawing/shape-text.ts';
import { escapeMarkdown } from '../../../src/ide/markdown.ts';
import type { Declaration } from '../../../src/model/declaration.ts';
import type { Say } from '../../../src/wording/wording.ts';
import type { IsmsUnit } from '../../../src/workspace/workspace.ts';
import { encodeBase64 } from '../../protocol/base64.ts';

/** The picture of what is declared, in words for those who cannot see it; undefined where there is none. Loaded when first asked for. */
export async function hoverPicture(unit: IsmsUnit, declaration: Declaration, say: Say): Promise<string | undefined> {
  const { riskHoverDrawing } = await import('../../../src/pictures/risk-hover-drawing.ts');
  const shape = riskHoverDrawing(unit, declaration, say);
  if (!shape) return undefined;
  const address = `data:image/svg+xml;base64,${encodeBase64(new TextEncoder().encode(svgFile(shape, '')))}`;
  return `![${escapeMarkdown(String(shape.attributes['aria-label']))}](${address})`;
}
