import type { DoorStore } from './door-store.js';
import type { List, Mark } from './door-state.js';

const EVERY_MS = 4000;
const PATIENCE_MS = 10_000;
const MOST_AT_ONCE = 200;
const CLOSED = 409;

export type SyncState = 'done' | 'offline' | 'closed';

interface Syncing {
  readonly path: string;
  readonly language: string;
  readonly store: DoorStore;
  readonly changed: (state: SyncState) => void;
  /** The link opens nothing any more. */
  readonly ended: () => void;
}

interface MarksReply {
  readonly outcomes: readonly string[];
  readonly state: List;
}

/** Tells the server what was marked, and asks what others have marked: after each mark, and every few seconds. */
export class DoorSync {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private again = false;
  private etag = '';

  constructor(private readonly syncing: Syncing) {
    globalThis.addEventListener('online', () => void this.now());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.now();
    });
  }

  async now(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    clearTimeout(this.timer);
    const state = await this.exchange();
    this.running = false;
    if (state === 'ended') return this.syncing.ended();
    this.syncing.changed(state);
    const hurries = this.again && state === 'done';
    this.again = false;
    this.timer = setTimeout(() => void this.now(), hurries ? 0 : EVERY_MS);
  }

  private async exchange(): Promise<SyncState | 'ended'> {
    const { store } = this.syncing;
    const sent = store.queue.slice(0, MOST_AT_ONCE);
    try {
      const reply = await (sent.length > 0 ? this.send(sent) : this.ask());
      if (reply.status === 404 || reply.status === 410) return 'ended';
      if (reply.status === CLOSED) return 'closed';
      if (reply.status === 304) return 'done';
      if (!reply.ok) return 'offline';
      if (sent.length > 0) this.settle(sent, await reply.json());
      else store.settle(await reply.json());
      this.etag = reply.headers.get('etag') ?? '';
      if (store.queue.length > 0) this.again = true;
      return 'done';
    } catch {
      return 'offline';
    }
  }

  private settle(sent: readonly Mark[], { outcomes, state }: MarksReply): void {
    const refused = outcomes.filter((outcome) => outcome === 'unknown').length;
    this.syncing.store.settle(state, sent, refused);
  }

  private send(marks: readonly Mark[]): Promise<Response> {
    const now = Date.now();
    const body = {
      marks: marks.map(({ id, key, here, at, walkIn }) => ({
        id,
        key,
        here,
        walkIn,
        ago: Math.max(0, now - at),
      })),
    };
    return this.fetch('marks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  private ask(): Promise<Response> {
    return this.fetch('list', this.etag === '' ? {} : { headers: { 'if-none-match': this.etag } });
  }

  private fetch(what: string, init: RequestInit): Promise<Response> {
    const { path, language } = this.syncing;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return fetch(`${path}/${what}?lang=${language}`, { ...init, cache: 'no-store', signal });
  }
}
