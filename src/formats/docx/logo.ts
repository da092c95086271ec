/** The logo of an organisation in a Word document: at the right edge of the first page, beside the title. */
import {
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  TextWrappingSide,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import { type Logo, logoSize, pixelsOf } from '../shared/branding.ts';
import { plainText } from '../shared/text.ts';

/** In English Metric Units, of which a point has 12,700: what is left free beside it. */
const gap = 24 * 12_700;

/** It begins somewhat above the title, so that the table below it has its whole width. */
const raised = -10 * 12_700;

export function logoRun(logo: Logo | undefined): ImageRun[] {
  if (!logo) return [];
  const { width, height } = logoSize(logo);
  return [
    new ImageRun({
      type: logo.type === 'jpeg' ? 'jpg' : 'png',
      data: logo.bytes,
      transformation: { width: pixelsOf(width), height: pixelsOf(height) },
      // The library numbers what has no id, from document to document.
      altText: { id: '1', name: 'Logo', description: plainText(logo.words) },
      floating: {
        horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.RIGHT },
        verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: raised },
        wrap: { type: TextWrappingType.SQUARE, side: TextWrappingSide.LEFT },
        margins: { left: gap },
      },
    }),
  ];
}
