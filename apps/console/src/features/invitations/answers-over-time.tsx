import { Text, Title } from '@mantine/core';
import { endpoints, type AnswersByDayDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { Loaded } from '../../ui/loaded.js';
import { dayWords } from '../../ui/moment.js';
import { StepPlot } from '../../ui/step-plot.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import { registrationMarks } from './registration-mark.js';

type DayCounts = AnswersByDayDto['items'][number];

const states = [
  ['confirmed', registrationMarks.confirmed],
  ['waiting', registrationMarks.waitlisted],
  ['maybe', registrationMarks.tentative],
  ['declined', registrationMarks.declined],
  ['silent', registrationMarks.silent],
] as const;

/** How the answers came in, as a plot with its legend, and the same as a table. */
export function AnswersOverTime({ meetingId }: { readonly meetingId: string }) {
  const { t } = useText();
  const query = useApi(endpoints.getAnswersByDay, { params: { id: meetingId } });
  return (
    <section aria-labelledby="over-time">
      <Title order={2} id="over-time" mb={4}>
        {t('host-view.by-day.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('host-view.by-day.hint')}
      </Text>
      <Loaded query={query}>{({ items }) => <Course items={items} />}</Loaded>
    </section>
  );
}

function Course({ items }: { readonly items: readonly DayCounts[] }) {
  const { t, language } = useText();
  const used = states.filter(([state]) => items.some((day) => day[state] > 0));
  const last = items.at(-1);
  if (last === undefined) return <Text c="dimmed">{t('host-view.by-day.empty')}</Text>;
  return (
    <>
      <StepPlot
        days={items.map(({ on }) => on)}
        layers={used.map(([state, { tone }]) => ({
          key: state,
          tone,
          counts: items.map((day) => day[state]),
        }))}
      />
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBlock: 12 }}>
        {used.map(([state, mark]) => (
          <StateMark key={state} {...mark}>
            {t(`host-view.states.${state}`)} {last[state]}
          </StateMark>
        ))}
      </p>
      <details>
        <summary>{t('host-view.by-day.table')}</summary>
        <DataTable
          label={t('host-view.by-day.title')}
          columns={[t('host-view.by-day.day'), ...used.map(([state]) => t(`host-view.states.${state}`))]}
        >
          {items.map((day) => (
            <tr key={day.on}>
              <Cell>{dayWords(day.on, language)}</Cell>
              {used.map(([state]) => (
                <Cell key={state} head={t(`host-view.states.${state}`)}>
                  {day[state]}
                </Cell>
              ))}
            </tr>
          ))}
        </DataTable>
      </details>
    </>
  );
}
