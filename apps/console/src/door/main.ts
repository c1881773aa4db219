import { DoorStore } from './door-store.js';
import { DoorSync } from './door-sync.js';
import type { SyncState } from './door-sync.js';
import { byId, DoorView } from './door-view.js';
import { wordsOf } from './door-words.js';
import { cleanCode, readCode } from './door-state.js';
import type { Guest, List, Row } from './door-state.js';
import { addScanner } from './add-scanner.js';
import { warmUp } from './scanner.js';

interface PageData {
  readonly path: string;
  readonly zone: string;
  readonly language: string;
  readonly state: List;
  readonly words: Readonly<Record<string, string>>;
}

const KEPT = 'door';

/** Takes the page's forms over, so that they work without a connection. */
class DoorApp {
  private readonly store: DoorStore;
  private readonly view: DoorView;
  private readonly sync: DoorSync;
  private readonly hours: Intl.DateTimeFormat;

  private readonly path: string;

  /** As it was when the server was last asked. */
  private connection: SyncState = 'done';

  constructor({ path, language, zone, state, words: texts }: PageData) {
    this.path = path;
    const words = wordsOf(texts);
    this.hours = new Intl.DateTimeFormat('de', { timeStyle: 'short', timeZone: zone });
    this.store = new DoorStore(path, state);
    this.view = new DoorView(this.store, words, (row, here) => this.mark(row, here));
    this.sync = new DoorSync({
      path,
      language,
      store: this.store,
      changed: (state) => {
        this.connection = state;
        this.show();
      },
      ended: () => void end(this.store, path),
    });
    onSubmit('door-code', (form) => {
      void this.takeCode(textIn(form, 'code'));
      form.reset();
    });
    onSubmit('door-guest', (form) => this.takeGuest(form));
    addScanner(byId('door-scan', HTMLElement), words, (text) => void this.takeCode(text));
  }

  run(): void {
    this.view.render();
    void keepPage(this.path);
    void this.sync.now();
  }

  private mark({ key, name }: Row, here: boolean): void {
    this.put(key, here, guestOf(this.store, key));
    this.view.say(here ? 'here' : 'undone', name);
  }

  private async takeCode(text: string): Promise<void> {
    const code = cleanCode(text);
    if (code === null) return this.view.say('unknown');
    const { store } = this;
    const found = readCode(code, await hashOf(code), { list: store.list, rows: store.rows() });
    if (typeof found === 'string') return this.view.say(found);
    if (found.row.here) return this.view.say('already', found.row.name);
    this.mark(found.row, true);
  }

  private takeGuest(form: HTMLFormElement): void {
    const name = textIn(form, 'name');
    if (name === '') return this.view.say('name-missing');
    const walkIn = {
      name,
      organisation: textIn(form, 'organisation') || null,
      address: textIn(form, 'address') || null,
    };
    this.put(crypto.randomUUID(), true, walkIn);
    this.view.say('here', name);
    form.reset();
  }

  private put(key: string, here: boolean, walkIn: Guest | null): void {
    const since = this.hours.format(new Date());
    this.store.add({ id: crypto.randomUUID(), key, here, at: Date.now(), since, walkIn });
    // At once: whoever puts the telephone away must not read that all is sent.
    this.show();
    void this.sync.now();
  }

  private show(): void {
    this.view.render();
    this.view.showSync(this.connection);
  }
}

/** Who walked in here and is not known to the server yet, so that taking it back can come first. */
function guestOf(store: DoorStore, key: string): Guest | null {
  return store.queue.find((one) => one.key === key && one.walkIn !== null)?.walkIn ?? null;
}

async function keepPage(path: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/d/worker.js', { scope: '/d/' });
  const kept = await caches.open(KEPT);
  await navigator.serviceWorker.ready;
  await warmUp().catch(() => undefined);
  const scripts = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((each) => each.startsWith('/console/'));
  await Promise.all([path, ...scripts].map((each) => kept.add(each).catch(() => undefined)));
}

/** Nothing stays on a helper's device once the link is no longer valid. */
async function end(store: DoorStore, path: string): Promise<void> {
  store.clear();
  await (await caches.open(KEPT)).delete(path);
  location.reload();
}

async function hashOf(code: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function onSubmit(id: string, work: (form: HTMLFormElement) => void): void {
  const form = byId(id, HTMLFormElement);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    work(form);
  });
}

function textIn(form: HTMLFormElement, field: string): string {
  const value = new FormData(form).get(field);
  return typeof value === 'string' ? value.trim() : '';
}

// Over plain http a browser has neither hashes nor a worker: then the forms do it.
if (globalThis.isSecureContext) {
  const app = new DoorApp(JSON.parse(byId('door-data', HTMLScriptElement).textContent));
  app.run();
}
