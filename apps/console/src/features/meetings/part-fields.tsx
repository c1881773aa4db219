import { Group, NumberInput, Radio, SimpleGrid, Stack } from '@mantine/core';
import { DayField } from '../../ui/day-field.js';
import { FormSection } from '../../ui/form-section.js';
import { TimeField } from '../../ui/time-field.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';

const visibilities = ['public', 'unlisted', 'members', 'invited'] as const;

/** How many may come, until when to answer, and who sees it. */
export function PartFields({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <FormSection title={t('console.meeting.taking-part')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t('console.meeting.capacity')}
          description={t('console.meeting.capacity-hint')}
          allowDecimal={false}
          {...fields('capacity')}
        />
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <DayField
            label={t('console.meeting.answer-by')}
            description={t('console.meeting.answer-by-hint')}
            {...fields('answerByDay')}
          />
          <TimeField aria-label={t('console.meeting.answer-by-time')} {...fields('answerByTime')} />
        </Group>
      </SimpleGrid>
      <Radio.Group label={t('console.meeting.visibility')} {...fields('visibility')}>
        <Stack gap="xs" mt="xs">
          {visibilities.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`console.meeting.visibilities.${value}`)}
              description={t(`console.meeting.visibilities-hint.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </FormSection>
  );
}
