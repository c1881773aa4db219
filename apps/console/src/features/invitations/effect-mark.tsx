import { IconCircleCheck, IconMailOff, IconMailPlus, IconUserPlus } from '@tabler/icons-react';
import type { InvitationsPreviewDto } from '#contracts';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

type Effect = InvitationsPreviewDto['items'][number]['effect'];

const effects = {
  invite: { tone: 'good', Shape: IconMailPlus },
  'invite-again': { tone: 'warn', Shape: IconMailPlus },
  'add-reason': { tone: 'quiet', Shape: IconUserPlus },
  none: { tone: 'quiet', Shape: IconCircleCheck },
  'no-address': { tone: 'bad', Shape: IconMailOff },
} as const;

/** What sending does for a person. */
export function EffectMark({ effect }: { readonly effect: Effect }) {
  const { t } = useText();
  return <StateMark {...effects[effect]}>{t(`console.invite.effects.${effect}`)}</StateMark>;
}
