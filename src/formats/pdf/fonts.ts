/** The fonts of a PDF, embedded: European scripts. Each file has the letters of one script, so a text is drawn in stretches. */

import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff';
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff';
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff';
import greekBold from '@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff';
import latinExtBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff';
import type PDFDocument from 'pdfkit';
import type { Look } from './lines.ts';

type Pdf = InstanceType<typeof PDFDocument>;

const files: Readonly<Record<string, { readonly plain: Uint8Array; readonly bold: Uint8Array }>> = {
  latin: { plain: latin, bold: latinBold },
  'latin-ext': { plain: latinExt, bold: latinExtBold },
  greek: { plain: greek, bold: greekBold },
  cyrillic: { plain: cyrillic, bold: cyrillicBold },
};

/** In the place of a sign that no font has. */
const replacement = '\uFFFD';

interface Stretch {
  readonly text: string;
  readonly script: string;
}

export class Fonts {
  /** How many signs were drawn that no font has. */
  missing = 0;
  private readonly pdf: Pdf;
  /** By sign: the script whose font has it; undefined for none. */
  private readonly scripts = new Map<string, string | undefined>();
  private readonly widths = new Map<string, number>();

  constructor(pdf: Pdf) {
    this.pdf = pdf;
    for (const [script, { plain, bold }] of Object.entries(files)) {
      pdf.registerFont(`${script} plain`, plain as unknown as ArrayBuffer);
      pdf.registerFont(`${script} bold`, bold as unknown as ArrayBuffer);
    }
  }

  /** How wide a text is, in points. */
  measure(text: string, { bold = false, size }: Look): number {
    const key = `${bold ? 'b' : 'p'}${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.stretches(text).reduce(
        (sum, stretch) => sum + this.select(stretch, bold, 1000).widthOfString(stretch.text),
        0,
      );
      this.widths.set(key, width);
    }
    return (width * size) / 1000;
  }

  /** Draws a text in one line, its top left at the place. */
  draw(text: string, look: Look, x: number, y: number): void {
    let at = x;
    for (const stretch of this.stretches(text, true)) {
      const { bold = false, oblique = false, color, size } = look;
      this.select(stretch, bold, size).fillColor(`#${color}`).text(stretch.text, at, y, { lineBreak: false, oblique });
      at += this.measure(stretch.text, look);
    }
  }

  private select({ script }: Stretch, bold: boolean, size: number): Pdf {
    return this.pdf.font(`${script} ${bold ? 'bold' : 'plain'}`).fontSize(size);
  }

  /** The text in stretches of one script each; blanks and marks stay with what is before them. */
  private stretches(text: string, counts = false): Stretch[] {
    const found: { text: string; script: string }[] = [];
    for (const sign of text) {
      const last = found.at(-1);
      let script = this.scriptOf(sign);
      let shown = sign;
      if (script === undefined) {
        if (/\s/.test(sign)) shown = ' ';
        else if (/\p{Cf}|\p{Mn}/u.test(sign)) continue;
        else {
          shown = replacement;
          if (counts) this.missing++;
        }
        script = 'latin';
      }
      if (last && (last.script === script || (shown === ' ' && this.has(last.script, ' ')))) last.text += shown;
      else found.push({ text: shown, script });
    }
    return found;
  }

  private scriptOf(sign: string): string | undefined {
    if (!this.scripts.has(sign))
      this.scripts.set(
        sign,
        Object.keys(files).find(script => this.has(script, sign)),
      );
    return this.scripts.get(sign);
  }

  private has(script: string, sign: string): boolean {
    const { font } = (this.pdf.font(`${script} plain`) as unknown as { _font: { font: Glyphs } })._font;
    return font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
  }
}

interface Glyphs {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
}
