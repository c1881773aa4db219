import { Text } from '@mantine/core';
import { useState } from 'react';
import { endpoints, type InstitutionDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { Local } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';
import { NewInstitution } from './institution-form.js';
import { Section } from './section.js';

interface CommitteesProps {
  readonly institution: InstitutionDto;
  /** The day looked at; today if none. */
  readonly asOf: string | undefined;
}

/** The committees of an institution: steering groups, boards. */
export function Committees({ institution, asOf }: CommitteesProps) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const query = useApiPages(endpoints.listInstitutions, { query: { parentId: institution.id } });
  const search = asOf === undefined ? '' : `?asOf=${asOf}`;
  return (
    <Section
      title={t('directory.committees.title')}
      action={{ label: t('directory.committees.add'), onClick: () => setAdding(true) }}
    >
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('directory.committees.none')}</Text>
          ) : (
            <DataTable label={t('directory.committees.title')} columns={[t('console.institution.name')]}>
              {items.map(({ id, name }) => (
                <tr key={id}>
                  <Cell>
                    <RowLink to={`/directory/institutions/${id}${search}`}>
                      <Local text={name} />
                    </RowLink>
                  </Cell>
                </tr>
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
      {adding && (
        <NewInstitution kind="committee" parentId={institution.id} onClose={() => setAdding(false)} />
      )}
    </Section>
  );
}
