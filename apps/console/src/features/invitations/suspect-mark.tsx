import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

/** Says that an answer may be a machine's, and why. */
export function SuspectMark() {
  const { t } = useText();
  return (
    <details style={{ marginBlock: 4 }}>
      <summary>
        <StateMark tone="warn" Shape={IconAlertTriangle}>
          {t('host-view.suspect.mark')}
        </StateMark>
      </summary>
      <Text size="sm" c="dimmed" maw="28rem">
        {t('host-view.suspect.why')}
      </Text>
    </details>
  );
}
