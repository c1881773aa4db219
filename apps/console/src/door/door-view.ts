import type { DoorStore } from './door-store.js';
import type { SyncState } from './door-sync.js';
import { fold, headsOf, ways } from './door-state.js';
import type { Row } from './door-state.js';
import type { Words } from './door-words.js';

const GOOD: ReadonlySet<string> = new Set(['here', 'undone', 'already']);

/** The page's moving parts. */
export class DoorView {
  private readonly lists = {
    onSite: byId('door-list', HTMLElement),
    online: byId('door-online-list', HTMLElement),
  };
  private readonly search = byId('q', HTMLInputElement);
  private readonly said = byId('door-said', HTMLElement);

  constructor(
    private readonly store: DoorStore,
    private readonly words: Words,
    private readonly mark: (row: Row, here: boolean) => void,
  ) {
    this.search.addEventListener('input', () => this.render());
    byId('door-search', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
  }

  render(): void {
    const rows = this.store.rows();
    const sought = fold(this.search.value.trim());
    const found = rows.filter(({ name, about }) => fold(`${name} ${about}`).includes(sought));
    this.count(rows);
    const waiting = new Set(this.store.queue.map(({ key }) => key));
    const focused = document.activeElement?.closest('li')?.dataset['key'];
    const { onSite, online } = ways(found);
    this.lists.onSite.replaceChildren(...onSite.map((row) => this.row(row, waiting.has(row.key))));
    this.lists.online.replaceChildren(...online.map((row) => this.row(row, waiting.has(row.key))));
    byId('door-online', HTMLElement).hidden = online.length === 0;
    const nobody = byId('door-nobody', HTMLElement);
    nobody.hidden = found.length > 0;
    nobody.textContent = this.words(rows.length === 0 ? 'empty' : 'nobody');
    // Who works by keyboard stays where they are.
    if (focused !== undefined)
      document.querySelector<HTMLElement>(`li[data-key="${focused}"] button`)?.focus();
  }

  private count(rows: readonly Row[]): void {
    const { onSite, online } = ways(rows);
    byId('door-count', HTMLElement).textContent = this.words('count', headsOf(onSite));
    const afar = byId('door-count-online', HTMLElement);
    afar.hidden = online.length === 0;
    afar.textContent = this.words('count-online', headsOf(online));
  }

  say(message: string, name = ''): void {
    this.said.classList.toggle('well', GOOD.has(message));
    this.said.textContent = this.words(`said.${message}`, { name });
  }

  showSync(state: SyncState): void {
    const { queue, refused } = this.store;
    const lines = [
      state === 'offline' ? this.words('sync.offline') : '',
      state === 'closed' || this.store.list.isClosed ? this.words('said.closed', { name: '' }) : '',
      queue.length > 0 ? this.words('sync.waiting', { count: queue.length }) : '',
      refused > 0 ? this.words('sync.refused', { count: refused }) : '',
    ].filter((line) => line !== '');
    const text = lines.length === 0 ? this.words('sync.done') : lines.join(' ');
    const output = byId('door-sync', HTMLElement);
    // Said only when it changes, or a screen reader would repeat it every few seconds.
    if (output.textContent !== text) output.textContent = text;
  }

  private row(row: Row, isWaiting: boolean): HTMLElement {
    const { name, about, here, since, walkIn, online } = row;
    const item = document.createElement('li');
    item.className = here ? 'is-here' : '';
    item.dataset['key'] = row.key;
    const facts = [
      about,
      walkIn ? this.words('walk-in') : '',
      online === true ? this.words('online') : '',
      here && since !== null ? this.words('since', { time: since }) : '',
      isWaiting ? this.words('sync.own') : '',
    ];
    const who = document.createElement('div');
    who.append(
      element('strong', name),
      element('span', facts.filter((fact) => fact !== '').join(' · '), 'quiet'),
    );
    const button = element('button', this.words(here ? 'undo' : 'mark'), 'button');
    button.setAttribute('aria-label', this.words(here ? 'undo-name' : 'mark-name', { name }));
    button.addEventListener('click', () => this.mark(row, !here));
    item.append(who, button);
    return item;
  }
}

function element(tag: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

/** An element of the page. Throws if it is not there: page and script are of one making. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.querySelector(`#${id}`);
  if (!(found instanceof kind)) throw new Error(`the page has no #${id}`);
  return found;
}
