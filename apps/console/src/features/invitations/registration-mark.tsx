import {
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
  IconHourglass,
  IconTicket,
} from '@tabler/icons-react';
import type { InvitationDto } from '#contracts';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

export const registrationMarks = {
  confirmed: { tone: 'good', Shape: IconCircleCheck },
  waitlisted: { tone: 'warn', Shape: IconHourglass },
  offered: { tone: 'warn', Shape: IconTicket },
  awaiting_approval: { tone: 'warn', Shape: IconHourglass },
  tentative: { tone: 'warn', Shape: IconHelpCircle },
  declined: { tone: 'bad', Shape: IconCircleX },
  cancelled: { tone: 'quiet', Shape: IconBan },
  silent: { tone: 'quiet', Shape: IconCircleDashed },
} as const;

/** What a person's answer became; without an answer that too. */
export function RegistrationMark({ invitation }: { readonly invitation: InvitationDto }) {
  const { t } = useText();
  if (invitation.state === 'withdrawn') {
    return <StateMark {...registrationMarks.cancelled}>{t('console.answers.withdrawn')}</StateMark>;
  }
  const state = invitation.registration ?? 'silent';
  return (
    <StateMark {...registrationMarks[state]}>
      {t(wordOf(invitation))}
      {invitation.placeInLine !== null &&
        ` (${t('console.answers.place', { place: invitation.placeInLine })})`}
      {invitation.exceeds !== null && ` (${t('seating.exceeds.hint')})`}
    </StateMark>
  );
}

function wordOf({ cause, registration }: InvitationDto) {
  if (cause === 'substitute') return 'common.answer.substitute';
  // The host has refused; nobody has withdrawn.
  if (cause === 'refused') return 'seating.mark.refused';
  return `common.state.${registration ?? 'silent'}` as const;
}
