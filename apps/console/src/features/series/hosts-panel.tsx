import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endpoints, type SeriesDto, type SeriesHostsDto } from '#contracts';
import { call, refresh, useApi } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Loaded } from '../../ui/loaded.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import { HostRow } from './hosts-row.js';
import { hostReads } from './hosts-reads.js';
import { hostsBody, hostValues, moved } from './hosts-values.js';

interface HostsPanelProps {
  readonly series: Pick<SeriesDto, 'id'>;
  readonly onClose: () => void;
}

/** Who takes turns, in which order, how often, and when they are asked. */
export function HostsPanel({ series, onClose }: HostsPanelProps) {
  const { t } = useText();
  const query = useApi(endpoints.getSeriesHosts, { params: { id: series.id } });
  return (
    <SidePanel title={t('hosts.edit-title')} onClose={onClose}>
      <Loaded query={query}>
        {(hosts) => <HostsForm key={hosts.version} series={series} hosts={hosts} onClose={onClose} />}
      </Loaded>
    </SidePanel>
  );
}

function HostsForm({ series, hosts, onClose }: HostsPanelProps & { readonly hosts: SeriesHostsDto }) {
  const { t } = useText();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: hostValues(hosts),
    schema: endpoints.setSeriesHosts.body,
    toBody: hostsBody,
    submit: async (body) => {
      const { version } = hosts;
      await call(endpoints.setSeriesHosts, { params: { id: series.id }, body, version });
      await refresh(client, hostReads);
      notifications.show({ message: t('hosts.saved') });
      onClose();
    },
  });
  const { form } = contract;
  const rows = form.values.hosts;
  const setRows = (changed: typeof rows) => form.setFieldValue('hosts', changed);
  return (
    <ContractForm contract={contract}>
      <Stack>
        <Text c="dimmed">{t('hosts.edit-text')}</Text>
        <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {rows.map((row, index) => (
            <HostRow
              key={row.institutionId}
              name={row.institutionId}
              fields={(field) => form.getInputProps(`hosts.${index}.${field}`)}
              onUp={index === 0 ? undefined : () => setRows(moved(rows, index, index - 1))}
              onDown={index === rows.length - 1 ? undefined : () => setRows(moved(rows, index, index + 1))}
              onRemove={() => setRows(rows.filter((one) => one !== row))}
            />
          ))}
        </Stack>
        <AddHost
          taken={rows.map(({ institutionId }) => institutionId)}
          onAdd={(institutionId) => setRows([...rows, { institutionId, weight: 1, awayMonths: [] }])}
        />
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {(['askHostLeadDays', 'confirmHostDays', 'remindHostDays'] as const).map((field) => (
            <NumberInput
              key={field}
              label={t(`hosts.days.${field}`)}
              allowDecimal={false}
              {...form.getInputProps(field)}
            />
          ))}
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('hosts.days.hint')}
        </Text>
        <FormButtons action={t('hosts.save')} busy={contract.busy} onClose={onClose} />
      </Stack>
    </ContractForm>
  );
}

interface AddHostProps {
  readonly taken: readonly string[];
  readonly onAdd: (institutionId: string) => void;
}

function AddHost({ taken, onAdd }: AddHostProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const groups = useGroupedInstitutions(['cluster', 'organisation', 'network'])
    .map(({ group, items }) => ({ group, items: items.filter(({ value }) => !taken.includes(value)) }))
    .filter(({ items }) => items.length > 0);
  return (
    <Group align="flex-end" wrap="nowrap">
      <Select
        searchable
        flex={1}
        label={t('hosts.add')}
        data={groups}
        value={chosen}
        onChange={setChosen}
        nothingFoundMessage={t('console.form.nothing-found')}
      />
      <Button
        variant="default"
        disabled={chosen === null}
        onClick={() => {
          if (chosen !== null) onAdd(chosen);
          setChosen(null);
        }}
      >
        {t('hosts.add-action')}
      </Button>
    </Group>
  );
}
