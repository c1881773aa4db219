import { Button } from '@mantine/core';
import { useState } from 'react';
import { endpoints, type SeriesDto } from '#contracts';
import { useApi, useMay } from '../../api/index.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { Section } from '../directory/section.js';
import { HostsPanel } from './hosts-panel.js';
import { HostsPlot } from './hosts-plot.js';
import { HostsSwap } from './hosts-swap.js';
import { OpenSwaps } from './open-swaps.js';

/** Who takes turns in hosting a series: who hosted how often, whose turn comes when, and what can be done about it. */
export function HostsSection({ series }: { readonly series: SeriesDto }) {
  const { t } = useText();
  const may = useMay();
  const [opened, setOpened] = useState<'hosts' | 'swap' | null>(null);
  const query = useApi(endpoints.getHostHistory, { params: { id: series.id } });
  const mayChange = may('meeting.change', { institutionIds: [series.institution.id] });
  const hosts = (query.data?.hosts ?? []).filter(({ next }) => next !== null);
  const isHost = hosts.some(({ institution }) => may('meeting.change', { institutionIds: [institution.id] }));
  return (
    <Section
      title={t('hosts.title')}
      aside={
        <>
          {hosts.length > 1 && (mayChange || isHost) && (
            <Button variant="default" size="sm" onClick={() => setOpened('swap')}>
              {t('hosts.swap.action')}
            </Button>
          )}
          {mayChange && (
            <Button variant="default" size="sm" onClick={() => setOpened('hosts')}>
              {t('hosts.edit')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={query}>
        {({ hosts: records }) =>
          records.length === 0 ? (
            <EmptyState title={t('hosts.none')} level={2}>
              {t('hosts.none-text')}
            </EmptyState>
          ) : (
            <HostsPlot records={records} />
          )
        }
      </Loaded>
      <OpenSwaps series={series} />
      {opened === 'hosts' && <HostsPanel series={series} onClose={() => setOpened(null)} />}
      {opened === 'swap' && <HostsSwap series={series} onClose={() => setOpened(null)} />}
    </Section>
  );
}
