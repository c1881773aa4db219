import { Group, Text } from '@mantine/core';
import { IconMailX } from '@tabler/icons-react';
import type { PersonDto } from '#contracts';
import { StateMark } from './state-mark.js';
import { useText } from './use-text.js';

/** Somebody's mail addresses, each with what is wrong with it. */
export function AddressList({ addresses }: Pick<PersonDto, 'addresses'>) {
  const { t } = useText();
  return (
    <div>
      {addresses.map(({ id, address, state }) => (
        <Group key={id} gap="sm">
          <Text span inherit style={{ overflowWrap: 'anywhere' }}>
            {address}
          </Text>
          {state !== 'ok' && (
            <StateMark tone="bad" Shape={IconMailX}>
              {t(`console.person.address-states.${state}`)}
            </StateMark>
          )}
        </Group>
      ))}
    </div>
  );
}
