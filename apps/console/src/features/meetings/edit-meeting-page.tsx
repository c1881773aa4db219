import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { endpoints, type MeetingDto } from '#contracts';
import { asking, call, refresh, useApi } from '../../api/index.js';
import { SAVED } from '../../ui/leave-guard.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { PageHead } from '../../ui/page-head.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { useText } from '../../ui/use-text.js';
import { useVersionedForm } from '../../ui/use-versioned-form.js';
import { ChangePreview } from './change-preview.js';
import { MeetingForm } from './meeting-form.js';
import { labelKey } from './meeting-labels.js';
import { meetingReads } from './meeting-reads.js';
import { bodyOf, fieldOf, fieldOfCode, valuesOf, type MeetingPatch } from './meeting-values.js';

export function EditMeetingPage() {
  const { id = '' } = useParams();
  const query = useApi(endpoints.getMeeting, { params: { id } });
  return <Loaded query={query}>{(meeting) => <EditMeeting key={meeting.id} meeting={meeting} />}</Loaded>;
}

/** Changes a meeting. Once it is published, whom a change reaches is shown before anything happens. */
function EditMeeting({ meeting }: { readonly meeting: MeetingDto }) {
  const { t, language } = useText();
  const [patch, setPatch] = useState<MeetingPatch | null>(null);
  const client = useQueryClient();
  const navigate = useNavigate();
  const params = { id: meeting.id };
  const back = `/meetings/${meeting.id}`;
  const done = async () => {
    await refresh(client, meetingReads);
    notifications.show({ message: t('console.form.saved') });
    await navigate(back, { state: SAVED });
  };
  const contract = useVersionedForm({
    row: meeting,
    valuesOf,
    bodyOf,
    fieldOf,
    fieldOfCode,
    schema: endpoints.createMeeting.body,
    reload: () => client.fetchQuery({ ...asking(endpoints.getMeeting, { params }), staleTime: 0 }),
    onUnchanged: () => navigate(back, { state: SAVED }),
    save: async (changed: MeetingPatch, version) => {
      if (meeting.state !== 'published') {
        await call(endpoints.changeMeeting, { params, query: {}, body: changed, version });
        return done();
      }
      // The preview is checked as the change would be: what it refuses stands at the fields.
      const preview = asking(endpoints.previewChange, { params, query: {}, body: changed });
      await client.fetchQuery({ ...preview, staleTime: 0 });
      return setPatch(changed);
    },
  });
  return (
    <div>
      <PageHead
        title={t('console.meetings.edit')}
        back={{ to: back, label: pickLocal(meeting.title, language).text }}
      />
      <MeetingForm
        contract={contract}
        submitLabel={t(meeting.state === 'published' ? 'console.change.check' : 'console.form.save')}
        back={back}
        meetingId={meeting.id}
        notice={<StaleNotice stale={contract.stale} labelOf={(field) => t(labelKey(field))} />}
      />
      {patch !== null && (
        <ChangePreview
          meeting={contract.base}
          patch={patch}
          onClose={() => setPatch(null)}
          onStale={contract.takeFresh}
          onSaved={done}
        />
      )}
    </div>
  );
}
