import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { endpoints, type DuplicateDto, type PersonDto } from '#contracts';
import { fullName } from '#i18n';
import { useAction, useApiPages } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { MergePanel } from './merge-panel.js';

const ALL = { query: {} };

/** People who may be one: made one, or known to be two from then on. */
export function DuplicatesPage() {
  const { t } = useText();
  const query = useApiPages(endpoints.listDuplicates, ALL);
  const dismiss = useAction(endpoints.dismissDuplicate, [endpoints.listDuplicates.name]);
  const [merging, setMerging] = useState<DuplicateDto | null>(null);
  return (
    <>
      <Group justify="space-between" align="flex-start" mb="md">
        <Text c="dimmed" maw="44rem">
          {t('people.duplicates.text')}
        </Text>
        <ExportMenu list={endpoints.listDuplicates} input={ALL} />
      </Group>
      <ProblemAlert error={dismiss.error} />
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('people.duplicates.none')}>{t('people.duplicates.none-text')}</EmptyState>
          ) : (
            <DataTable
              label={t('people.duplicates.title')}
              columns={[
                t('people.duplicates.people'),
                t('people.duplicates.why'),
                t('people.duplicates.actions'),
              ]}
            >
              {items.map((duplicate) => (
                <Pair
                  key={duplicate.id}
                  duplicate={duplicate}
                  onMerge={() => setMerging(duplicate)}
                  onDismiss={() => dismiss.mutate({ params: { id: duplicate.id } })}
                />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
      {merging !== null && <MergePanel people={merging.people} onClose={() => setMerging(null)} />}
    </>
  );
}

interface PairProps {
  readonly duplicate: DuplicateDto;
  readonly onMerge: () => void;
  readonly onDismiss: () => void;
}

function Pair({ duplicate: { people, reasons, mergeable }, onMerge, onDismiss }: PairProps) {
  const { t } = useText();
  const names = people.map((person) => fullName({ ...person, title: person.academicTitle })).join(', ');
  return (
    <tr>
      <Cell>
        <Stack gap="xs">
          {people.map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
        </Stack>
      </Cell>
      <Cell head={t('people.duplicates.why')}>
        <Text size="sm">{reasons.map((reason) => t(`people.duplicates.reasons.${reason}`)).join(', ')}</Text>
      </Cell>
      <Cell>
        <Group gap="xs" justify="flex-end">
          <Button
            variant="subtle"
            size="compact-md"
            aria-label={t('people.duplicates.dismiss-for', { names })}
            onClick={onDismiss}
          >
            {t('people.duplicates.dismiss')}
          </Button>
          {mergeable && (
            <Button
              variant="default"
              size="compact-md"
              aria-label={t('people.duplicates.merge-for', { names })}
              onClick={onMerge}
            >
              {t('people.duplicates.merge')}
            </Button>
          )}
        </Group>
      </Cell>
    </tr>
  );
}

function PersonLine({ person }: { readonly person: PersonDto }) {
  return (
    <div>
      <strong>{fullName({ ...person, title: person.academicTitle })}</strong>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[person.position, ...person.addresses.map(({ address }) => address)].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
