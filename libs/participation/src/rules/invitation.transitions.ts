import type { Invitation } from '../tables/invitation.entity.js';

type InvitationState = Invitation['state'];

/** What makes an invitation another one. */
export type InvitationCause = 'invited' | 'host-withdraws' | 'no-reason-left' | 'merged';

interface Transition {
  /** `none`: nobody has asked the person yet. */
  readonly from: readonly (InvitationState | 'none')[];
  readonly by: InvitationCause;
  /** `gone`: it has become one with another invitation of the same person, where its link leads. */
  readonly to: InvitationState | 'gone';
}

/** Every change of an invitation there is, apart from its answer. */
export const invitationTransitions: readonly Transition[] = [
  // Whoever is invited already gains the reason.
  { from: ['none', 'active', 'withdrawn'], by: 'invited', to: 'active' },
  { from: ['active'], by: 'host-withdraws', to: 'withdrawn' },
  { from: ['active'], by: 'no-reason-left', to: 'withdrawn' },
  { from: ['active', 'withdrawn'], by: 'merged', to: 'gone' },
];

/** Throws for what the table does not know: a fault of ours, never of who is invited. */
export function assertInvitationMayBecome(
  before: InvitationState,
  by: InvitationCause,
  after: InvitationState,
): void {
  const isKnown = invitationTransitions.some(
    (one) => one.by === by && one.from.includes(before) && one.to === after,
  );
  if (!isKnown) throw new Error(`an invitation does not become ${after} from ${before} by ${by}`);
}
