import { IconCheck, IconClock, IconPencil, IconPointFilled } from '@tabler/icons-react';
import type { PollState } from '#contracts';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

const marks = {
  draft: { tone: 'quiet', Shape: IconPencil },
  open: { tone: 'good', Shape: IconPointFilled },
  closed: { tone: 'warn', Shape: IconClock },
  decided: { tone: 'good', Shape: IconCheck },
} as const;

export function PollMark({ state }: { readonly state: PollState }) {
  const { t } = useText();
  return <StateMark {...marks[state]}>{t(`polls.console.states.${state}`)}</StateMark>;
}
