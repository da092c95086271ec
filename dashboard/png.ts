/** Draws a picture's file as pixels. */

/** Twice as many pixels as a page has, so that it can be printed and projected. */
const scale = 2;

/** More pixels in a row than browsers draw. */
const longest = 16_000;

/**
 * A drawing as a PNG file, in base64, on a white ground.
 * @param svg the text of the drawing's file, which loads nothing
 * @param width and height of the drawing, in CSS pixels
 * @throws where the browser cannot draw it
 */
export async function pngOf(svg: string, width: number, height: number): Promise<string> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const factor = Math.min(scale, longest / width, longest / height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * factor);
    canvas.height = Math.round(height * factor);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser draws no pixels.');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
  } finally {
    URL.revokeObjectURL(url);
  }
}
