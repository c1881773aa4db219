import { ActionIcon, Group, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.js';
import { useInstitutionChoices } from '../directory/choices.js';

interface HostRowProps {
  /** The institution's id. */
  readonly name: string;
  readonly fields: (field: 'weight' | 'awayMonths') => GetInputPropsReturnType;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onRemove: () => void;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** One host of the list: its place, how often its turn comes, and when it does not host. */
export function HostRow({ name: id, fields, onUp, onDown, onRemove }: HostRowProps) {
  const { t, language } = useText();
  const name = useInstitutionChoices().find(({ value }) => value === id)?.label ?? '';
  const monthName = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  const months = MONTHS.map((month) => ({
    value: String(month),
    label: monthName.format(Date.UTC(2027, month - 1, 15)),
  }));
  return (
    <Stack component="li" gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>{name}</Text>
        <Group gap={4} wrap="nowrap">
          <Move label={t('hosts.up-for', { name })} onClick={onUp} icon={IconArrowUp} />
          <Move label={t('hosts.down-for', { name })} onClick={onDown} icon={IconArrowDown} />
          <Move label={t('hosts.remove-for', { name })} onClick={onRemove} icon={IconX} />
        </Group>
      </Group>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <NumberInput
          label={t('hosts.weight')}
          aria-label={t('hosts.weight-of', { name })}
          allowDecimal={false}
          min={1}
          max={10}
          {...fields('weight')}
        />
        <MultiSelect
          label={t('hosts.away')}
          aria-label={t('hosts.away-of', { name })}
          data={months}
          {...fields('awayMonths')}
        />
      </Group>
    </Stack>
  );
}

interface MoveProps {
  readonly label: string;
  readonly onClick: (() => void) | undefined;
  readonly icon: typeof IconX;
}

function Move({ label, onClick, icon: Icon }: MoveProps) {
  return (
    <ActionIcon
      variant="subtle"
      size={36}
      aria-label={label}
      disabled={onClick === undefined}
      onClick={onClick}
    >
      <Icon size={18} aria-hidden="true" />
    </ActionIcon>
  );
}
