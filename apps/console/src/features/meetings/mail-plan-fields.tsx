import { NumberInput, Select, SimpleGrid } from '@mantine/core';
import { FormSection } from '../../ui/form-section.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';

const days = ['first', 'second', 'deputies', 'details'] as const;
const recipients = ['came', 'invited'] as const;

/** Which mails the meeting sends by itself, and when. */
export function MailPlanFields({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <FormSection title={t('mail-plan.title')} text={t('mail-plan.text')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {days.map((name) => (
          <NumberInput
            key={name}
            label={t(`mail-plan.${name}`)}
            description={t(`mail-plan.${name}-hint`)}
            allowDecimal={false}
            min={0}
            {...fields(`mailPlan.${name}`)}
          />
        ))}
        <NumberInput
          label={t('mail-plan.follow-up')}
          description={t('mail-plan.follow-up-hint')}
          allowDecimal={false}
          min={0}
          {...fields('mailPlan.followUpDays')}
        />
        <Select
          label={t('mail-plan.to')}
          description={t('mail-plan.to-hint')}
          allowDeselect={false}
          data={recipients.map((value) => ({ value, label: t(`mail-plan.recipients.${value}`) }))}
          {...fields('mailPlan.followUpTo')}
        />
      </SimpleGrid>
      <LocalizedInput
        label={t('mail-plan.words')}
        description={t('mail-plan.words-hint')}
        path="mailPlan.followUpText"
        rows={3}
        fields={fields}
      />
    </FormSection>
  );
}
