import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import {
  IconCalendarPlus,
  IconCopy,
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SeriesDto } from '#contracts';
import { useText } from '../../ui/use-text.js';
import { EndDialog } from './end-dialog.js';
import { StepDialog, type SeriesStep } from './step-dialog.js';

type Dialog = SeriesStep | 'end';

/** What can be done with the series in its state. */
export function SeriesActions({ series }: { readonly series: SeriesDto }) {
  const { t } = useText();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { state } = series;
  const close = () => setDialog(null);
  const canStart = state === 'draft' || state === 'paused';
  return (
    <Group gap="sm">
      {canStart && (
        <Button
          leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
          onClick={() => setDialog('start')}
        >
          {t(state === 'draft' ? 'series-pages.steps.start' : 'series-pages.steps.go-on')}
        </Button>
      )}
      {state === 'ended' && (
        <Button
          leftSection={<IconCalendarPlus size={18} aria-hidden="true" />}
          onClick={() => setDialog('continue')}
        >
          {t('series-pages.steps.continue')}
        </Button>
      )}
      {state !== 'ended' && (
        <Button
          component={Link}
          to={`/series/${series.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={18} aria-hidden="true" />}
        >
          {t(state === 'draft' ? 'console.form.edit' : 'series-pages.change-all')}
        </Button>
      )}
      <More series={series} onChoose={setDialog} />
      {dialog === 'end' && <EndDialog series={series} onClose={close} />}
      {dialog !== null && dialog !== 'end' && <StepDialog series={series} step={dialog} onClose={close} />}
    </Group>
  );
}

interface MoreProps {
  readonly series: SeriesDto;
  readonly onChoose: (dialog: Dialog) => void;
}

function More({ series, onChoose }: MoreProps) {
  const { t } = useText();
  const { state } = series;
  const runs = state === 'active' || state === 'paused';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('console.more-actions')}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {runs && hasEnd(series) && (
          <Menu.Item leftSection={<IconCalendarPlus size={18} />} onClick={() => onChoose('continue')}>
            {t('series-pages.steps.continue')}
          </Menu.Item>
        )}
        {state === 'active' && (
          <Menu.Item leftSection={<IconPlayerPause size={18} />} onClick={() => onChoose('pause')}>
            {t('series-pages.steps.pause')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy size={18} />} onClick={() => onChoose('duplicate')}>
          {t('series-pages.steps.duplicate')}
        </Menu.Item>
        {runs && (
          <Menu.Item color="red" leftSection={<IconPlayerStop size={18} />} onClick={() => onChoose('end')}>
            {t('series-pages.steps.end')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A rule without an end goes on anyway. */
function hasEnd({ rule }: SeriesDto): boolean {
  return rule.kind === 'picked' || /(?:^|;)(?:UNTIL|COUNT)=/i.test(rule.rrule);
}
