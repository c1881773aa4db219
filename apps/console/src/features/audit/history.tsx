import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { endpoints } from '#contracts';
import { useApiPages, useMay } from '../../api/index.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { EntryList } from './entry-list.js';

interface HistoryProps {
  readonly subjectKind: 'institution' | 'person' | 'office' | 'mandate' | 'meeting' | 'invitation';
  readonly subjectId: string;
}

/**
 * What was done to a record, latest first; of an institution also what concerns its offices, members and meetings.
 * Nothing for who may read no log.
 */
export function History({ subjectKind, subjectId }: HistoryProps) {
  const { t } = useText();
  const id = useId();
  const may = useMay();
  if (!may('audit.read')) return null;
  return (
    <section aria-labelledby={id} style={{ marginBlockStart: 40 }}>
      <Title order={2} size="h3" id={id} mb="xs">
        {t('rights.log.history')}
      </Title>
      <Entries subjectKind={subjectKind} subjectId={subjectId} />
    </section>
  );
}

const FEW = 10;

function Entries({ subjectKind, subjectId }: HistoryProps) {
  const { t } = useText();
  const isInstitution = subjectKind === 'institution';
  const query = useApiPages(endpoints.listAudit, {
    query: { limit: FEW, ...(isInstitution ? { institutionId: subjectId } : { subjectKind, subjectId }) },
  });
  return (
    <>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('rights.log.none-here')}</Text>
          ) : (
            <EntryList items={items} subjects={isInstitution} />
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </>
  );
}
