import type { ReasonKind } from '#contracts';
import { formatList, type Translator } from '#i18n';

/** A reason of an invitation, in the mail's language: the office and the institution by name, where there are some. */
export interface ReasonWords {
  readonly kind: 'deputy' | ReasonKind;
  readonly office: string | null;
  readonly institution: string | null;
  /** Whom a deputy stands in for. */
  readonly deputyFor?: string | null;
}

const weights = ['deputy', 'office', 'committee', 'membership', 'named'] as const;

/**
 * The sentence that says why a mail came, from the weightiest kind of reason: "Sie erhalten diese Mail wegen Ihres
 * Amtes: Clustermanagement (ACOD) und Beirat (OptoNet)."
 */
export function reasonSentence(reasons: readonly ReasonWords[], t: Translator): string {
  const kind = weights.find((weight) => reasons.some((reason) => reason.kind === weight));
  if (kind === undefined) return t('mail.reason.invited');
  const names = reasons.filter((reason) => reason.kind === kind).map((reason) => nameOf(reason, t));
  const list = formatList(
    [...new Set(names)].filter((name) => name !== ''),
    t.language,
  );
  return kind !== 'named' && list === '' ? t('mail.reason.invited') : t(`mail.reason.${kind}`, { list });
}

function nameOf({ deputyFor = null, ...reason }: ReasonWords, t: Translator): string {
  const office = officeOf(reason);
  return deputyFor === null ? office : t('mail.reason.deputy-for', { name: deputyFor, office });
}

function officeOf({ office, institution }: ReasonWords): string {
  if (office === null || institution === null) return office ?? institution ?? '';
  return `${office} (${institution})`;
}
