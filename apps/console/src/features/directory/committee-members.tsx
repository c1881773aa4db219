import { Button, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { endpoints, type InstitutionDto, type MandateDto, type OfficeDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { EndMandate, GiveMandate } from './mandate-dialogs.js';
import { OfficeHistory } from './mandate-history.js';
import { Section } from './section.js';

interface CommitteeMembersProps {
  readonly committee: InstitutionDto;
  /** The day looked at; today if none. */
  readonly asOf: string | undefined;
}

/** Who is in a committee on that day, by function: its chair, its members, its guests. */
export function CommitteeMembers({ committee, asOf }: CommitteeMembersProps) {
  const query = useApiPages(endpoints.listOffices, { query: { institutionId: committee.id, asOf } });
  return (
    <Loaded query={{ ...query, data: query.items }}>
      {(items) => items.map((office) => <Holders key={office.id} office={office} />)}
    </Loaded>
  );
}

type Dialog = 'give' | 'history' | MandateDto | null;

function Holders({ office }: { readonly office: OfficeDto }) {
  const { t, language } = useText();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  const { holders, seats } = office;
  const title = pickLocal(office.name, language).text;
  return (
    <Section
      title={title}
      aside={
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconHistory size={18} aria-hidden="true" />}
          aria-label={t('directory.history.office', { office: title })}
          onClick={() => setDialog('history')}
        >
          {t('directory.history.open')}
        </Button>
      }
      action={{
        label: t('directory.committee.appoint'),
        fullLabel: t('directory.committee.appoint-to', { office: title }),
        onClick: () => setDialog('give'),
      }}
    >
      <Text c="dimmed" mb="xs">
        {t('directory.committee.held', { held: holders.length, seats })}
      </Text>
      {holders.length > 0 && <HolderTable title={title} holders={holders} onEnd={setDialog} />}
      {dialog === 'history' && <OfficeHistory office={office} onClose={close} />}
      {dialog === 'give' && <GiveMandate office={office} onClose={close} />}
      {dialog !== null && typeof dialog === 'object' && <EndMandate mandate={dialog} onClose={close} />}
    </Section>
  );
}

interface HolderTableProps {
  readonly title: string;
  readonly holders: readonly MandateDto[];
  readonly onEnd: (mandate: MandateDto) => void;
}

function HolderTable({ title, holders, onEnd }: HolderTableProps) {
  const { t, language } = useText();
  return (
    <DataTable
      label={title}
      columns={[
        t('console.person.name'),
        t('console.period.from'),
        t('console.period.until'),
        t('console.answers.columns.actions'),
      ]}
    >
      {holders.map((mandate) => (
        <tr key={mandate.id}>
          <Cell>
            <RowLink to={`/directory/people?person=${mandate.person.id}`}>{mandate.person.name}</RowLink>
          </Cell>
          <Cell head={t('console.period.from')}>{dayWords(mandate.validFrom, language)}</Cell>
          <Cell head={t('console.period.until')}>
            {mandate.validUntil === null ? t('console.period.open') : dayWords(mandate.validUntil, language)}
          </Cell>
          <Cell numeric>
            {mandate.validUntil === null && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onEnd(mandate)}
                aria-label={t('console.mandate.end-for', { name: mandate.person.name })}
              >
                {t('console.mandate.end')}
              </Button>
            )}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
