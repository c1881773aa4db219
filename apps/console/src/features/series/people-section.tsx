import { Select, Text, VisuallyHidden } from '@mantine/core';
import { endpoints, type SeriesDto, type SeriesPersonDto } from '#contracts';
import { useAction, useApiPages, useMay } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { momentWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { Section } from '../directory/section.js';
import styles from './people-section.module.css';

const reads = [endpoints.listSeriesPeople.name];

/** Who comes how often: a dot for every date, filled when they said yes. */
export function PeopleSection({ series }: { readonly series: SeriesDto }) {
  const may = useMay();
  return may('meeting.invite', { institutionIds: [series.institution.id] }) ? (
    <People series={series} />
  ) : null;
}

function People({ series }: { readonly series: SeriesDto }) {
  const { t } = useText();
  const input = { params: { id: series.id }, query: {} };
  const query = useApiPages(endpoints.listSeriesPeople, input);
  const heads = ['name', 'dates', 'share', 'standing'] as const;
  return (
    <Section
      title={t('series-people.title')}
      aside={<ExportMenu list={endpoints.listSeriesPeople} input={input} />}
    >
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('series-people.none')} level={2}>
              {t('series-people.none-text')}
            </EmptyState>
          ) : (
            <DataTable
              label={t('series-people.title')}
              columns={heads.map((head) => t(`series-people.columns.${head}`))}
            >
              {items.map((person) => (
                <PersonRow key={person.id} series={series} person={person} />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </Section>
  );
}

function PersonRow({ series, person }: { readonly series: SeriesDto; readonly person: SeriesPersonDto }) {
  const { t } = useText();
  const save = useAction(endpoints.answerSeriesForPerson, reads);
  const { name } = person.person;
  return (
    <tr>
      <Cell>
        <Text fw={600}>{name}</Text>
      </Cell>
      <Cell head={t('series-people.columns.dates')}>
        <Dots dates={person.dates} />
      </Cell>
      <Cell head={t('series-people.columns.share')} numeric>
        {t('series-people.share', { yes: person.yes, invited: person.invited })}
      </Cell>
      <Cell head={t('series-people.columns.standing')}>
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={t('series-people.standing-for', { name })}
          data={(['yes', 'no', 'none'] as const).map((value) => ({
            value,
            label: t(`series-people.standing.${value}`),
          }))}
          value={person.standing ?? 'none'}
          disabled={save.isPending}
          onChange={(answer) =>
            answer !== null &&
            save.mutate({
              params: { id: series.id, personId: person.id },
              body: { answer: answer as 'yes' | 'no' | 'none' },
            })
          }
        />
      </Cell>
    </tr>
  );
}

function Dots({ dates }: Pick<SeriesPersonDto, 'dates'>) {
  const { t, language } = useText();
  return (
    <ul className={styles.dots}>
      {dates.map(({ startsAt, answer }) => {
        const words = `${momentWords(startsAt, language)}: ${t(`series-people.answer.${answer ?? 'silent'}`)}`;
        return (
          <li key={startsAt} className={styles.dot} data-answer={answer ?? 'silent'} title={words}>
            <VisuallyHidden>{words}</VisuallyHidden>
          </li>
        );
      })}
    </ul>
  );
}
