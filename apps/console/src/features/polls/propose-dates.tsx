import { Button, Chip, Group, NumberInput, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { endpoints, type PollProposalDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { parseTime } from '../../ui/parse-time.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { TimeField } from '../../ui/time-field.js';
import { useText } from '../../ui/use-text.js';
import { askedOf, newDate, type PollValues } from './poll-values.js';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Free days without holidays, put into the list of dates. */
export function ProposeDates({ form }: { readonly form: UseFormReturnType<PollValues> }) {
  const { t } = useText();
  const [span, setSpan] = useState({ from: '', until: '', time: '10:00', count: 5 });
  const [days, setDays] = useState<string[]>(['2', '3', '4']);
  const propose = useAction(endpoints.proposePollDates);
  const { institutionId, audience, rule } = form.values;
  const take = ({ options }: PollProposalDto) => {
    const proposed = options.map(({ startsLocal, allDay }) =>
      newDate(startsLocal.slice(0, 10), startsLocal.slice(11, 16), allDay),
    );
    form.setFieldValue('dates', [...form.values.dates.filter(({ day }) => day !== ''), ...proposed]);
  };
  const submit = () =>
    propose.mutate(
      {
        body: {
          institutionId: institutionId ?? '',
          asking: { audience: askedOf({ audience, rule }) },
          from: span.from,
          until: span.until,
          weekdays: days.map(Number),
          time: parseTime(span.time) ?? span.time,
          count: span.count,
        },
      },
      { onSuccess: take },
    );
  const isReady = institutionId !== null && span.from !== '' && span.until !== '' && days.length > 0;
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend>
        <Text fw={600}>{t('polls.console.propose.title')}</Text>
      </legend>
      <Stack gap="sm">
        <Group align="flex-end">
          <DayField
            label={t('polls.console.propose.from')}
            value={span.from}
            onChange={(from) => setSpan({ ...span, from })}
          />
          <DayField
            label={t('polls.console.propose.until')}
            value={span.until}
            onChange={(until) => setSpan({ ...span, until })}
          />
          <TimeField
            label={t('polls.console.propose.time')}
            value={span.time}
            onChange={(time) => setSpan({ ...span, time })}
          />
          <NumberInput
            label={t('polls.console.propose.count')}
            min={1}
            max={50}
            w={110}
            value={span.count}
            onChange={(count) => setSpan({ ...span, count: Number(count) })}
          />
        </Group>
        <Chip.Group multiple value={days} onChange={setDays}>
          <Group gap={6}>
            <Text size="sm">{t('polls.console.propose.weekdays')}</Text>
            {weekdays.map((day) => (
              <Chip key={day} value={day}>
                {t(`polls.console.weekdays.${day}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <ProblemAlert error={propose.error} />
        <div>
          <Button variant="default" disabled={!isReady} loading={propose.isPending} onClick={submit}>
            {t('polls.console.propose.action')}
          </Button>
        </div>
        {propose.data !== undefined && <PassedOver proposal={propose.data} />}
      </Stack>
    </fieldset>
  );
}

function PassedOver({ proposal }: { readonly proposal: PollProposalDto }) {
  const { t, language } = useText();
  const days = [
    ...proposal.holidays.map(({ on, name }) => ({ on, why: name[language] })),
    ...proposal.taken.map(({ on, title }) => ({
      on,
      why: title === null ? t('polls.console.propose.taken') : pickLocal(title, language).text,
    })),
  ].toSorted((one, other) => (one.on < other.on ? -1 : 1));
  return (
    <div aria-live="polite">
      <Text size="sm">{t('polls.console.propose.found', { count: proposal.options.length })}</Text>
      {days.map(({ on, why }) => (
        <Text key={`${on} ${why}`} size="sm" c="dimmed">
          {t('polls.console.propose.passed-over', { day: dayWords(on, language), why })}
        </Text>
      ))}
    </div>
  );
}
