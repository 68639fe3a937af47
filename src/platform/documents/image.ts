// A photograph of 100 million points is the most any phone in use makes at its ordinary setting; beyond it, a small file
// can be made to fill the memory of the machine that opens it.
const MOST_PIXELS = 100_000_000;

/** The library of pictures, loaded by the first one: a process that sees none never pays for it. */
export async function pictures() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/**
 * Draws the picture anew into `to`, turned the right way up and carrying nothing else: not where it was taken, not by
 * which camera, nothing hidden after its end. False when it cannot be read as a picture, or is too large to be opened.
 */
export async function redrawImage(from: string, to: string, mediaType: string): Promise<boolean> {
  try {
    const sharp = await pictures();
    const image = sharp(from, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .timeout({ seconds: 30 });
    if (mediaType === 'image/png') await image.png({ compressionLevel: 7 }).toFile(to);
    else if (mediaType === 'image/webp') await image.webp({ quality: 90 }).toFile(to);
    else await image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toFile(to);
    return true;
  } catch {
    return false;
  }
}
