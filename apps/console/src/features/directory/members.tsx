import { Button, Select, SimpleGrid, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { endpoints, type InstitutionDto } from '#contracts';
import { call, refresh, useApiPages, useMay } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { today } from '../../ui/moment.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions } from './choices.js';
import { directoryReads } from './directory-reads.js';
import { MembershipHistory } from './membership-history.js';
import { MembershipTable } from './membership-table.js';
import { Section } from './section.js';

interface MembersProps {
  readonly institution: InstitutionDto;
  /** The day looked at; today if none. */
  readonly asOf: string | undefined;
}

/** Who belongs to an institution on that day. */
export function Members({ institution, asOf }: MembersProps) {
  const { t } = useText();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const input = { params: { id: institution.id }, query: { asOf } };
  const query = useApiPages(endpoints.listMembers, input);
  return (
    <Section
      title={t('console.members.title')}
      aside={
        <>
          <MembershipHistory institution={institution} side="member" />
          <ExportMenu list={endpoints.listMembers} input={input} />
          <ImportMembers institutionId={institution.id} />
        </>
      }
      action={
        may('membership.change', { institutionIds: [institution.id] })
          ? { label: t('console.members.add'), onClick: () => setAdding(true) }
          : undefined
      }
    >
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('console.members.none')}</Text>
          ) : (
            <MembershipTable label={t('console.members.title')} items={items} side="member" asOf={asOf} />
          )
        }
      </Loaded>
      <LoadMore query={query} />
      {adding && <AddMember institution={institution} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** The way to members from a file. */
function ImportMembers({ institutionId }: { readonly institutionId: string }) {
  const { t } = useText();
  const may = useMay();
  if (!may('directory.import', { institutionIds: [institutionId] })) return null;
  return (
    <Button
      component={Link}
      variant="default"
      size="sm"
      to={`/directory/import?kind=members&institution=${institutionId}`}
    >
      {t('import.open')}
    </Button>
  );
}

/** What an institution belongs to on that day. */
export function BelongsTo({ institution, asOf }: MembersProps) {
  const { t } = useText();
  const input = { params: { id: institution.id }, query: { asOf } };
  const query = useApiPages(endpoints.listMemberships, input);
  return (
    <Section
      title={t('directory.belongs-to.title')}
      aside={
        <>
          <MembershipHistory institution={institution} side="institution" />
          <ExportMenu list={endpoints.listMemberships} input={input} />
        </>
      }
    >
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('directory.belongs-to.none')}</Text>
          ) : (
            <MembershipTable
              label={t('directory.belongs-to.title')}
              items={items}
              side="institution"
              asOf={asOf}
            />
          )
        }
      </Loaded>
      <LoadMore query={query} />
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
    fieldOfCode: { 'period.not-in-order': 'validUntil', 'membership.overlaps': 'validFrom' },
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
    <FormDialog
      title={t('console.members.add')}
      action={t('console.members.add')}
      contract={contract}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
