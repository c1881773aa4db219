import { Grid, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { DayField } from '../../ui/day-field.js';
import { FormSection } from '../../ui/form-section.js';
import { addDays, daysBetween } from '../../ui/moment.js';
import { parseTime } from '../../ui/parse-time.js';
import { TimeField } from '../../ui/time-field.js';
import { useText } from '../../ui/use-text.js';
import { ZoneField } from '../../ui/zone-field.js';
import type { MeetingValues } from './meeting-values.js';

/** Day and time on the meeting's own clock. Moving the start moves the end with it. */
export function WhenFields({
  form,
  children,
}: {
  readonly form: UseFormReturnType<MeetingValues>;
  /** Shown under the day and the time. */
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const { allDay, startDay, endDay, endTime } = form.values;
  // While a time is being typed it is none; the end moves from the last one that was.
  const [lastStart, setLastStart] = useState(form.values.startTime);
  const moveDay = (day: string) => {
    const days = startDay === '' || endDay === '' ? 0 : Math.max(0, daysBetween(startDay, endDay));
    form.setValues({ startDay: day, ...(day === '' ? {} : { endDay: addDays(day, days) }) });
  };
  const moveTime = (time: string) => {
    const whole = parseTime(time) === time;
    form.setValues({ startTime: time, ...(whole ? { endTime: movedEnd(lastStart, endTime, time) } : {}) });
    if (whole) setLastStart(time);
  };
  return (
    <FormSection title={t('console.meeting.when')}>
      <Switch label={t('console.meeting.all-day')} {...form.getInputProps('allDay', { type: 'checkbox' })} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, xs: allDay ? 6 : 8, md: allDay ? 6 : 4 }}>
          <DayField
            required
            label={t(allDay ? 'console.meeting.first-day' : 'console.meeting.start-day')}
            {...form.getInputProps('startDay')}
            onChange={moveDay}
          />
        </Grid.Col>
        {!allDay && (
          <Grid.Col span={{ base: 12, xs: 4, md: 2 }}>
            <TimeField
              required
              label={t('console.meeting.time')}
              aria-label={t('console.meeting.start-time')}
              {...form.getInputProps('startTime')}
              onChange={moveTime}
            />
          </Grid.Col>
        )}
        <Grid.Col span={{ base: 12, xs: allDay ? 6 : 8, md: allDay ? 6 : 4 }}>
          <DayField
            required
            label={t(allDay ? 'console.meeting.last-day' : 'console.meeting.end-day')}
            {...form.getInputProps('endDay')}
          />
        </Grid.Col>
        {!allDay && (
          <Grid.Col span={{ base: 12, xs: 4, md: 2 }}>
            <TimeField
              required
              label={t('console.meeting.time')}
              aria-label={t('console.meeting.end-time')}
              {...form.getInputProps('endTime')}
            />
          </Grid.Col>
        )}
      </Grid>
      {children}
      <ZoneField
        label={t('console.meeting.zone')}
        description={t('console.meeting.zone-hint')}
        field={form.getInputProps('zone')}
      />
    </FormSection>
  );
}

const DAY = 24 * 60;

/** The end as long after the new start as it was after the old one; unchanged where that would pass midnight. */
function movedEnd(oldStart: string, oldEnd: string, start: string): string {
  const end = minutesOf(start) + minutesOf(oldEnd) - minutesOf(oldStart);
  if (Number.isNaN(end) || end < 0 || end >= DAY || minutesOf(oldEnd) <= minutesOf(oldStart)) return oldEnd;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map((part) => Number.parseInt(part, 10));
  return hours * 60 + minutes;
}
