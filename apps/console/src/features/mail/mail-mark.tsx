import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconMailOff,
  IconMailX,
  IconRefresh,
  IconReplace,
  IconSend,
} from '@tabler/icons-react';
import type { MailState } from '#contracts';
import { useInstance } from '../../api/index.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

const marks = {
  queued: { tone: 'quiet', Shape: IconClock },
  sending: { tone: 'quiet', Shape: IconSend },
  sent: { tone: 'good', Shape: IconCircleCheck },
  retrying: { tone: 'warn', Shape: IconRefresh },
  failed: { tone: 'bad', Shape: IconAlertTriangle },
  bounced: { tone: 'bad', Shape: IconMailX },
  withheld: { tone: 'warn', Shape: IconMailOff },
  superseded: { tone: 'quiet', Shape: IconReplace },
} as const;

export const mailStates = Object.keys(marks) as readonly MailState[];

/** Where a mail is, in words. While nothing can be sent, a waiting mail is one that was not sent. */
export function MailMark({ state }: { readonly state: string }) {
  const { t } = useText();
  const { data: instance } = useInstance();
  const known = mailStates.find((each) => each === state) ?? 'queued';
  const shown = known === 'queued' && instance?.sendsMail === false ? 'withheld' : known;
  return <StateMark {...marks[shown]}>{t(`console.mail.states.${shown}`)}</StateMark>;
}
