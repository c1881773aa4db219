import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { endpoints, type GrantDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { GrantPeriod, GrantPlace, GrantReason } from '../rights/grant-words.js';

/** The roles of whoever is signed in: where, from when until when, and why. */
export function OwnRights() {
  const { t } = useText();
  const query = useApi(endpoints.getOwnRights, {});
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text>{t('rights.me.none')}</Text>
        ) : (
          <DataTable
            label={t('rights.me.rights')}
            columns={[
              t('rights.columns.role'),
              t('rights.columns.place'),
              t('rights.columns.period'),
              t('rights.columns.source'),
            ]}
          >
            {items.map((grant) => (
              <tr key={grant.id}>
                <Cell>
                  <Text fw={600}>{t(`rights.roles.${grant.role}`)}</Text>
                </Cell>
                <Cell head={t('rights.columns.place')}>
                  <LinkedPlace grant={grant} />
                </Cell>
                <Cell head={t('rights.columns.period')}>
                  <GrantPeriod grant={grant} />
                </Cell>
                <Cell head={t('rights.columns.source')}>
                  <span>
                    <GrantReason grant={grant} />
                  </span>
                </Cell>
              </tr>
            ))}
          </DataTable>
        )
      }
    </Loaded>
  );
}

function LinkedPlace({ grant }: { readonly grant: GrantDto }) {
  const { institution, meeting } = grant;
  const place = <GrantPlace grant={grant} />;
  if (institution !== null)
    return <PlaceLink to={`/directory/institutions/${institution.id}`}>{place}</PlaceLink>;
  return meeting === null ? (
    <span>{place}</span>
  ) : (
    <PlaceLink to={`/meetings/${meeting.id}`}>{place}</PlaceLink>
  );
}

function PlaceLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Anchor>
  );
}
