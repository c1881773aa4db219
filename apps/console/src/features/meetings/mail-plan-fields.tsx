import { NumberInput, Select, SimpleGrid } from '@mantine/core';
import { FormSection } from '../../ui/form-section.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { addDays, today } from '../../ui/moment.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';

const days = ['first', 'second', 'deputies', 'details'] as const;
const recipients = ['came', 'invited'] as const;

interface MailPlanFieldsProps {
  readonly fields: Fields;
  /** From when the mails are counted back, as far as it is known; a series’ template knows no days. */
  readonly days?: { readonly answerBy: string; readonly start: string };
}

/** Which mails the meeting sends by itself, and when. */
export function MailPlanFields({ fields, days: from }: MailPlanFieldsProps) {
  const { t } = useText();
  const hintOf = (name: (typeof days)[number]) => {
    const { value } = fields(`mailPlan.${name}`) as { value?: number | string };
    const counted = name === 'details' ? from?.start : from?.answerBy || from?.start;
    return t(isPast(counted ?? '', value ?? '') ? 'mail-plan.past' : `mail-plan.${name}-hint`);
  };
  return (
    <FormSection title={t('mail-plan.title')} text={t('mail-plan.text')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {days.map((name) => (
          <NumberInput
            key={name}
            label={t(`mail-plan.${name}`)}
            description={hintOf(name)}
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

/** Whether so many days before that day is over, on the reader's clock. */
function isPast(day: string, before: number | string): boolean {
  const days = Number(before);
  if (day === '' || before === '' || !Number.isInteger(days)) return false;
  return addDays(day, -days) < today();
}
