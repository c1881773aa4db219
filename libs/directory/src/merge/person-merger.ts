import type { Reader, Tx } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
import type { Acting } from '../acting.js';
import type { MergeEffectKind } from '#contracts';

/** Two people who are the same: one stays, the other one's row goes. */
export interface MergePair {
  readonly survivorId: Id;
  readonly otherId: Id;
}

/** What a merge does to rows of one kind. */
export interface MergeEffect {
  readonly kind: MergeEffectKind;
  readonly count: number;
  /** Named, where somebody should look at them: what is decided because both have it. */
  readonly items: readonly MergeItem[];
}

export interface MergeItem {
  readonly name: LocalizedText;
  readonly on: Temporal.PlainDate | null;
}

/**
 * Moves what a lib keeps of a person when two people are made one. A provider that extends this class is found by
 * itself; a test fails when a column refers to people and nobody moves it.
 */
export abstract class PersonMerger {
  /** Who comes first in the order of locks: participation before meetings before the directory. */
  abstract readonly turn: number;

  /** `table.column` of every reference to a person that it moves. */
  abstract readonly moves: readonly string[];

  /** Locks rows that come before people in the order of locks. */
  async lock(_tx: Tx, _pair: MergePair): Promise<void> {}

  /** What `move` would do; changes nothing. */
  abstract foresee(reader: Reader, pair: MergePair): Promise<readonly MergeEffect[]>;

  /** Moves everything to the survivor; both rows are locked. Leaves nothing that refers to the other. */
  abstract move(tx: Tx, pair: MergePair, acting: Acting): Promise<void>;
}

/** An effect without names; none if it concerns nothing. */
export function countedEffect(kind: MergeEffectKind, count: number): readonly MergeEffect[] {
  return count === 0 ? [] : [{ kind, count, items: [] }];
}

/** An effect on named rows; none if there are none. */
export function namedEffect(kind: MergeEffectKind, items: readonly MergeItem[]): readonly MergeEffect[] {
  return items.length === 0 ? [] : [{ kind, count: items.length, items }];
}

interface OfficeFrom {
  readonly office: LocalizedText;
  readonly institution: string;
  readonly validFrom: Temporal.PlainDate;
}

/** "Clustermanagement, Solarvalley", from that day on. */
export function officeItem({ office, institution, validFrom }: OfficeFrom): MergeItem {
  const name = Object.fromEntries(
    Object.entries(office).map(([language, text]) => [language, `${String(text)}, ${institution}`]),
  );
  return { name, on: validFrom };
}
