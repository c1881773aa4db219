import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type SeriesDto } from '#contracts';
import { call, refresh, saveOrReread, useApi } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Loaded } from '../../ui/loaded.js';
import { addDays, today } from '../../ui/moment.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { CancelNote, oneLine } from '../meetings/cancel-note.js';
import { EffectsPreview } from './effects-preview.js';
import { seriesPreviews, seriesReads } from './series-reads.js';

interface EndDialogProps {
  readonly series: SeriesDto;
  readonly onClose: () => void;
}

/** Before a series ends: which meetings that cancels, and who hears of it. */
export function EndDialog({ series, onClose }: EndDialogProps) {
  const { t } = useText();
  const client = useQueryClient();
  const params = { id: series.id };
  const contract = useContractForm({
    initial: { from: addDays(today(), 1), note: '' },
    schema: endpoints.endSeries.body,
    toBody: ({ from, note }) => ({ from, note: oneLine(note) }),
    submit: async (body) => {
      await saveOrReread(client, [...seriesReads, ...seriesPreviews], () =>
        call(endpoints.endSeries, { params, body, version: series.version }),
      );
      onClose();
      notifications.show({ message: t('series-pages.end.done') });
      await refresh(client, seriesReads);
    },
  });
  const { from } = contract.form.values;
  return (
    <FormDialog
      title={t('series-pages.end.title')}
      size="xl"
      action={t('series-pages.steps.end')}
      danger
      contract={contract}
      onClose={onClose}
    >
      <DayField
        required
        label={t('series-pages.end.from')}
        description={t('series-pages.end.from-hint')}
        {...contract.form.getInputProps('from')}
      />
      {from !== '' && <Preview series={series} from={from} />}
      <CancelNote fields={contract.form.getInputProps} />
    </FormDialog>
  );
}

function Preview({ series, from }: { readonly series: SeriesDto; readonly from: string }) {
  const query = useApi(
    endpoints.previewSeriesEnd,
    { params: { id: series.id }, body: { from } },
    { keepsPrevious: true },
  );
  return <Loaded query={query}>{(reach) => <EffectsPreview reach={reach} />}</Loaded>;
}
