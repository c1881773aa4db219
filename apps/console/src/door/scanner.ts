const EVERY_MS = 250;
const WIDTH = 640;

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  var BarcodeDetector: (new (options: { formats: string[] }) => Detector) | undefined;
}

/** Whether there is a camera to ask for. */
export function canScan(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}

/**
 * Reads QR codes from the camera into `found` until the returned function is called. The browser reads them where it can,
 * else a library that is loaded only then. Rejects if the camera is not allowed.
 */
export async function scan(video: HTMLVideoElement, found: (text: string) => void): Promise<() => void> {
  const read = await makeReader();
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  video.srcObject = stream;
  await video.play();
  let stopped = false;
  const look = async (): Promise<void> => {
    if (stopped) return;
    const text = await read(video);
    if (text !== null && !stopped) found(text);
    setTimeout(() => void look(), EVERY_MS);
  };
  void look();
  return () => {
    stopped = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}

/** Fetches the library, where it will be needed, while there is a connection. */
export async function warmUp(): Promise<void> {
  if (canScan() && globalThis.BarcodeDetector === undefined) await import('qr/decode.js');
}

type Reader = (video: HTMLVideoElement) => Promise<string | null>;

async function makeReader(): Promise<Reader> {
  const { BarcodeDetector } = globalThis;
  if (BarcodeDetector === undefined) return readByLibrary();
  try {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
  } catch {
    // Some have the name and nothing behind it.
    return readByLibrary();
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
