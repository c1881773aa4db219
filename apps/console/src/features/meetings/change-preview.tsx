import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { endpoints, type MeetingDto, type ReachDto } from '#contracts';
import { hasCode, hasStatus, useAction, useApi } from '../../api/index.js';
import { Dialog } from '../../ui/dialog.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Loaded } from '../../ui/loaded.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import type { MeetingPatch } from './meeting-values.js';
import { ReachSummary } from './reach-summary.js';

interface ChangePreviewProps {
  readonly meeting: MeetingDto;
  readonly patch: MeetingPatch;
  readonly onClose: () => void;
  readonly onStale: () => Promise<void>;
  readonly onSaved: () => Promise<void>;
}

/** Before a published meeting changes: what the mails will say, and to whom they go. */
export function ChangePreview({ meeting, patch, onClose, onStale, onSaved }: ChangePreviewProps) {
  const { t } = useText();
  const [keep, setKeep] = useState(false);
  const movesDay = ['startsLocal', 'endsLocal', 'allDay', 'zone'].some((field) => field in patch);
  const [keepsSeats, setKeepsSeats] = useState(false);
  const query = { ...(keep && { keepAnswers: 'true' }), ...(keepsSeats && { keepSeats: 'true' }) };
  const params = { id: meeting.id };
  const preview = useApi(endpoints.previewChange, {
    params,
    query: keep ? { keepAnswers: 'true' } : {},
    body: patch,
  });
  const change = useAction(endpoints.changeMeeting);
  const takeFresh = async (error: unknown) => {
    if (!hasStatus(error, 412)) return;
    await onStale();
    onClose();
  };
  const save = () =>
    change.mutate(
      { params, query, body: patch, version: meeting.version },
      {
        onSuccess: () => void onSaved(),
        onError: (error) => void takeFresh(error),
      },
    );
  return (
    <Dialog size="lg" title={t('console.change.title')} onClose={onClose}>
      <Stack>
        {movesDay && (
          <Checkbox
            label={t('console.change.keep')}
            description={t('console.change.keep-hint')}
            checked={keep}
            onChange={(event) => setKeep(event.currentTarget.checked)}
          />
        )}
        <Loaded query={preview}>{(reach) => <ReachSummary reach={reach} />}</Loaded>
        <ProblemAlert error={change.error} />
        {isTooSmall(change.error) && (
          <Checkbox
            label={t('seating.keep-all')}
            description={t('seating.keep-all-hint')}
            checked={keepsSeats}
            onChange={(event) => setKeepsSeats(event.currentTarget.checked)}
          />
        )}
        <FormButtons
          action={t(reaches(preview.data) ? 'console.change.submit' : 'console.form.save')}
          back={t('console.change.back')}
          disabled={preview.data === undefined}
          busy={change.isPending}
          onClose={onClose}
          onSubmit={save}
        />
      </Stack>
    </Dialog>
  );
}

function reaches(reach: ReachDto | undefined): boolean {
  return reach === undefined || reach.mails.de + reach.mails.en > 0;
}

/** There would be fewer seats than are taken: the host says whether all keep theirs, or frees some first. */
function isTooSmall(error: unknown): boolean {
  return hasCode(error, 'meeting.capacity-below-confirmed');
}
