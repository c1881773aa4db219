import type { RegistrationState } from '#contracts';

/** What makes a registration another one. */
export type RegistrationCause =
  | 'yes'
  | 'maybe'
  | 'no'
  | 'seat-free'
  | 'offer-lapses'
  | 'host-approves'
  | 'host-refuses'
  | 'host-frees'
  | 'substitute'
  | 'withdrawal';

interface Transition {
  /** `none`: before the first answer. */
  readonly from: readonly (RegistrationState | 'none')[];
  readonly by: RegistrationCause;
  readonly to: readonly RegistrationState[];
}

const anyState = [
  'confirmed',
  'waitlisted',
  'offered',
  'awaiting_approval',
  'tentative',
  'declined',
  'cancelled',
] as const satisfies readonly RegistrationState[];
const asked = ['none', 'tentative', 'declined', 'cancelled'] as const;

/** Every change of a registration there is; what is not in it is refused when it is written. */
export const registrationTransitions: readonly Transition[] = [
  { from: asked, by: 'yes', to: ['confirmed', 'waitlisted', 'awaiting_approval'] },
  { from: ['confirmed', 'offered'], by: 'yes', to: ['confirmed'] },
  // An offer that was over when the yes came counts as none.
  { from: ['offered'], by: 'yes', to: ['waitlisted', 'awaiting_approval'] },
  { from: ['waitlisted'], by: 'yes', to: ['waitlisted', 'confirmed'] },
  { from: ['awaiting_approval'], by: 'yes', to: ['awaiting_approval', 'confirmed', 'waitlisted'] },
  { from: ['none', ...anyState], by: 'maybe', to: ['tentative'] },
  { from: ['none', ...anyState], by: 'no', to: ['declined'] },
  { from: ['waitlisted'], by: 'seat-free', to: ['confirmed', 'offered'] },
  { from: ['offered'], by: 'offer-lapses', to: ['cancelled'] },
  { from: ['awaiting_approval'], by: 'host-approves', to: ['confirmed', 'waitlisted'] },
  { from: ['waitlisted'], by: 'host-approves', to: ['confirmed', 'waitlisted'] },
  { from: ['awaiting_approval', 'waitlisted', 'offered'], by: 'host-refuses', to: ['cancelled'] },
  { from: ['confirmed', 'offered'], by: 'host-frees', to: ['waitlisted'] },
  { from: ['none', ...anyState], by: 'substitute', to: ['cancelled'] },
  { from: anyState, by: 'withdrawal', to: ['cancelled'] },
];

/** Throws for what the table does not know: a fault of ours, never of who answers. */
export function assertMayBecome(
  before: RegistrationState | null,
  by: RegistrationCause,
  after: RegistrationState,
): void {
  const from = before ?? 'none';
  const isKnown = registrationTransitions.some(
    (one) => one.by === by && one.from.includes(from) && one.to.includes(after),
  );
  if (!isKnown) throw new Error(`a registration does not become ${after} from ${from} by ${by}`);
}
