import type { Id } from '#kernel';

/** An invitation whose person is silent or cannot be reached, with one of the offices it is for. */
export interface SilentOffice {
  readonly invitationId: Id;
  /** Who holds the office; for a deputy who cannot be reached, whom the deputy was asked for. */
  readonly holderId: Id;
  readonly officeId: Id;
  readonly institutionId: Id;
}

/** Somebody who is, or was, asked because of an office. */
export interface AskedPerson {
  readonly personId: Id;
  readonly officeId: Id;
  /** Null: asked as the holder. */
  readonly asDeputyForId: Id | null;
  /** Has said no, was withdrawn, or the mail came back. */
  readonly isLost: boolean;
}

export interface ChosenDeputy {
  readonly silent: SilentOffice;
  readonly deputyId: Id;
}

export interface DeputyChoice {
  readonly chosen: readonly ChosenDeputy[];
  /** A deputy is asked already and may still answer. */
  readonly asked: readonly SilentOffice[];
  /** Nobody is left who stands in and can be reached. */
  readonly nobody: readonly SilentOffice[];
}

/**
 * Picks for each silent holder the first deputy who can be reached and was never asked for this office. As long as one
 * who was asked may still answer, nobody else is. `deputies`: by office, first rank first, only those with an address.
 * Pure.
 */
export function chooseDeputies(
  silent: readonly SilentOffice[],
  deputies: ReadonlyMap<Id, readonly Id[]>,
  asked: readonly AskedPerson[],
): DeputyChoice {
  const chosen: ChosenDeputy[] = [];
  const waiting: SilentOffice[] = [];
  const nobody: SilentOffice[] = [];
  const known = new Set(asked.map(({ officeId, personId }) => `${officeId} ${personId}`));
  for (const each of silent) {
    const { officeId, holderId } = each;
    const isWaiting =
      asked.some((one) => one.officeId === officeId && one.asDeputyForId === holderId && !one.isLost) ||
      chosen.some((one) => one.silent.officeId === officeId && one.silent.holderId === holderId);
    const deputyId = (deputies.get(officeId) ?? []).find((id) => !known.has(`${officeId} ${id}`));
    if (isWaiting) waiting.push(each);
    else if (deputyId === undefined) nobody.push(each);
    else {
      known.add(`${officeId} ${deputyId}`);
      chosen.push({ silent: each, deputyId });
    }
  }
  return { chosen, asked: waiting, nobody };
}
