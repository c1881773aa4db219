import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { endpoints, type DeputyDto, type OfficeDto } from '#contracts';
import { call, refresh, useAction, useApi } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { today } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { PersonSelect } from '../directory/person-select.js';
import { handoverReads } from './handover-reads.js';

interface DeputiesPanelProps {
  readonly office: OfficeDto;
  readonly onClose: () => void;
}

/** Who stands in for the holders of an office, in the order in which they are asked. */
export function DeputiesPanel({ office, onClose }: DeputiesPanelProps) {
  const { t, language } = useText();
  const input = { params: { id: office.id }, query: {} };
  const query = useApi(endpoints.listDeputies, input);
  return (
    <SidePanel
      title={t('handover.deputies.of', { office: pickLocal(office.name, language).text })}
      onClose={onClose}
    >
      <Stack gap="lg">
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t('handover.deputies.none')}</Text>
            ) : (
              <>
                <Group justify="flex-end" mb="xs">
                  <ExportMenu list={endpoints.listDeputies} input={input} />
                </Group>
                <DeputyList office={office} items={items} />
              </>
            )
          }
        </Loaded>
        <NewDeputy office={office} known={query.data?.items ?? []} />
      </Stack>
    </SidePanel>
  );
}

interface DeputyListProps {
  readonly office: OfficeDto;
  readonly items: readonly DeputyDto[];
}

function DeputyList({ office, items }: DeputyListProps) {
  const { t } = useText();
  const reorder = useAction(endpoints.reorderDeputies, handoverReads);
  const end = useAction(endpoints.endDeputy, handoverReads);
  const move = (from: number, to: number) => {
    const ids = items.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    reorder.mutate(
      { params: { id: office.id }, body: { deputyIds: ids } },
      { onSuccess: () => void notifications.show({ message: t('handover.deputies.ordered') }) },
    );
  };
  const finish = ({ id, person }: DeputyDto) => {
    const onSuccess = () =>
      notifications.show({ message: t('handover.deputies.ended', { name: person.name }) });
    end.mutate({ params: { id }, body: { lastDay: today() } }, { onSuccess });
  };
  return (
    <div>
      <Text c="dimmed" mb="xs">
        {t('handover.deputies.order')}
      </Text>
      <Stack component="ol" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
        {items.map((deputy, index) => (
          <Group component="li" key={deputy.id} justify="space-between" wrap="nowrap">
            <span>
              {index + 1}. {deputy.person.name}
            </span>
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                size={36}
                disabled={index === 0 || reorder.isPending}
                aria-label={t('handover.deputies.up-for', { name: deputy.person.name })}
                onClick={() => move(index, index - 1)}
              >
                <IconArrowUp size={18} aria-hidden="true" />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size={36}
                disabled={index === items.length - 1 || reorder.isPending}
                aria-label={t('handover.deputies.down-for', { name: deputy.person.name })}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={18} aria-hidden="true" />
              </ActionIcon>
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={deputy.validUntil !== null || end.isPending}
                aria-label={t('handover.deputies.end-for', { name: deputy.person.name })}
                onClick={() => finish(deputy)}
              >
                {t('handover.deputies.end')}
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
      <ProblemAlert error={reorder.error ?? end.error} />
    </div>
  );
}

interface NewDeputyProps {
  readonly office: OfficeDto;
  readonly known: readonly DeputyDto[];
}

function NewDeputy({ office, known }: NewDeputyProps) {
  const { t } = useText();
  const client = useQueryClient();
  const taken = new Set(known.map(({ person }) => person.id));
  const contract = useContractForm({
    initial: { personId: null as string | null },
    schema: endpoints.addDeputy.body,
    fieldOfCode: { 'deputy.is-one-already': 'personId' },
    toBody: ({ personId }) => ({ personId: personId ?? '', validFrom: today(), validUntil: null }),
    submit: async (body) => {
      await call(endpoints.addDeputy, { params: { id: office.id }, body });
      await refresh(client, handoverReads);
      contract.form.reset();
      notifications.show({ message: t('handover.deputies.added') });
    },
  });
  return (
    <ContractForm contract={contract}>
      <Stack>
        <PersonSelect
          required
          label={t('console.person.one')}
          without={taken}
          {...contract.form.getInputProps('personId')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={contract.busy}>
            {t('handover.deputies.add')}
          </Button>
        </Group>
      </Stack>
    </ContractForm>
  );
}
