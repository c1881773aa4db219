import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { endpoints, type SeriesDto } from '#contracts';
import { hasStatus, refresh, useAction, useApi } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { addDays, today } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { seriesReads } from './series-reads.js';

export type SeriesStep = 'start' | 'pause' | 'continue' | 'duplicate';

const steps = {
  start: endpoints.startSeries,
  pause: endpoints.pauseSeries,
  continue: endpoints.continueSeries,
} as const;

interface StepDialogProps {
  readonly series: SeriesDto;
  readonly step: SeriesStep;
  readonly onClose: () => void;
}

/** Before a series starts, pauses, goes on or is copied: what follows. */
export function StepDialog({ series, step, onClose }: StepDialogProps) {
  const { t } = useText();
  const take = useStep(series, step, onClose);
  const isGoingOn = step === 'start' && series.state === 'paused';
  const name = isGoingOn ? 'go-on' : step;
  return (
    <ActionDialog
      title={t(`series-pages.steps.titles.${name}`)}
      action={t(`series-pages.steps.${name}`)}
      call={take}
      onSubmit={take.submit}
      onClose={onClose}
    >
      <Text>{t(`series-pages.steps.text.${name}`, { months: series.windowMonths })}</Text>
      {step === 'start' ? <Sends series={series} /> : <MailSentence mails={{ de: 0, en: 0 }} />}
    </ActionDialog>
  );
}

function useStep(series: SeriesDto, step: SeriesStep, onClose: () => void) {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const change = useAction(steps[step === 'duplicate' ? 'start' : step]);
  const copy = useAction(endpoints.duplicateSeries);
  const params = { id: series.id };
  const done = async () => {
    await refresh(client, seriesReads);
    notifications.show({ message: t(`series-pages.steps.done.${step}`) });
    onClose();
  };
  const onError = (error: unknown) => {
    // What was changed meanwhile is read again; having seen it, the reader may still go on.
    if (hasStatus(error, 412)) void refresh(client, seriesReads);
  };
  const submit = () => {
    if (step === 'duplicate') {
      const onSuccess = async ({ id }: SeriesDto) => {
        await done();
        await navigate(`/series/${id}/edit`);
      };
      return copy.mutate({ params }, { onSuccess: (made) => void onSuccess(made) });
    }
    return change.mutate({ params, version: series.version }, { onSuccess: () => void done(), onError });
  };
  const { error, isPending } = step === 'duplicate' ? copy : change;
  return { submit, error, isPending };
}

/** To which dates a start invites at once: those whose time to invite has passed. */
function Sends({ series }: { readonly series: SeriesDto }) {
  const { t } = useText();
  const { rule, zone, lengthMinutes, holidays, institution, asking } = series;
  const body = { rule, zone, lengthMinutes, holidays, institutionId: institution.id, asking, limit: 50 };
  const { data } = useApi(endpoints.foreseeDates, { body });
  if (data === undefined) return <Text size="sm">{t('console.loading')}</Text>;
  const due = addDays(today(), series.inviteLeadDays);
  const soon = data.dates.filter(({ startsLocal, becomes }) => {
    const isOpen = becomes === null || becomes === 'moved';
    return isOpen && startsLocal.slice(0, 10) > today() && startsLocal.slice(0, 10) <= due;
  });
  if (asking === null || soon.length === 0) return <MailSentence mails={{ de: 0, en: 0 }} />;
  return <Text fw={600}>{t(`series-pages.steps.due.${series.sending}`, { count: soon.length })}</Text>;
}
