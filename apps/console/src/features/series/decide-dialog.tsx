import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type SeriesDateDto, type SeriesDto } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { DayField } from '../../ui/day-field.js';
import { Loaded } from '../../ui/loaded.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { addDays, dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { ReachSummary } from '../meetings/reach-summary.js';
import { startOfDate } from './date-state.js';
import { seriesReads } from './series-reads.js';

export type Decision = 'keep' | 'move' | 'skip';

interface DecideDialogProps {
  readonly series: SeriesDto;
  readonly date: SeriesDateDto;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** Before a date takes place, moves or is dropped: what follows, and what leaves the house. */
export function DecideDialog({ series, date, decision, onClose }: DecideDialogProps) {
  const { t, language } = useText();
  const original = startOfDate(date).slice(0, 10);
  const [to, setTo] = useState(addDays(original, 1));
  const decide = useAction(endpoints.decideSeriesDate, seriesReads);
  const body = decision === 'move' ? ({ decision, to } as const) : { decision };
  const submit = () =>
    decide.mutate(
      { params: { id: series.id, dateId: date.id }, body },
      {
        onSuccess: () => {
          notifications.show({ message: t(`series-pages.decide.done.${decision}`) });
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title={t(`series-pages.decide.titles.${decision}`, { day: dayWords(original, language) })}
      action={t(`series-pages.decide.${decision}`)}
      danger={decision === 'skip'}
      disabled={decision === 'move' && to === ''}
      call={decide}
      onSubmit={submit}
      onClose={onClose}
    >
      {decision === 'move' && (
        <DayField required label={t('series-pages.decide.to')} value={to} onChange={setTo} />
      )}
      <Text>{t(`series-pages.decide.text.${decision}`)}</Text>
      {date.meeting === null ? <MailSentence mails={{ de: 0, en: 0 }} /> : <Reached id={date.meeting.id} />}
      {date.meeting === null && decision !== 'skip' && (
        <InvitesOn series={series} day={decision === 'move' ? to : original} />
      )}
    </ActionDialog>
  );
}

/** Whom the cancellation of a date's meeting reaches. */
function Reached({ id }: { readonly id: string }) {
  const preview = useApi(endpoints.previewCancellation, { params: { id } });
  return <Loaded query={preview}>{(reach) => <ReachSummary reach={reach} />}</Loaded>;
}

/** When the invitations follow, for a date that is to have a meeting. */
function InvitesOn({ series, day }: { readonly series: SeriesDto; readonly day: string }) {
  const { t, language } = useText();
  if (series.asking === null || day === '') return null;
  const on = dayWords(addDays(day, -series.inviteLeadDays), language);
  return (
    <Text size="sm" c="dimmed">
      {t(`series-pages.decide.invites.${series.sending}`, { day: on })}
    </Text>
  );
}
