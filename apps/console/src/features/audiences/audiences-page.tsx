import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { endpoints, type AudienceItemDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

const ALL = { query: {} };

/** The saved audiences. */
export function AudiencesPage() {
  const { t } = useText();
  const query = useApiPages(endpoints.listAudiences, ALL);
  return (
    <>
      <Group justify="space-between" my="md">
        <Text c="dimmed">{t('audiences.text')}</Text>
        <Group gap="sm">
          <ExportMenu list={endpoints.listAudiences} input={ALL} />
          <NewButton />
        </Group>
      </Group>
      <Loaded query={{ ...query, data: query.items }}>{(items) => <Audiences items={items} />}</Loaded>
      <LoadMore query={query} />
    </>
  );
}

function NewButton() {
  const { t } = useText();
  return (
    <Button
      component={Link}
      to="/directory/audiences/new"
      leftSection={<IconPlus size={18} aria-hidden="true" />}
    >
      {t('audiences.create')}
    </Button>
  );
}

function Audiences({ items }: { readonly items: readonly AudienceItemDto[] }) {
  const { t, language } = useText();
  if (items.length === 0) {
    return <EmptyState title={t('audiences.empty-title')}>{t('audiences.empty')}</EmptyState>;
  }
  return (
    <DataTable label={t('audiences.title')} columns={[t('audiences.name'), t('audiences.keeper')]}>
      {items.map(({ id, name, institution }) => (
        <tr key={id}>
          <Cell>
            <RowLink to={`/directory/audiences/${id}`} lang={pickLocal(name, language).lang}>
              {pickLocal(name, language).text}
            </RowLink>
          </Cell>
          <Cell>
            <Local text={institution.name} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
