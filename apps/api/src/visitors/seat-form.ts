import type { Seating, SeatWish } from '#contracts';
import { pickText } from '#kernel';
import type { Language } from '#kernel';
import type { Registration } from '#participation';
import type { SeatsView } from '../pages/views/invitation.view.js';

/** What was typed of companions and the kind of seat. */
export interface TypedSeats {
  readonly wish: SeatWish | null;
  readonly count: string;
  readonly names: string;
}

type Had = Pick<Registration, 'companions' | 'contingentId'> | null;

/**
 * Reads the seats from a posted form: as many companions as are named, or as the number says if that is more. Nothing
 * where the meeting asks for neither, so that what was there before stays.
 */
export function readSeats(seating: Seating, typed: Readonly<Record<string, unknown>>): TypedSeats {
  const [count, names, contingent] = ['companions', 'companionNames', 'contingent'].map((name) =>
    typeof typed[name] === 'string' ? typed[name] : '',
  ) as [string, string, string];
  const named = names
    .split('\n')
    .map((name) => name.trim().slice(0, 200))
    .filter((name) => name !== '');
  const known = seating.contingents.find(({ id }) => id === contingent);
  const asks = seating.companions > 0;
  // Far more than anybody may bring is as many too many as one more.
  const number = Math.min(Number(count.trim() === '' ? 0 : count) || 0, 500);
  const unnamed = Array<string>(Math.max(0, Math.floor(number) - named.length)).fill('');
  const companions = asks ? [...named.slice(0, 500), ...unnamed] : null;
  const wish = asks || known !== undefined ? { companions, contingentId: known?.id ?? null } : null;
  return { wish, count, names };
}

/** The fields, with what was typed or, without that, what the person has. */
export function presentSeats(
  seating: Seating,
  had: Had,
  { typed, language }: { readonly typed: TypedSeats | null; readonly language: Language },
): SeatsView {
  const [first] = seating.contingents;
  const companions = had?.companions ?? [];
  const chosen = typed?.wish?.contingentId ?? had?.contingentId ?? first?.id;
  return {
    companions:
      seating.companions === 0
        ? null
        : // Hosts may have let somebody bring more.
          { most: Math.max(seating.companions, companions.length), ...(typed ?? typedBefore(companions)) },
    contingents: seating.contingents.map(({ id, name }) => ({
      id,
      name: pickText(name, language),
      isChosen: id === chosen,
    })),
  };
}

/** What would have to be typed to get these companions. */
function typedBefore(companions: readonly string[]): Pick<TypedSeats, 'count' | 'names'> {
  return {
    count: companions.length === 0 ? '' : String(companions.length),
    names: companions.filter((name) => name !== '').join('\n'),
  };
}
