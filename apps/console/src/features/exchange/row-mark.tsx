import { IconAlertTriangle, IconEqual, IconLink, IconPencil, IconPlus, type Icon } from '@tabler/icons-react';
import type { ImportRowState } from '#contracts';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

const looks: Readonly<Record<ImportRowState, { readonly tone: Tone; readonly Shape: Icon }>> = {
  new: { tone: 'good', Shape: IconPlus },
  changed: { tone: 'warn', Shape: IconPencil },
  unchanged: { tone: 'quiet', Shape: IconEqual },
  linked: { tone: 'good', Shape: IconLink },
  wrong: { tone: 'bad', Shape: IconAlertTriangle },
};

export function RowMark({ state }: { readonly state: ImportRowState }) {
  const { t } = useText();
  return <StateMark {...looks[state]}>{t(`import.states.${state}`)}</StateMark>;
}
