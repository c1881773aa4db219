import { overlay } from './door-state.js';
import type { List, Mark, Row } from './door-state.js';

interface Kept {
  readonly list: List;
  readonly queue: readonly Mark[];
  /** Marks the server did not take, because whoever it was is no longer on the list. */
  readonly refused: number;
}

/** What this device keeps of one door: it outlives a reload and a dead battery, and goes when the link does. */
export class DoorStore {
  private readonly name: string;

  constructor(path: string, fresh: List) {
    this.name = `door ${path}`;
    const before = this.read();
    // The page may come from the cache and be older than what was kept; the server is asked at once anyway.
    if (before === null) this.write({ list: fresh, queue: [], refused: 0 });
  }

  get list(): List {
    return this.kept.list;
  }

  get queue(): readonly Mark[] {
    return this.kept.queue;
  }

  get refused(): number {
    return this.kept.refused;
  }

  rows(): readonly Row[] {
    return overlay(this.list, this.queue);
  }

  add(mark: Mark): void {
    this.write({ ...this.kept, queue: [...this.queue, mark], refused: 0 });
  }

  /** What the server said; marks made meanwhile stay. */
  settle(list: List, sent: readonly Mark[] = [], refused = 0): void {
    const gone = new Set(sent.map(({ id }) => id));
    const queue = this.queue.filter(({ id }) => !gone.has(id));
    this.write({ list, queue, refused: this.refused + refused });
  }

  clear(): void {
    localStorage.removeItem(this.name);
  }

  // Read each time: the same door may be open in two windows.
  private get kept(): Kept {
    const kept = this.read();
    if (kept === null) throw new Error('the list is no longer kept');
    return kept;
  }

  private read(): Kept | null {
    const text = localStorage.getItem(this.name);
    return text === null ? null : JSON.parse(text);
  }

  private write(kept: Kept): void {
    localStorage.setItem(this.name, JSON.stringify(kept));
  }
}
