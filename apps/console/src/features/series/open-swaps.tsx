import { Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type HostSwapDto, type SeriesDto } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords, momentWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { hostReads } from './hosts-reads.js';

interface OpenSwapsProps {
  readonly series: Pick<SeriesDto, 'id'>;
}

/** The swaps that wait for both hosts, and the way to take one back; nothing where there is none. */
export function OpenSwaps({ series }: OpenSwapsProps) {
  const { t } = useText();
  const [leaving, setLeaving] = useState<HostSwapDto | null>(null);
  const input = { params: { id: series.id }, query: {} };
  const { data } = useApi(endpoints.listHostSwaps, input);
  const swaps = data?.items ?? [];
  if (swaps.length === 0) return null;
  return (
    <>
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={3} size="h4">
          {t('hosts.swap.open')}
        </Title>
        <ExportMenu list={endpoints.listHostSwaps} input={input} />
      </Group>
      {swaps.map((swap) => (
        <OpenSwap key={swap.id} swap={swap} onTakeBack={() => setLeaving(swap)} />
      ))}
      {leaving !== null && <TakeBack series={series} swap={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

interface OpenSwapProps {
  readonly swap: HostSwapDto;
  readonly onTakeBack: () => void;
}

function OpenSwap({ swap, onTakeBack }: OpenSwapProps) {
  const { t, language } = useText();
  const agreed = [swap.first, swap.second].filter(({ consentedAt }) => consentedAt !== null);
  return (
    <Group justify="space-between" mb="sm">
      <div>
        <Text>
          <SwapWords swap={swap} />
        </Text>
        <Text size="sm" c="dimmed">
          {[
            t('hosts.swap.until', { moment: momentWords(swap.consentBy, language) }),
            ...agreed.map(({ institution }) =>
              t('hosts.swap.agreed', { host: pickLocal(institution.name, language).text }),
            ),
          ].join(' · ')}
        </Text>
      </div>
      {swap.mayTakeBack && (
        <Button variant="default" size="sm" onClick={onTakeBack}>
          {t('hosts.swap.take-back')}
        </Button>
      )}
    </Group>
  );
}

interface TakeBackProps extends OpenSwapsProps {
  readonly swap: HostSwapDto;
  readonly onClose: () => void;
}

/** Before a swap is taken back: who hears of it. */
function TakeBack({ series, swap, onClose }: TakeBackProps) {
  const { t } = useText();
  const takeBack = useAction(endpoints.takeBackHostSwap, hostReads);
  const done = () => {
    notifications.show({
      message: t('hosts.swap.taken-back'),
      closeButtonProps: { 'aria-label': t('console.close') },
    });
    onClose();
  };
  return (
    <ActionDialog
      title={t('hosts.swap.take-back')}
      action={t('hosts.swap.take-back')}
      call={takeBack}
      onSubmit={() => takeBack.mutate({ params: { id: series.id, swapId: swap.id } }, { onSuccess: done })}
      onClose={onClose}
    >
      <Text>
        <SwapWords swap={swap} />
      </Text>
      <Text>{t('hosts.swap.take-back-text')}</Text>
    </ActionDialog>
  );
}

function SwapWords({ swap: { first, second } }: { readonly swap: HostSwapDto }) {
  const { t, language } = useText();
  const side = ({ startsLocal, institution }: HostSwapDto['first']) =>
    t('hosts.swap.side', {
      day: dayWords(startsLocal.slice(0, 10), language),
      host: pickLocal(institution.name, language).text,
    });
  return <>{t('hosts.swap.pair', { first: side(first), second: side(second) })}</>;
}
