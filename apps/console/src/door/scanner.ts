const EVERY_MS = 250;
const WIDTH = 640;

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

declare global {
  var BarcodeDetector: DetectorClass | undefined;
}

/** Whether there is a camera to ask for. */
export function canScan(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}

/**
 * Reads QR codes from the camera into `found` until the returned function is called. The browser reads them where it can,
 * else a library that is loaded only then. Rejects if the camera cannot be used, with a NotAllowedError if it is not
 * allowed; the camera is off then.
 */
export async function scan(video: HTMLVideoElement, found: (text: string) => void): Promise<() => void> {
  const read = await makeReader();
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    stop();
    throw error;
  }
  const look = async (): Promise<void> => {
    if (stopped) return;
    const text = await read(video);
    if (text !== null && !stopped) found(text);
    setTimeout(() => void look(), EVERY_MS);
  };
  void look();
  return stop;
}

/** Fetches the library, where it will be needed, while there is a connection. */
export async function warmUp(): Promise<void> {
  if (canScan() && (await findDetector()) === null) await import('qr/decode.js');
}

type Reader = (video: HTMLVideoElement) => Promise<string | null>;

async function makeReader(): Promise<Reader> {
  const detector = await findDetector();
  if (detector === null) return readByLibrary();
  return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
}

/** The browser's own; null if it has none, or the name with nothing behind it. */
async function findDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis;
  if (BarcodeDetector === undefined) return null;
  try {
    // Without a service that reads codes none can be read, yet nothing throws before a picture is looked at.
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
}

async function readByLibrary(): Promise<Reader> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (context === null || video.videoWidth === 0) return null;
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // No code in the picture.
      return null;
    }
  };
}
