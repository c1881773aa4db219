import type { Seating } from '#contracts';

/** How seats are given, as the log tells it, field by field. */
export function loggedSeating({ contingents, quota, ...others }: Seating) {
  return {
    contingents: contingents.map(({ name, seats }) => ({ name, seats })),
    // By name, so that a limit for each cluster reads as one.
    quotaPerCluster: quota?.per === 'cluster' ? quota.seats : null,
    quotaPerOrganisation: quota?.per === 'organisation' ? quota.seats : null,
    ...others,
  };
}
