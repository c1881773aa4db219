import { Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type SeriesDateDto, type SeriesDto } from '#contracts';
import { useAction, useApiAll } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
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
    <ActionDialog
      title={t('hosts.swap.title')}
      action={t('hosts.swap.submit')}
      disabled={chosen.first === null || chosen.second === null}
      call={swap}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </ActionDialog>
  );
}

type HostedDate = SeriesDateDto & {
  readonly meeting: NonNullable<SeriesDateDto['meeting']>;
  readonly turn: NonNullable<SeriesDateDto['turn']>;
};

function isHosted(date: SeriesDateDto): date is HostedDate {
  return date.turn !== null && date.meeting?.state === 'published';
}
