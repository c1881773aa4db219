import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { endpoints, type PollDto } from '#contracts';
import { asking, call, refresh, useApi } from '../../api/index.js';
import { SAVED } from '../../ui/leave-guard.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { PageHead } from '../../ui/page-head.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { useText } from '../../ui/use-text.js';
import { useVersionedForm } from '../../ui/use-versioned-form.js';
import { PollForm } from './poll-form.js';
import { pollLabel } from './poll-labels.js';
import { pollReads } from './poll-reads.js';
import { fieldOf, pollBody, valuesOf, type PollBody } from './poll-values.js';

/** Changes a date poll: all of a draft, and of one that asks what leaves every vote as it was given. */
export function EditPollPage() {
  const { id = '' } = useParams();
  const query = useApi(endpoints.getPoll, { params: { id } });
  return <Loaded query={query}>{(poll) => <EditPoll key={poll.id} poll={poll} />}</Loaded>;
}

function EditPoll({ poll }: { readonly poll: PollDto }) {
  const { t, language } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const params = { id: poll.id };
  const back = `/polls/${poll.id}`;
  const contract = useVersionedForm({
    row: poll,
    valuesOf,
    bodyOf: pollBody,
    fieldOf,
    schema: endpoints.createPoll.body,
    reload: () => client.fetchQuery({ ...asking(endpoints.getPoll, { params }), staleTime: 0 }),
    onUnchanged: () => navigate(back, { state: SAVED }),
    save: async (changed: Partial<PollBody>, version) => {
      const { institutionId: _keeper, movesMeetingId: _meeting, ...body } = changed;
      await call(endpoints.changePoll, { params, body, version });
      await refresh(client, pollReads);
      notifications.show({
        message: t('console.form.saved'),
        closeButtonProps: { 'aria-label': t('console.close') },
      });
      await navigate(back, { state: SAVED });
    },
  });
  return (
    <div>
      <PageHead
        title={t('polls.console.edit')}
        back={{ to: back, label: pickLocal(poll.title, language).text }}
      />
      <PollForm
        contract={contract}
        stage={poll.state === 'draft' ? 'draft' : 'asked'}
        submitLabel={t('console.form.save')}
        back={back}
        notice={<StaleNotice stale={contract.stale} labelOf={(field) => t(pollLabel(field))} />}
      />
    </div>
  );
}
