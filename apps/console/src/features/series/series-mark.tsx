import { IconCheck, IconPencil, IconPlayerPause, IconRepeat } from '@tabler/icons-react';
import type { SeriesState } from '#contracts';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

const marks = {
  draft: { tone: 'quiet', Shape: IconPencil },
  active: { tone: 'good', Shape: IconRepeat },
  paused: { tone: 'warn', Shape: IconPlayerPause },
  ended: { tone: 'quiet', Shape: IconCheck },
} as const;

export function SeriesMark({ state }: { readonly state: SeriesState }) {
  const { t } = useText();
  return <StateMark {...marks[state]}>{t(`series-pages.states.${state}`)}</StateMark>;
}
