import { Button, Group, Modal, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { endpoints, type InstitutionDto } from '#contracts';
import { call, refresh, useApiPages, useMay } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { DayField } from '../../ui/day-field.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { Local } from '../../ui/local-text.js';
import { dayWords, today } from '../../ui/moment.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { ExportMenu } from '../exchange/export-menu.js';
import { useGroupedInstitutions } from './choices.js';
import { directoryReads } from './directory-reads.js';
import { Section } from './section.js';

interface MembersProps {
  readonly institution: InstitutionDto;
  /** The day looked at; today if none. */
  readonly asOf: string | undefined;
}

/** Who belongs to a network or a cluster on that day. */
export function Members({ institution, asOf }: MembersProps) {
  const { t, language } = useText();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const query = useApiPages(endpoints.listMembers, { params: { id: institution.id }, query: { asOf } });
  return (
    <Section
      title={t('console.members.title')}
      actionLabel={t('console.members.add')}
      onAction={() => setAdding(true)}
      allowed={may('membership.change', { institutionIds: [institution.id] })}
      extra={
        <>
          <ExportMenu path={`institutions/${institution.id}/members`} />
          <Button
            component={Link}
            variant="default"
            to={`/directory/import?kind=members&institution=${institution.id}`}
          >
            {t('import.open')}
          </Button>
        </>
      }
    >
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('console.members.none')}</Text>
          ) : (
            <DataTable
              label={t('console.members.title')}
              columns={[
                t('console.institution.name'),
                t('console.institution.kind-label'),
                t('console.period.from'),
                t('console.period.until'),
              ]}
            >
              {items.map(({ id, member, validFrom, validUntil }) => (
                <tr key={id}>
                  <Cell>
                    <RowLink to={`/directory/institutions/${member.id}`}>
                      <Local text={member.name} />
                    </RowLink>
                  </Cell>
                  <Cell>{t(`console.institution.kind.${member.kind}`)}</Cell>
                  <Cell head={t('console.period.from')}>{dayWords(validFrom, language)}</Cell>
                  <Cell head={t('console.period.until')}>
                    {validUntil === null ? t('console.period.open') : dayWords(validUntil, language)}
                  </Cell>
                </tr>
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
      {adding && <AddMember institution={institution} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface AddMemberProps {
  readonly institution: InstitutionDto;
  readonly onClose: () => void;
}

function AddMember({ institution, onClose }: AddMemberProps) {
  const { t } = useText();
  const client = useQueryClient();
  const choices = useGroupedInstitutions();
  const contract = useContractForm({
    initial: { memberId: null as string | null, validFrom: today(), validUntil: '' },
    schema: endpoints.addMember.body,
    fieldOfCode: { 'period.not-in-order': 'validUntil' },
    toBody: ({ memberId, validFrom, validUntil }) => ({
      memberId: memberId ?? '',
      validFrom,
      validUntil: validUntil === '' ? null : validUntil,
    }),
    submit: async (body) => {
      await call(endpoints.addMember, { params: { id: institution.id }, body });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.members.added') });
      onClose();
    },
  });
  const { form } = contract;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('console.members.add')}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      <ContractForm contract={contract}>
        <Stack>
          <Select
            required
            searchable
            label={t('console.institution.one')}
            data={choices}
            nothingFoundMessage={t('console.form.nothing-found')}
            {...form.getInputProps('memberId')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayField required label={t('console.period.from')} {...form.getInputProps('validFrom')} />
            <DayField label={t('console.period.until')} {...form.getInputProps('validUntil')} />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('console.form.cancel')}
            </Button>
            <Button type="submit" loading={contract.busy}>
              {t('console.members.add')}
            </Button>
          </Group>
        </Stack>
      </ContractForm>
    </Modal>
  );
}
