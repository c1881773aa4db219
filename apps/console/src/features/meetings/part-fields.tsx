import { Group, NumberInput, SimpleGrid } from '@mantine/core';
import { DayField } from '../../ui/day-field.js';
import { FormSection } from '../../ui/form-section.js';
import { TimeField } from '../../ui/time-field.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { VisibilityField } from './visibility-field.js';

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
      <VisibilityField fields={fields} />
    </FormSection>
  );
}
