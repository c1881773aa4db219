import type { InstitutionKind } from '#contracts';

interface Addressed {
  readonly kind: InstitutionKind;
  readonly slug: string;
}

const letters = { network: 'n', cluster: 'c', organisation: 'o', committee: null } as const;

/** The path of an institution's public page, without language; null for a committee, which has none. */
export function publicPath({ kind, slug }: Addressed): string | null {
  const letter = letters[kind];
  return letter === null ? null : `/${letter}/${slug}`;
}

/** The path of its public calendar. */
export function feedPath({ kind, slug }: Addressed): string {
  return `/feeds/${kind}s/${slug}.ics`;
}
