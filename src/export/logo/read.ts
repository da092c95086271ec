/** The picture in a file, told by its content and not by its name. */
import { refusing } from '../../wording/said-error.ts';
import type { Saying } from '../../wording/wording.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import { type Picture, PictureFault } from './picture.ts';
import { isPng, readPng } from './png.ts';

/** The picture that some bytes are, or why they are none, as the end of a sentence. */
export function readPicture(bytes: Uint8Array): { readonly picture: Picture } | { readonly reason: Saying } {
  try {
    return { picture: pictureIn(bytes) };
  } catch (error) {
    if (error instanceof PictureFault) return { reason: error.saying };
    throw error;
  }
}

function pictureIn(bytes: Uint8Array): Picture {
  if (isPng(bytes)) return readPng(bytes);
  if (isJpeg(bytes)) return readJpeg(bytes);
  if (bytes.length === 0) throw new PictureFault(refusing('it is empty'));
  throw new PictureFault(refusing('it is neither PNG nor JPEG, whatever its name says; save the picture as PNG'));
}
