import type { ReasonKind } from '#contracts';
import { formatList, type Translator } from '#i18n';

/** A reason of an invitation, in the mail's language: the office and the institution by name, where there are some. */
export interface ReasonWords {
  readonly kind: 'substitute' | 'colleague' | 'deputy' | ReasonKind;
  readonly office: string | null;
  /** Of a substitute or colleague: who named them. */
  readonly institution: string | null;
  /** Whom a deputy stands in for. */
  readonly deputyFor?: string | null;
}

const weights = [
  'substitute',
  'colleague',
  'deputy',
  'office',
  'committee',
  'membership',
  'named',
  'open',
] as const;

/**
 * Why a mail came, the weightiest kind of reason first: "Sie erhalten diese Mail wegen Ihres Amtes: Clustermanagement
 * (ACOD) und Clustermanagement (OptoNet). Außerdem sind Sie Mitglied: Vorsitz (Beirat)."
 */
export function reasonSentence(reasons: readonly ReasonWords[], t: Translator): string {
  const kinds = weights.flatMap((kind) => {
    const list = listOf(
      reasons.filter((reason) => reason.kind === kind),
      t,
    );
    const isTold =
      kind === 'named' || kind === 'open' ? reasons.some((reason) => reason.kind === kind) : list.length > 0;
    return isTold ? [{ kind, list: formatList(list, t.language) }] : [];
  });
  if (kinds.length === 0) return t('mail.reason.invited');
  return kinds
    .map(({ kind, list }, place) => t(place === 0 ? `mail.reason.${kind}` : alsoBecause(kind), { list }))
    .join(' ');
}

function alsoBecause(kind: ReasonWords['kind']) {
  const isAlso = kind === 'committee' || kind === 'membership' || kind === 'named';
  return isAlso ? (`mail.reason.also-${kind}` as const) : (`mail.reason.${kind}` as const);
}

function listOf(reasons: readonly ReasonWords[], t: Translator): readonly string[] {
  return [...new Set(reasons.map((reason) => nameOf(reason, t)))].filter((name) => name !== '');
}

function nameOf({ deputyFor = null, ...reason }: ReasonWords, t: Translator): string {
  const office = officeOf(reason);
  return deputyFor === null ? office : t('mail.reason.deputy-for', { name: deputyFor, office });
}

/** A member is named alone, also where its manager is asked: the membership is the reason. */
function officeOf({ kind, office, institution }: ReasonWords): string {
  if (kind === 'membership') return institution ?? '';
  if (office === null || institution === null) return office ?? institution ?? '';
  return `${office} (${institution})`;
}
