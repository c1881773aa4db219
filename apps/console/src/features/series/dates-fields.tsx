import { Button, Chip, Grid, Group } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../ui/day-field.js';
import { dayWords } from '../../ui/moment.js';
import { parseTime } from '../../ui/parse-time.js';
import { TimeField } from '../../ui/time-field.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { inRhythm, rhythms, startingAt, startingOn, type Rhythm } from './dates-draft.js';
import type { DatesProps } from './dates-props.js';
import styles from './dates.module.css';
import { EndFields } from './end-fields.js';
import { PastedRule } from './pasted-rule.js';
import { PatternFields } from './pattern-fields.js';
import { PickedDates } from './picked-dates.js';

interface DatesFieldsProps extends DatesProps {
  readonly zone: string;
  readonly allDay: boolean;
  /** For the errors at the fields. */
  readonly fields: Fields;
}

/** The editor of the rule: a rhythm with its days, dates picked by hand, or a rule from elsewhere. */
export function DatesFields({ dates, zone, allDay, fields, onChange }: DatesFieldsProps) {
  const { t } = useText();
  const { rhythm } = dates;
  const isPattern = rhythm !== 'picked' && rhythm !== 'written';
  return (
    <>
      <fieldset className={styles.numbers}>
        <legend className={styles.label}>{t('series-pages.dates.rhythm')}</legend>
        <Chip.Group value={rhythm} onChange={(value) => onChange(inRhythm(dates, rhythmOf(value)))}>
          <Group gap={8} mt={4}>
            {rhythms.map((value) => (
              <Chip key={value} value={value} radius="md">
                {t(`series-pages.dates.rhythms.${value}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </fieldset>
      <Start dates={dates} allDay={allDay} fields={fields} onChange={onChange} />
      {isPattern && <PatternFields dates={dates} onChange={onChange} />}
      {rhythm === 'picked' && (
        <PickedDates dates={dates} allDay={allDay} field={fields('dates.picked')} onChange={onChange} />
      )}
      {rhythm === 'written' && (
        <PastedRule dates={dates} zone={zone} field={fields('dates.rrule')} onChange={onChange} />
      )}
      {isPattern && <EndFields dates={dates} onChange={onChange} />}
      {dates.except.length > 0 && <LeftOut dates={dates} onChange={onChange} />}
    </>
  );
}

function Start({ dates, allDay, fields, onChange }: Omit<DatesFieldsProps, 'zone'>) {
  const { t } = useText();
  // While a time is being typed it is none; the dates move from the last one that was.
  const [last, setLast] = useState(dates.startTime);
  const moveTime = (time: string) => {
    onChange(startingAt(dates, time, last));
    if (parseTime(time) === time) setLast(time);
  };
  return (
    <Grid gap="md">
      {dates.rhythm !== 'picked' && (
        <Grid.Col span={{ base: 12, xs: 7 }}>
          <DayField
            required
            label={t('series-pages.dates.first-day')}
            {...fields('dates.startDay')}
            onChange={(day) => onChange(startingOn(dates, day))}
          />
        </Grid.Col>
      )}
      {!allDay && (
        <Grid.Col span={{ base: 12, xs: 5 }}>
          <TimeField
            required
            label={t('series-pages.dates.start-time')}
            {...fields('dates.startTime')}
            onChange={moveTime}
          />
        </Grid.Col>
      )}
    </Grid>
  );
}

/** Dates that the rule gives and that do not take place. */
function LeftOut({ dates, onChange }: DatesProps) {
  const { t, language } = useText();
  return (
    <div>
      <span className={styles.label}>{t('series-pages.dates.left-out')}</span>
      <ul className={styles.chips}>
        {dates.except.map((local) => {
          const day = dayWords(local.slice(0, 10), language);
          return (
            <li key={local}>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('series-pages.dates.take-back', { day })}
                onClick={() =>
                  onChange({ ...dates, except: dates.except.filter((other) => other !== local) })
                }
              >
                {day} ×
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function rhythmOf(value: string | string[]): Rhythm {
  return rhythms.find((rhythm) => rhythm === value) ?? 'monthly';
}
