import type { InvitationDto } from '#contracts';
import { formatList } from '#i18n';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

/** Why somebody is asked. */
export function Reasons({ invitation }: { readonly invitation: InvitationDto }) {
  const { t, language } = useText();
  const words = invitation.reasons.map((reason) => {
    const { office, institution, kind, deputyFor } = reason;
    const what = office === null ? t(`console.answers.reasons.${kind}`) : pickLocal(office, language).text;
    const where = institution === null ? what : `${what}, ${pickLocal(institution.name, language).text}`;
    return deputyFor === null ? where : t('handover.reason', { office: where, name: deputyFor.name });
  });
  return <>{formatList(words, language)}</>;
}
