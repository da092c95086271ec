/** The logo of an organisation in a Word document: at the right edge, on a line of its own above the title, so that nothing has to flow around it. */
import { AlignmentType, ImageRun, Paragraph } from 'docx';
import { type Logo, logoSize, pixelsOf } from '../shared/branding.ts';
import { plainText } from '../shared/text.ts';

export function logoLine(logo: Logo | undefined): Paragraph[] {
  if (!logo) return [];
  const { width, height } = logoSize(logo);
  const image = new ImageRun({
    type: logo.type === 'jpeg' ? 'jpg' : 'png',
    data: logo.bytes,
    transformation: { width: pixelsOf(width), height: pixelsOf(height) },
    // The library numbers what has no id, from document to document.
    altText: { id: '1', name: 'Logo', description: plainText(logo.words) },
  });
  return [new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { after: 0 }, children: [image] })];
}
