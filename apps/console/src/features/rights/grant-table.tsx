import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { endpoints, type GrantDto, type QueryOf } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { EndGrant } from './end-grant.js';
import { GrantPeriod, GrantPlace, GrantReason } from './grant-words.js';

interface GrantTableProps {
  readonly query: QueryOf<typeof endpoints.listGrants>;
  /** Whether the place of each role is shown: where the table is about one place it goes without saying. */
  readonly places?: boolean;
  /** Whether those given by name may be ended here. */
  readonly mayEnd: boolean;
}

/** Who has which role today or later, and why. */
export function GrantTable({ query: asked, places = false, mayEnd }: GrantTableProps) {
  const { t } = useText();
  const query = useApiPages(endpoints.listGrants, { query: asked });
  const [ending, setEnding] = useState<GrantDto | null>(null);
  const columns = [
    t('rights.columns.person'),
    t('rights.columns.role'),
    ...(places ? [t('rights.columns.place')] : []),
    t('rights.columns.period'),
    t('console.answers.columns.actions'),
  ];
  return (
    <>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('rights.none')}</Text>
          ) : (
            <DataTable label={t('rights.title')} columns={columns}>
              {items.map((grant) => (
                <GrantRow key={grant.id} grant={grant} places={places} onEnd={mayEnd ? setEnding : null} />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
      <Group justify="flex-end" mt="sm">
        <ExportMenu list={endpoints.listGrants} input={{ query: asked }} />
      </Group>
      {ending !== null && <EndGrant grant={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

interface GrantRowProps {
  readonly grant: GrantDto;
  readonly places: boolean;
  readonly onEnd: ((grant: GrantDto) => void) | null;
}

function GrantRow({ grant, places, onEnd }: GrantRowProps) {
  const { t } = useText();
  const { person, role, signsIn, source } = grant;
  return (
    <tr>
      <Cell>
        <div style={{ minWidth: '10rem' }}>
          <Text fw={600}>{person.name}</Text>
          <Text size="sm" c="dimmed">
            {t(signsIn ? 'rights.signs-in' : 'rights.signs-in-not')}
          </Text>
        </div>
      </Cell>
      <Cell head={t('rights.columns.role')}>
        <div>
          {t(`rights.roles.${role}`)}
          <Text size="sm" c="dimmed">
            <GrantReason grant={grant} />
          </Text>
        </div>
      </Cell>
      {places && (
        <Cell head={t('rights.columns.place')}>
          <div style={{ minWidth: '8rem', overflowWrap: 'anywhere' }}>
            <GrantPlace grant={grant} />
          </div>
        </Cell>
      )}
      <Cell head={t('rights.columns.period')}>
        <GrantPeriod grant={grant} />
      </Cell>
      <Cell numeric>
        {source === 'named' && onEnd !== null && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onEnd(grant)}
            aria-label={t('rights.end-for', { name: person.name })}
          >
            {t('rights.end')}
          </Button>
        )}
      </Cell>
    </tr>
  );
}
