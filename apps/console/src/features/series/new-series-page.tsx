import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { endpoints } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { SAVED } from '../../ui/leave-guard.js';
import { PageHead } from '../../ui/page-head.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { SeriesForm } from './series-form.js';
import { seriesReads } from './series-reads.js';
import { bodyOf, emptySeries, fieldOf, fieldOfCode } from './series-values.js';

/** A new series begins as a draft: nothing is made and nobody is asked before it is started. */
export function NewSeriesPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: emptySeries,
    schema: endpoints.createSeries.body,
    toBody: bodyOf,
    fieldOf,
    fieldOfCode,
    submit: async (body) => {
      const series = await call(endpoints.createSeries, { body });
      await refresh(client, seriesReads);
      notifications.show({ message: t('series-pages.draft-saved') });
      await navigate(`/series/${series.id}`, { state: SAVED });
    },
  });
  return (
    <div>
      <PageHead title={t('series-pages.new')} back={{ to: '/series', label: t('series-pages.title') }} />
      <SeriesForm contract={contract} submitLabel={t('series-pages.save-draft')} back="/series" isNew />
    </div>
  );
}
