import type { PickedText } from '#kernel';

/** What was typed into a form that takes nothing any more, to be copied. */
export interface TypedView {
  readonly note: string;
  /** Who was named, each in a line. */
  readonly people: readonly string[];
  readonly kind: PickedText | null;
  readonly companions: string;
  readonly companionNames: string;
  readonly answers: readonly { readonly id: string; readonly label: PickedText; readonly text: string }[];
}
