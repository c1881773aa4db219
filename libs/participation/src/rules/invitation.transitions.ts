/** What becomes of an invitation, apart from its answer. */
export const invitationTransitions = [
  { from: 'none', by: 'invited', to: 'active' },
  { from: 'active', by: 'invited', to: 'active' },
  { from: 'active', by: 'host-withdraws', to: 'withdrawn' },
  { from: 'active', by: 'no-reason-left', to: 'withdrawn' },
  { from: 'withdrawn', by: 'invited', to: 'active' },
] as const;
