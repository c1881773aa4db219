import { NumberInput, Radio, Stack } from '@mantine/core';
import { DayField } from '../../ui/day-field.js';
import { useText } from '../../ui/use-text.js';
import type { End } from './dates-draft.js';
import type { DatesProps } from './dates-props.js';
import styles from './dates.module.css';

const ends = ['never', 'until', 'count'] as const satisfies readonly End[];

/** How long it goes on. */
export function EndFields({ dates, onChange }: DatesProps) {
  const { t } = useText();
  return (
    <>
      <Radio.Group
        label={t('series-pages.dates.end')}
        value={dates.end}
        onChange={(value) => onChange({ ...dates, end: ends.find((end) => end === value) ?? 'never' })}
      >
        <Stack gap="xs" mt="xs">
          {ends.map((end) => (
            <Radio key={end} value={end} label={t(`series-pages.dates.ends.${end}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {dates.end === 'until' && (
        <div className={styles.narrow}>
          <DayField
            required
            label={t('series-pages.dates.until-day')}
            value={dates.untilDay}
            onChange={(untilDay) => onChange({ ...dates, untilDay })}
          />
        </div>
      )}
      {dates.end === 'count' && (
        <NumberInput
          className={styles.narrow}
          label={t('series-pages.dates.count')}
          allowDecimal={false}
          min={1}
          max={10_000}
          value={dates.count}
          onChange={(count) => onChange({ ...dates, count })}
        />
      )}
    </>
  );
}
