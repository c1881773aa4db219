import type { Temporal } from '#kernel';
import type { MeetingView } from './meeting.view.js';
import type { PageFrame } from './page-frame.view.js';

/** What became of a turn or of a swap; null: an answer is awaited. */
export type HostState =
  | 'confirmed'
  | 'declined'
  | 'lapsed'
  | 'withdrawn'
  | 'over'
  | 'swap-waiting'
  | 'swap-done'
  | 'swap-refused'
  | 'swap-lapsed'
  | 'swap-withdrawn'
  | 'swap-taken-back';

/** `/h/:token` */
export interface HostView {
  readonly frame: PageFrame;
  readonly kind: 'turn' | 'swap';
  readonly series: string;
  /** The house for which the reader answers. */
  readonly host: string;
  /** Who keeps the series. */
  readonly keeper: string;
  /** The turn's date; for a swap the reader's own, then the other's. */
  readonly dates: readonly { readonly meeting: MeetingView; readonly host: string }[];
  readonly action: string;
  readonly deadline: Temporal.Instant;
  readonly zone: string;
  readonly state: HostState | null;
  readonly problem: {
    readonly code: string;
    readonly field: 'answer' | 'reason';
    readonly reason: string;
  } | null;
}
