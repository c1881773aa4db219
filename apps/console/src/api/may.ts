import type { Action, MeDto } from '#contracts';
import { useSession } from './session.js';

/** Where something lies: the institutions it belongs to, and for a meeting which one. */
export interface Place {
  readonly institutionIds: readonly string[];
  readonly meetingId?: string;
}

/**
 * Whether the person signed in may do it there, or without a place anywhere. Only for showing what makes sense: the
 * server decides.
 */
export function useMay(): (action: Action, place?: Place) => boolean {
  const { data: me } = useSession();
  return (action, place) => me != null && may(me, action, place);
}

export function may({ roles }: Pick<MeDto, 'roles'>, action: Action, place?: Place): boolean {
  return roles.some((role) => {
    const reach = role.rights.find((right) => right.action === action)?.reach;
    if (reach === undefined) return false;
    if (reach === 'everywhere' || place === undefined) return true;
    if (reach === 'meeting') return role.meetingId !== null && role.meetingId === place.meetingId;
    const reached = reach === 'beneath' ? [...role.own, ...role.beneath] : role.own;
    return place.institutionIds.some((id) => reached.includes(id));
  });
}
