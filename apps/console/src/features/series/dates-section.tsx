import { NumberInput, Radio, SimpleGrid, Stack, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { FormSection } from '../../ui/form-section.js';
import { useText } from '../../ui/use-text.js';
import { ZoneField } from '../../ui/zone-field.js';
import { DatesFields } from './dates-fields.js';
import { ForeseenDates } from './foreseen-dates.js';
import type { SeriesValues } from './series-values.js';

const policies = ['ask', 'move', 'skip', 'keep'] as const;

interface DatesSectionProps {
  readonly form: UseFormReturnType<SeriesValues>;
  /** Meetings of the series itself, which do not stand against it. */
  readonly ownMeetingIds: readonly string[];
}

/** When the meetings are, and what comes of it while it is being said. */
export function DatesSection({ form, ownMeetingIds }: DatesSectionProps) {
  const { t } = useText();
  const fields = form.getInputProps;
  const { dates, allDay } = form.values;
  return (
    <FormSection title={t('series-pages.dates.title')} text={t('series-pages.dates.text')}>
      <DatesFields
        dates={dates}
        zone={form.values.zone}
        allDay={allDay}
        fields={fields}
        onChange={(changed) => form.setFieldValue('dates', changed)}
      />
      <Switch label={t('console.meeting.all-day')} {...fields('allDay', { type: 'checkbox' })} />
      <SimpleGrid cols={{ base: 2, xs: 3 }}>
        {allDay ? (
          <NumberInput
            label={t('series-pages.dates.days')}
            allowDecimal={false}
            min={1}
            {...fields('days')}
          />
        ) : (
          <>
            <NumberInput
              label={t('series-pages.dates.hours')}
              allowDecimal={false}
              min={0}
              {...fields('hours')}
            />
            <NumberInput
              label={t('series-pages.dates.minutes')}
              allowDecimal={false}
              min={0}
              max={59}
              step={5}
              {...fields('minutes')}
            />
          </>
        )}
      </SimpleGrid>
      <Radio.Group
        label={t('series-pages.holidays.title')}
        description={t('series-pages.holidays.hint')}
        {...fields('holidays')}
      >
        <Stack gap="xs" mt="xs">
          {policies.map((value) => (
            <Radio key={value} value={value} label={t(`series-pages.holidays.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <ForeseenDates
        values={form.values}
        ownMeetingIds={ownMeetingIds}
        onLeaveOut={(local) =>
          form.setFieldValue('dates', { ...dates, except: [...dates.except, local].toSorted() })
        }
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ZoneField
          label={t('console.meeting.zone')}
          description={t('series-pages.dates.zone-hint')}
          field={fields('zone')}
        />
        <NumberInput
          label={t('series-pages.dates.window')}
          description={t('series-pages.dates.window-hint')}
          allowDecimal={false}
          {...fields('windowMonths')}
        />
      </SimpleGrid>
    </FormSection>
  );
}
