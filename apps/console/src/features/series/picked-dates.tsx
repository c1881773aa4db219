import { ActionIcon, Input, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { dayWords, today } from '../../ui/moment.js';
import { parseTime } from '../../ui/parse-time.js';
import { TimeField } from '../../ui/time-field.js';
import { useText } from '../../ui/use-text.js';
import type { DatesProps } from './dates-props.js';
import styles from './dates.module.css';

interface PickedDatesProps extends DatesProps {
  readonly allDay: boolean;
  readonly field: GetInputPropsReturnType;
}

/** Dates picked by hand: days on the calendar, each with its time beside it. */
export function PickedDates({ dates, allDay, field, onChange }: PickedDatesProps) {
  const { t, language } = useText();
  const time = parseTime(dates.startTime) ?? '10:00';
  const pick = (days: readonly string[]) => {
    const known = new Map(dates.picked.map((local) => [local.slice(0, 10), local]));
    onChange({ ...dates, picked: days.map((day) => known.get(day) ?? `${day}T${time}`).toSorted() });
  };
  const put = (day: string, typed: string) => {
    const whole = parseTime(typed);
    if (whole === null) return;
    const anew = (local: string) => (local.startsWith(day) ? `${day}T${whole}` : local);
    onChange({ ...dates, picked: dates.picked.map(anew) });
  };
  return (
    <Input.Wrapper label={t('series-pages.dates.picked')} labelElement="div" error={field.error}>
      <div className={styles.picking}>
        <DatePicker
          type="multiple"
          value={dates.picked.map((local) => local.slice(0, 10))}
          onChange={pick}
          defaultDate={dates.picked[0]?.slice(0, 10) ?? today()}
          hideOutsideDates
          ariaLabels={{
            previousMonth: t('console.calendar.previous'),
            nextMonth: t('console.calendar.next'),
          }}
        />
        {dates.picked.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('series-pages.dates.picked-none')}
          </Text>
        ) : (
          <ul className={styles.pickedList}>
            {dates.picked.map((local) => {
              const day = local.slice(0, 10);
              const words = dayWords(day, language);
              return (
                <li key={day}>
                  <span>{words}</span>
                  {!allDay && (
                    <TimeInput
                      label={t('series-pages.dates.time-of', { day: words })}
                      time={local.slice(11, 16)}
                      onChange={(typed) => put(day, typed)}
                    />
                  )}
                  <ActionIcon
                    variant="subtle"
                    size={32}
                    aria-label={t('series-pages.dates.unpick', { day: words })}
                    onClick={() =>
                      pick(dates.picked.map((other) => other.slice(0, 10)).filter((o) => o !== day))
                    }
                  >
                    <IconX size={16} aria-hidden="true" />
                  </ActionIcon>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </Input.Wrapper>
  );
}

interface TimeInputProps {
  readonly label: string;
  readonly time: string;
  readonly onChange: (typed: string) => void;
}

/** Keeps what is typed until it is a time. */
function TimeInput({ label, time, onChange }: TimeInputProps) {
  const [typed, setTyped] = useState(time);
  const [known, setKnown] = useState(time);
  if (known !== time) {
    setKnown(time);
    if (parseTime(typed) !== time) setTyped(time);
  }
  const change = (text: string) => {
    setTyped(text);
    if (parseTime(text) === text) onChange(text);
  };
  return <TimeField aria-label={label} value={typed} onChange={change} />;
}
