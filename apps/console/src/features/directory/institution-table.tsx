import type { ReactNode } from 'react';
import type { InstitutionDto } from '#contracts';
import { formatList } from '#i18n';
import { useColumns, type ColumnOption } from '../../ui/column-choice.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

type ColumnKey = 'kind' | 'short' | 'field' | 'laender' | 'seat' | 'website';

/** The columns beside the name. */
export function useInstitutionColumns(): readonly ColumnOption<ColumnKey>[] {
  const { t } = useText();
  return [
    { key: 'kind', label: t('console.institution.kind-label'), usual: true },
    { key: 'field', label: t('directory.institution.field'), usual: true },
    { key: 'laender', label: t('directory.institution.laender'), usual: true },
    { key: 'seat', label: t('directory.institution.seat'), usual: false },
    { key: 'short', label: t('console.institution.short-name'), usual: false },
    { key: 'website', label: t('directory.institution.website'), usual: false },
  ];
}

interface InstitutionTableProps {
  readonly items: readonly InstitutionDto[];
  readonly columns: readonly ColumnOption<ColumnKey>[];
}

export function InstitutionTable({ items, columns }: InstitutionTableProps) {
  const { t, language } = useText();
  const shown = useColumns(columns);
  if (items.length === 0) {
    return <EmptyState title={t('console.list.none')}>{t('console.institution.none')}</EmptyState>;
  }
  return (
    <DataTable
      label={t('console.directory.institutions')}
      columns={[t('console.institution.name'), ...shown.map(({ label }) => label)]}
    >
      {items.map((institution) => {
        const name = pickLocal(institution.name, language);
        return (
          <tr key={institution.id}>
            <Cell>
              <RowLink to={`/directory/institutions/${institution.id}`} lang={name.lang}>
                {name.text}
              </RowLink>
            </Cell>
            {shown.map(({ key, label }) => (
              <ValueCell key={key} column={key} label={label} institution={institution} />
            ))}
          </tr>
        );
      })}
    </DataTable>
  );
}

interface ValueCellProps {
  readonly column: ColumnKey;
  readonly label: string;
  readonly institution: InstitutionDto;
}

/** On a small screen a value says what it is, and says nothing where there is none. */
function ValueCell({ column, label, institution }: ValueCellProps) {
  const { t, language } = useText();
  const { kind, shortName, field, laender, seat, website } = institution;
  const lands = laender.map((land) => t(`console.place.lands.${land}`));
  const values: Readonly<Record<ColumnKey, ReactNode>> = {
    kind: t(`console.institution.kind.${kind}`),
    short: shortName,
    field: field && <Local text={field} />,
    laender: formatList(lands, language),
    seat,
    website: website && new URL(website).host,
  };
  const value = values[column];
  if (value === null || value === '') return <Cell />;
  return column === 'kind' ? <Cell>{value}</Cell> : <Cell head={label}>{value}</Cell>;
}
