import { Chip, Group, Input, NumberInput, Radio, Stack } from '@mantine/core';
import { useText } from '../../ui/use-text.js';
import type { DatesProps } from './dates-props.js';
import { monthlyKinds, type MonthlyKind } from './dates-draft.js';
import styles from './dates.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const months = Array.from({ length: 12 }, (_, index) => index + 1);
const nths = [1, 2, 3, 4, -1] as const;

/** On which days: of the week, of the month, in which months. */
export function PatternFields({ dates, onChange }: DatesProps) {
  const { t } = useText();
  const unit = dates.rhythm === 'weekly' ? 'week' : dates.rhythm === 'monthly' ? 'month' : 'year';
  return (
    <>
      <NumberInput
        className={styles.narrow}
        label={t(`series-pages.dates.every.${unit}`)}
        allowDecimal={false}
        min={1}
        max={60}
        value={dates.interval}
        onChange={(interval) => onChange({ ...dates, interval })}
      />
      {dates.rhythm === 'weekly' ? (
        <Weekdays dates={dates} onChange={onChange} />
      ) : (
        <MonthDays dates={dates} onChange={onChange} />
      )}
      <Months dates={dates} onChange={onChange} />
    </>
  );
}

function MonthDays({ dates, onChange }: DatesProps) {
  const { t } = useText();
  return (
    <>
      <Radio.Group
        label={t('series-pages.dates.on')}
        value={dates.monthly}
        onChange={(value) => onChange({ ...dates, monthly: kindOf(value) })}
      >
        <Stack gap="xs" mt="xs">
          {monthlyKinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`series-pages.dates.monthly.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {dates.monthly === 'weekday' && (
        <>
          <Numbers
            label={t('series-pages.dates.which')}
            choices={nths.map((nth) => ({ value: nth, label: t(`series-pages.dates.nth.${nth}`) }))}
            chosen={dates.nths}
            onChange={(chosen) => onChange({ ...dates, nths: chosen })}
          />
          <Weekdays dates={dates} onChange={onChange} />
        </>
      )}
      {dates.monthly === 'day' && (
        <NumberInput
          className={styles.narrow}
          label={t('series-pages.dates.month-day')}
          description={Number(dates.monthDay) > 28 ? t('series-pages.dates.month-day-hint') : undefined}
          allowDecimal={false}
          min={1}
          max={31}
          value={dates.monthDay}
          onChange={(monthDay) => onChange({ ...dates, monthDay })}
        />
      )}
    </>
  );
}

function Weekdays({ dates, onChange }: DatesProps) {
  const { t, language } = useText();
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <Numbers
      label={t('series-pages.dates.weekdays')}
      // 1 January 2024 was a Monday.
      choices={weekdays.map((day) => ({ value: day, label: name.format(Date.UTC(2024, 0, day)) }))}
      chosen={dates.weekdays}
      onChange={(chosen) => onChange({ ...dates, weekdays: chosen })}
    />
  );
}

function Months({ dates, onChange }: DatesProps) {
  const { t, language } = useText();
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  return (
    <Numbers
      label={t('series-pages.dates.months')}
      description={dates.rhythm === 'yearly' ? undefined : t('series-pages.dates.months-hint')}
      choices={months.map((month) => ({ value: month, label: name.format(Date.UTC(2024, month - 1, 15)) }))}
      chosen={dates.months}
      onChange={(chosen) => onChange({ ...dates, months: chosen })}
    />
  );
}

interface NumbersProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly choices: readonly { readonly value: number; readonly label: string }[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: number[]) => void;
}

/** Several of a few numbers, each by its name. */
function Numbers({ label, description, choices, chosen, onChange }: NumbersProps) {
  return (
    <fieldset className={styles.numbers}>
      <legend className={styles.label}>{label}</legend>
      {description !== undefined && <Input.Description>{description}</Input.Description>}
      <Chip.Group multiple value={chosen.map(String)} onChange={(values) => onChange(values.map(Number))}>
        <Group gap={6} mt={4}>
          {choices.map(({ value, label: name }) => (
            <Chip key={value} value={String(value)} radius="md">
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </fieldset>
  );
}

function kindOf(value: string): MonthlyKind {
  return monthlyKinds.find((kind) => kind === value) ?? 'weekday';
}
