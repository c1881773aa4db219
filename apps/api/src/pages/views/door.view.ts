import type { Temporal } from '#kernel';
import type { PageFrame } from './page-frame.view.js';

/** A row of the list at the door: nothing but what is needed there. */
export interface DoorRow {
  readonly key: string;
  readonly name: string;
  /** Organisation, and who brings this person along. */
  readonly about: string;
  readonly here: boolean;
  /** `09:05` by the meeting's clock. */
  readonly since: string | null;
  readonly walkIn: boolean;
  /** Takes part online: nobody to look for here. */
  readonly online: boolean;
  /** Hashes of the entry codes that stand for it. */
  readonly codes: readonly string[];
}

/** What a device keeps. */
export interface DoorState {
  /** The first characters of this meeting's codes. */
  readonly mark: string;
  /** Hashes of codes without a seat. */
  readonly seatless: readonly string[];
  readonly isClosed: boolean;
  readonly rows: readonly DoorRow[];
}

export const doorMessages = [
  'here',
  'undone',
  'already',
  'other-meeting',
  'unknown',
  'no-seat',
  'closed',
  'name-missing',
  'not-valid',
  'gone',
] as const;
export type DoorMessage = (typeof doorMessages)[number];

/** `/d/:token` */
export interface DoorView {
  readonly frame: PageFrame;
  readonly title: string;
  readonly when: string;
  readonly path: string;
  readonly zone: string;
  readonly state: DoorState;
  /** What was searched for. */
  readonly query: string;
  readonly said: { readonly message: DoorMessage; readonly name: string } | null;
  /** What was typed of somebody who is not registered; the id makes sending it twice harmless. */
  readonly guest: {
    readonly id: string;
    readonly name: string;
    readonly organisation: string;
    readonly address: string;
  };
}

/** The link opens nothing. */
export interface DoorProblemView {
  readonly frame: PageFrame;
  readonly problem: 'unknown' | 'revoked' | 'early' | 'over' | 'cancelled';
  readonly opensAt: Temporal.Instant | null;
  readonly zone: string;
}
