import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';

/** A template with these paragraphs, and a head and a foot that name the document. */
export async function templateOf(...paragraphs: readonly string[]): Promise<Uint8Array> {
  const template = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('House of {{organisation}}')] }) },
        footers: { default: new Footer({ children: [new Paragraph('{{title}} {{ version }}')] }) },
        children: paragraphs.map(text => new Paragraph({ children: [new TextRun(text)] })),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(template));
}
