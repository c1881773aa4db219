import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowForward, IconCalendarX, IconDots, IconMailForward, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SeriesDateDto, SeriesDto } from '#contracts';
import { useMay } from '../../api/index.js';
import { dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { startOfDate, takesPlace } from './date-state.js';
import { DecideDialog } from './decide-dialog.js';
import { NodDialog } from './nod-dialog.js';

interface DateMenuProps {
  readonly series: SeriesDto;
  readonly date: SeriesDateDto;
}

type Dialog = 'keep' | 'move' | 'skip' | 'nod';

/** What can be done with one date. */
export function DateMenu({ series, date }: DateMenuProps) {
  const { t, language } = useText();
  const may = useMay();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const day = dayWords(startOfDate(date).slice(0, 10), language);
  const stands = takesPlace(date);
  const isOpen = date.meeting === null;
  const canInvite = stands && date.inviteAt !== null && may('meeting.invite', placeOf(series));
  if (!stands && !isOpen) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" size={36} aria-label={t('series-pages.date.actions', { day })}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {date.meeting !== null && (
            <Menu.Item
              component={Link}
              to={`/meetings/${date.meeting.id}/edit`}
              leftSection={<IconPencil size={18} aria-hidden="true" />}
            >
              {t('series-pages.date.change')}
            </Menu.Item>
          )}
          {stands && series.state !== 'ended' && (
            <Menu.Item
              component={Link}
              to={`/series/${series.id}/edit?from=${date.id}`}
              leftSection={<IconArrowForward size={18} aria-hidden="true" />}
            >
              {t('series-pages.date.change-following')}
            </Menu.Item>
          )}
          {canInvite && (
            <Menu.Item
              leftSection={<IconMailForward size={18} aria-hidden="true" />}
              onClick={() => setDialog('nod')}
            >
              {t('series-pages.date.invite')}
            </Menu.Item>
          )}
          {isOpen && (
            <>
              <Menu.Item onClick={() => setDialog('keep')}>{t('series-pages.decide.keep')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('move')}>{t('series-pages.decide.move')}</Menu.Item>
            </>
          )}
          {(stands || date.state === 'asked') && (
            <Menu.Item
              color="red"
              leftSection={<IconCalendarX size={18} aria-hidden="true" />}
              onClick={() => setDialog('skip')}
            >
              {t('series-pages.decide.skip')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <DateDialog dialog={dialog} series={series} date={date} onClose={() => setDialog(null)} />
    </>
  );
}

function placeOf({ institution }: SeriesDto) {
  return { institutionIds: [institution.id] };
}

interface DateDialogProps extends DateMenuProps {
  readonly dialog: Dialog | null;
  readonly onClose: () => void;
}

/** The step before something is done with a date. */
export function DateDialog({ dialog, series, date, onClose }: DateDialogProps) {
  if (dialog === null) return null;
  if (dialog === 'nod') return <NodDialog series={series} date={date} onClose={onClose} />;
  return <DecideDialog series={series} date={date} decision={dialog} onClose={onClose} />;
}
