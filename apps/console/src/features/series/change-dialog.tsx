import { endpoints, type SeriesDto } from '#contracts';
import { hasStatus, useAction, useApi } from '../../api/index.js';
import { ActionDialog } from '../../ui/action-dialog.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { EffectsPreview, mailsOf } from './effects-preview.js';
import type { SeriesPatchBody } from './series-values.js';

interface ChangeDialogProps {
  readonly series: SeriesDto;
  readonly patch: SeriesPatchBody;
  /** The date from which on it counts; null: all to come. */
  readonly from: string | null;
  readonly onClose: () => void;
  readonly onStale: () => Promise<void>;
  readonly onSaved: () => Promise<void>;
}

/** Before a series changes: what that does to each date, and what leaves the house. */
export function ChangeDialog({ series, patch, from, onClose, onStale, onSaved }: ChangeDialogProps) {
  const { t } = useText();
  const params = { id: series.id };
  const query = from === null ? {} : { from };
  const preview = useApi(endpoints.previewSeriesChange, { params, query, body: patch });
  const change = useAction(endpoints.changeSeries);
  const takeFresh = async (error: unknown) => {
    if (!hasStatus(error, 412)) return;
    await onStale();
    onClose();
  };
  const save = () =>
    change.mutate(
      { params, query, body: patch, version: series.version },
      { onSuccess: () => void onSaved(), onError: (error) => void takeFresh(error) },
    );
  const sends = preview.data !== undefined && mailsOf(preview.data) > 0;
  return (
    <ActionDialog
      title={t('series-pages.change.title')}
      size="xl"
      action={t(sends ? 'console.change.submit' : 'console.form.save')}
      back={t('console.change.back')}
      disabled={preview.data === undefined}
      call={change}
      onSubmit={save}
      onClose={onClose}
    >
      <Loaded query={preview}>{(reach) => <EffectsPreview reach={reach} />}</Loaded>
    </ActionDialog>
  );
}
