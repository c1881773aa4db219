import { ActionIcon, Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { DayField } from '../../ui/day-field.js';
import { TimeField } from '../../ui/time-field.js';
import { useText } from '../../ui/use-text.js';
import { newDate, type PollFieldsProps } from './poll-values.js';

/** The dates to choose from, a row for each. */
export function DatesField({ contract: { form } }: PollFieldsProps) {
  const { t } = useText();
  const { dates } = form.values;
  return (
    <Stack gap="sm">
      {dates.map(({ key, allDay }, index) => (
        <Group key={key} align="flex-end" gap="sm">
          <DayField
            required
            label={t('polls.console.date', { number: index + 1 })}
            {...form.getInputProps(`dates.${index}.day`)}
          />
          {!allDay && (
            <TimeField
              required
              label={t('polls.console.time', { number: index + 1 })}
              {...form.getInputProps(`dates.${index}.time`)}
            />
          )}
          <Checkbox
            mb={8}
            label={t('console.meeting.all-day')}
            aria-label={t('polls.console.all-day', { number: index + 1 })}
            {...form.getInputProps(`dates.${index}.allDay`, { type: 'checkbox' })}
          />
          {dates.length > 1 && (
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('polls.console.remove-date', { number: index + 1 })}
              onClick={() => form.removeListItem('dates', index)}
            >
              <IconX size={18} aria-hidden="true" />
            </ActionIcon>
          )}
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => form.insertListItem('dates', newDate('', dates.at(-1)?.time))}
        >
          {t('polls.console.add-date')}
        </Button>
      </div>
    </Stack>
  );
}
