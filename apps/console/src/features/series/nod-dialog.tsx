import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from 'react-router';
import { endpoints, type AskingInput, type SeriesDateDto, type SeriesDto } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { Loaded } from '../../ui/loaded.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { startOfDate } from './date-state.js';
import { seriesReads } from './series-reads.js';

interface NodDialogProps {
  readonly series: SeriesDto;
  readonly date: SeriesDateDto;
  readonly onClose: () => void;
}

/** The host's nod: whom a date's invitations reach, and how many mails leave the house. */
export function NodDialog({ series, date, onClose }: NodDialogProps) {
  const { t, language } = useText();
  const invite = useAction(endpoints.inviteToSeriesDate, seriesReads);
  const day = dayWords(startOfDate(date).slice(0, 10), language);
  const submit = () =>
    invite.mutate(
      { params: { id: series.id, dateId: date.id } },
      {
        onSuccess: () => {
          notifications.show({ message: t('series-pages.nod.done') });
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title={t('series-pages.nod.title', { day })}
      action={t('console.invite.submit')}
      call={invite}
      onSubmit={submit}
      onClose={onClose}
    >
      {date.meeting !== null && series.asking !== null && (
        <Invited meetingId={date.meeting.id} asking={series.asking} />
      )}
    </ActionDialog>
  );
}

function Invited({ meetingId, asking }: { readonly meetingId: string; readonly asking: AskingInput }) {
  const { t } = useText();
  const preview = useApi(endpoints.previewInvitations, { params: { id: meetingId }, body: asking });
  return (
    <Loaded query={preview}>
      {({ invites, mails, vacancies }) => (
        <>
          <Text>{t('console.invite.confirm', { count: invites })}</Text>
          {vacancies.length > 0 && (
            <Text>
              {t('console.invite.confirm-vacant', {
                count: vacancies.reduce((sum, { seats }) => sum + seats, 0),
              })}
            </Text>
          )}
          <MailSentence mails={mails} />
          <Anchor component={Link} to={`/meetings/${meetingId}/invitations`} size="sm">
            {t('series-pages.nod.see')}
          </Anchor>
        </>
      )}
    </Loaded>
  );
}
