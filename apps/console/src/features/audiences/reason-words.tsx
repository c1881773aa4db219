import type { AudiencePreviewDto } from '#contracts';
import { formatList, type Translator } from '#i18n';
import { pickLocal } from '../../ui/local-text.js';
import { useText, type Language } from '../../ui/use-text.js';

type Reason = AudiencePreviewDto['items'][number]['reasons'][number];

/** Why somebody is asked: „Clustermanagement, ACOD und Mitglied, Beirat“. */
export function ReasonWords({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t, language } = useText();
  return <>{formatList([...new Set(reasons.map((reason) => wordsOf(reason, t, language)))], language)}</>;
}

function wordsOf({ kind, office, institution }: Reason, t: Translator, language: Language): string {
  const name = institution === null ? '' : pickLocal(institution.name, language).text;
  if (kind === 'open') return t('audiences.reasons.open');
  if (kind === 'named') return t('audiences.reasons.named');
  if (kind === 'membership') return t('audiences.reasons.membership', { institution: name });
  const held = office === null ? '' : pickLocal(office, language).text;
  return t('audiences.reasons.office', { office: held, institution: name });
}
