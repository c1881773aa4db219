import { canScan, scan } from './scanner.js';
import type { Words } from './door-words.js';

/** For so long the same code in the picture counts once. */
const SAME_MS = 3000;

/** A button that turns the camera on, where there is one. */
export function addScanner(place: HTMLElement, words: Words, found: (text: string) => void): void {
  if (!canScan()) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  const video = makeVideo(words('code.camera'));
  const problem = document.createElement('output');
  problem.className = 'block';
  place.append(button, problem, video);

  let stop: (() => void) | null = null;
  const show = (isOn: boolean): void => {
    video.hidden = !isOn;
    button.textContent = words(isOn ? 'code.stop' : 'code.scan');
  };
  show(false);
  const once = onceInAWhile(found);
  button.addEventListener('click', () => void toggle());

  async function toggle(): Promise<void> {
    problem.textContent = '';
    if (stop !== null) {
      stop();
      stop = null;
      return show(false);
    }
    show(true);
    // While it starts or the reader is asked, another press would turn on a camera that nobody turns off again.
    button.disabled = true;
    try {
      stop = await scan(video, once);
    } catch (error) {
      show(false);
      problem.textContent = words(isDenial(error) ? 'code.denied' : 'code.no-camera');
    } finally {
      button.disabled = false;
      button.focus();
    }
  }
}

function makeVideo(label: string): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.setAttribute('aria-label', label);
  return video;
}

function isDenial(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}

function onceInAWhile(found: (text: string) => void): (text: string) => void {
  let last = { text: '', at: 0 };
  return (text) => {
    const now = Date.now();
    const isSame = text === last.text && now - last.at < SAME_MS;
    last = { text, at: now };
    if (isSame) return;
    navigator.vibrate?.(80);
    found(text);
  };
}
