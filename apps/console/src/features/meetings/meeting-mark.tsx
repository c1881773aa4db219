import { IconBan, IconPencil, IconPointFilled } from '@tabler/icons-react';
import type { MeetingState } from '#contracts';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

const marks = {
  draft: { tone: 'quiet', Shape: IconPencil },
  published: { tone: 'good', Shape: IconPointFilled },
  cancelled: { tone: 'bad', Shape: IconBan },
} as const;

export function MeetingMark({ state }: { readonly state: MeetingState }) {
  const { t } = useText();
  return <StateMark {...marks[state]}>{t(`console.meeting.states.${state}`)}</StateMark>;
}
