import { Alert, Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { endpoints, type PollDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { localWords } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { DeletePoll } from './delete-poll.js';
import { OpenDialog } from './open-dialog.js';
import { ParticipantMatrix } from './participant-matrix.js';
import { PollMark } from './poll-mark.js';
import { PollOptions } from './poll-options.js';
import { RemindDialog } from './remind-dialog.js';

const EVERY_MS = 10_000;

/** One date poll: its dates with how the votes stand, and everybody by name. */
export function PollPage() {
  const { id = '' } = useParams();
  const query = useApi(endpoints.getPoll, { params: { id } }, { every: () => EVERY_MS });
  return <Loaded query={query}>{(poll) => <OnePoll poll={poll} />}</Loaded>;
}

function OnePoll({ poll }: { readonly poll: PollDto }) {
  const { t, language } = useText();
  const title = pickLocal(poll.title, language);
  return (
    <div>
      <PageHead
        title={title.text}
        {...(title.lang !== undefined && { lang: title.lang })}
        back={{ to: '/polls', label: t('polls.console.title') }}
        actions={<Actions poll={poll} />}
      >
        {pickLocal(poll.institution.name, language).text}
      </PageHead>
      <Stack gap="xl">
        <div>
          <PollMark state={poll.state} />
          <Text c="dimmed">
            {t('polls.console.until', { moment: localWords(poll.deadlineLocal, poll.zone, language) })}
          </Text>
          {poll.state !== 'draft' && (
            <Text>{t('polls.console.answered', { done: poll.answered, count: poll.asked })}</Text>
          )}
        </div>
        {poll.meetingId !== null && (
          <Alert variant="light">
            <Anchor component={Link} to={`/meetings/${poll.meetingId}`}>
              {t('polls.console.to-meeting')}
            </Anchor>
          </Alert>
        )}
        <section aria-labelledby="dates">
          <Title order={2} id="dates" mb="sm">
            {t('polls.console.dates')}
          </Title>
          <PollOptions poll={poll} />
        </section>
        {poll.state !== 'draft' && (
          <div>
            <Title order={2} id="people" mb="sm">
              {t('console.answers.by-person')}
            </Title>
            <ParticipantMatrix poll={poll} />
          </div>
        )}
      </Stack>
    </div>
  );
}

function Actions({ poll }: { readonly poll: PollDto }) {
  const { t } = useText();
  const [dialog, setDialog] = useState<'open' | 'remind' | 'delete' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      {(poll.state === 'draft' || poll.state === 'open') && (
        <Button component={Link} to={`/polls/${poll.id}/edit`} variant="default">
          {t('polls.console.edit')}
        </Button>
      )}
      {poll.state === 'draft' && (
        <Button variant="default" onClick={() => setDialog('delete')}>
          {t('polls.console.delete')}
        </Button>
      )}
      {poll.state === 'draft' && (
        <Button onClick={() => setDialog('open')}>{t('polls.console.open.action')}</Button>
      )}
      {poll.state === 'open' && (
        <Button variant="default" onClick={() => setDialog('remind')}>
          {t('polls.console.remind.action')}
        </Button>
      )}
      {dialog === 'delete' && <DeletePoll poll={poll} onClose={close} />}
      {dialog === 'open' && <OpenDialog poll={poll} onClose={close} />}
      {dialog === 'remind' && <RemindDialog poll={poll} onClose={close} />}
    </>
  );
}
