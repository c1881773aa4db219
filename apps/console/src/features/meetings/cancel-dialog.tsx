import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type MeetingDto } from '#contracts';
import { call, saveOrReread, useApi } from '../../api/index.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Loaded } from '../../ui/loaded.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { CancelNote, oneLine } from './cancel-note.js';
import { meetingReads } from './meeting-reads.js';
import { ReachSummary } from './reach-summary.js';

interface CancelDialogProps {
  readonly meeting: MeetingDto;
  readonly onClose: () => void;
  readonly onCancelled: () => Promise<void>;
}

/** Before a meeting is cancelled: whom that reaches, and what they are told beside it. */
export function CancelDialog({ meeting, onClose, onCancelled }: CancelDialogProps) {
  const { t } = useText();
  const client = useQueryClient();
  const params = { id: meeting.id };
  const preview = useApi(endpoints.previewCancellation, { params });
  const contract = useContractForm({
    initial: { note: '' },
    schema: endpoints.cancelMeeting.body,
    toBody: ({ note }) => ({ note: oneLine(note) }),
    submit: async (body) => {
      await saveOrReread(client, meetingReads, () =>
        call(endpoints.cancelMeeting, { params, body, version: meeting.version }),
      );
      await onCancelled();
    },
  });
  return (
    <FormDialog
      title={t('console.cancel.title')}
      size="lg"
      action={t('console.cancel.submit')}
      back={t('console.cancel.back')}
      danger
      disabled={preview.data === undefined}
      contract={contract}
      onClose={onClose}
    >
      <Loaded query={preview}>{(reach) => <ReachSummary reach={reach} />}</Loaded>
      <CancelNote fields={contract.form.getInputProps} />
    </FormDialog>
  );
}
