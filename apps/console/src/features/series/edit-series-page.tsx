import { Alert } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { endpoints, type SeriesDateDto, type SeriesDto } from '#contracts';
import { asking, call, refresh, useApi, useApiAll } from '../../api/index.js';
import { SAVED } from '../../ui/leave-guard.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { useText } from '../../ui/use-text.js';
import { useVersionedForm } from '../../ui/use-versioned-form.js';
import { ChangeDialog } from './change-dialog.js';
import { startOfDate } from './date-state.js';
import { SeriesForm } from './series-form.js';
import { seriesLabel } from './series-labels.js';
import { seriesReads } from './series-reads.js';
import {
  bodyOf,
  fieldOf,
  fieldOfCode,
  valuesOf,
  type SeriesBody,
  type SeriesPatchBody,
} from './series-values.js';

const COMING = { when: 'coming', limit: 200 } as const;

/** Changes a series: all its dates to come, or those from one on (`?from=`). */
export function EditSeriesPage() {
  const { id = '' } = useParams();
  const query = useApi(endpoints.getSeries, { params: { id } });
  return <Loaded query={query}>{(series) => <EditSeries key={series.id} series={series} />}</Loaded>;
}

function EditSeries({ series }: { readonly series: SeriesDto }) {
  const { t, language } = useText();
  const [patch, setPatch] = useState<SeriesPatchBody | null>(null);
  const [search] = useSearchParams();
  const from = search.get('from');
  const client = useQueryClient();
  const navigate = useNavigate();
  const params = { id: series.id };
  const query = from === null ? {} : { from };
  const back = `/series/${series.id}`;
  const isDraft = series.state === 'draft';
  const { data: dates = [] } = useApiAll(endpoints.listSeriesDates, { params, query: COMING });
  const done = async () => {
    await refresh(client, seriesReads);
    notifications.show({ message: t('console.form.saved') });
    await navigate(back, { state: SAVED });
  };
  const contract = useVersionedForm({
    row: series,
    valuesOf,
    bodyOf,
    fieldOf,
    fieldOfCode,
    schema: endpoints.createSeries.body,
    reload: () => client.fetchQuery({ ...asking(endpoints.getSeries, { params }), staleTime: 0 }),
    onUnchanged: () => navigate(back, { state: SAVED }),
    save: async ({ institutionId: _stays, ...changed }: Partial<SeriesBody>, version) => {
      if (isDraft) {
        await call(endpoints.changeSeries, { params, query, body: changed, version });
        return done();
      }
      // The preview is checked as the change would be: what it refuses stands at the fields.
      const preview = asking(endpoints.previewSeriesChange, { params, query, body: changed });
      await client.fetchQuery({ ...preview, staleTime: 0 });
      return setPatch(changed);
    },
  });
  return (
    <div>
      <PageHead
        title={t('series-pages.edit')}
        back={{ to: back, label: pickLocal(series.name, language).text }}
      />
      <SeriesForm
        contract={contract}
        submitLabel={t(isDraft ? 'console.form.save' : 'series-pages.change.check')}
        back={back}
        isNew={false}
        ownMeetingIds={dates.flatMap(({ meeting }) => meeting?.id ?? [])}
        notice={
          <>
            {!isDraft && <Scope dates={dates} from={from} />}
            <StaleNotice
              stale={contract.stale}
              labelOf={(field) => t(seriesLabel(field))}
              valueWords={(field) => (field === 'dates' ? contract.base.ruleWords[language] : null)}
            />
          </>
        }
      />
      {patch !== null && (
        <ChangeDialog
          series={contract.base}
          patch={patch}
          from={from}
          onClose={() => setPatch(null)}
          onStale={contract.takeFresh}
          onSaved={done}
        />
      )}
    </div>
  );
}

interface ScopeProps {
  readonly dates: readonly SeriesDateDto[];
  readonly from: string | null;
}

/** For which dates the change counts. */
function Scope({ dates, from }: ScopeProps) {
  const { t, language } = useText();
  const date = dates.find((one) => one.id === from);
  const day = date === undefined ? null : dayWords(startOfDate(date).slice(0, 10), language);
  return (
    <Alert variant="light" mb="md" icon={<IconInfoCircle aria-hidden="true" />}>
      {day === null ? t('series-pages.change.all') : t('series-pages.change.from', { day })}
    </Alert>
  );
}
