import { NumberInput, Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { FormSection } from '../../ui/form-section.js';
import { useText } from '../../ui/use-text.js';
import { AskingSettings } from '../audiences/asking-settings.js';
import { useAudienceChoices } from '../audiences/choices.js';
import { RuleComposer } from '../audiences/rule-composer.js';
import { COMPOSED, NOBODY, type SeriesValues } from './series-values.js';

const sendings = ['by-itself', 'after-nod'] as const;

/** Who is invited to every date, when, and whether by itself. */
export function AskingFields({ form }: { readonly form: UseFormReturnType<SeriesValues> }) {
  const { t } = useText();
  const fields = form.getInputProps;
  const saved = useAudienceChoices();
  const { audience, settings } = form.values;
  const [rule, setRule] = useState(form.values.audienceRule);
  return (
    <FormSection title={t('series-pages.asking.title')} text={t('series-pages.asking.text')}>
      <Select
        label={t('audiences.choose')}
        allowDeselect={false}
        searchable
        data={[
          { value: NOBODY, label: t('series-pages.asking.nobody') },
          { value: COMPOSED, label: t('audiences.compose-here') },
          ...saved,
        ]}
        {...fields('audience')}
      />
      {audience === COMPOSED && (
        <RuleComposer
          rule={rule}
          onChange={(changed) => {
            setRule(changed);
            form.setFieldValue('audienceRule', changed);
          }}
        />
      )}
      {audience !== NOBODY && (
        <>
          <AskingSettings
            settings={settings}
            onChange={(changed) => form.setFieldValue('settings', changed)}
          />
          <Radio.Group label={t('series-pages.asking.sending')} {...fields('sending')}>
            <Stack gap="xs" mt="xs">
              {sendings.map((value) => (
                <Radio key={value} value={value} label={t(`series-pages.asking.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <NumberInput
          label={t('series-pages.asking.save-the-date')}
          description={t('series-pages.asking.save-the-date-hint')}
          allowDecimal={false}
          {...fields('saveTheDateLeadDays')}
        />
        <NumberInput
          label={t('series-pages.asking.lead')}
          description={t('series-pages.asking.lead-hint')}
          allowDecimal={false}
          {...fields('inviteLeadDays')}
        />
        <NumberInput
          label={t('series-pages.asking.answer-by')}
          description={t('series-pages.asking.answer-by-hint')}
          allowDecimal={false}
          {...fields('answerByLeadDays')}
        />
      </SimpleGrid>
    </FormSection>
  );
}
