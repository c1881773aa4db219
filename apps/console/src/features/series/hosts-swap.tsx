import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type SeriesDateDto, type SeriesDto } from '#contracts';
import { useAction, useApiAll } from '../../api/index.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { hostReads } from './hosts-reads.js';

interface HostsSwapProps {
  readonly series: Pick<SeriesDto, 'id'>;
  readonly onClose: () => void;
}

/** Asks the hosts of two dates to swap them. */
export function HostsSwap({ series, onClose }: HostsSwapProps) {
  const { t, language } = useText();
  const [chosen, setChosen] = useState<{ readonly first: string | null; readonly second: string | null }>({
    first: null,
    second: null,
  });
  const query = { when: 'coming', limit: 200 } as const;
  const { data: dates = [] } = useApiAll(endpoints.listSeriesDates, { params: { id: series.id }, query });
  const swap = useAction(endpoints.askHostSwap, hostReads);
  const choices = dates.filter(isHosted).map((date) => ({
    value: date.id,
    label: [
      dayWords(date.meeting.startsLocal.slice(0, 10), language),
      pickLocal(date.turn.institution.name, language).text,
    ].join(', '),
  }));
  const finish = () => {
    notifications.show({ message: t('hosts.swap.asked') });
    onClose();
  };
  const submit = () => {
    const body = { firstDateId: chosen.first ?? '', secondDateId: chosen.second ?? '' };
    swap.mutate({ params: { id: series.id }, body }, { onSuccess: finish });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('hosts.swap.title')}
      closeButtonProps={{ 'aria-label': t('console.close') }}
    >
      <Stack>
        <Text>{t('hosts.swap.text')}</Text>
        {(['first', 'second'] as const).map((side) => (
          <Select
            key={side}
            required
            label={t(`hosts.swap.${side}`)}
            data={choices}
            value={chosen[side]}
            onChange={(value) => setChosen({ ...chosen, [side]: value })}
          />
        ))}
        <ProblemAlert error={swap.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('console.form.cancel')}
          </Button>
          <Button
            loading={swap.isPending}
            disabled={chosen.first === null || chosen.second === null}
            onClick={submit}
          >
            {t('hosts.swap.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type HostedDate = SeriesDateDto & {
  readonly meeting: NonNullable<SeriesDateDto['meeting']>;
  readonly turn: NonNullable<SeriesDateDto['turn']>;
};

function isHosted(date: SeriesDateDto): date is HostedDate {
  return date.turn !== null && date.meeting?.state === 'published';
}
