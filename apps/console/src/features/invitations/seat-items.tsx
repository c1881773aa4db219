import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArmchair, IconArmchairOff, IconBookmark, IconCheck, IconX } from '@tabler/icons-react';
import { endpoints, type InvitationDto, type MeetingDto } from '#contracts';
import { useAction } from '../../api/index.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';

export type SeatDecision = 'approve' | 'refuse' | 'free';

export function isDecision(dialog: string | null): dialog is SeatDecision {
  return dialog === 'approve' || dialog === 'refuse' || dialog === 'free';
}

interface SeatItemsProps {
  readonly invitation: InvitationDto;
  readonly meeting: MeetingDto;
  readonly onDecide: (decision: SeatDecision) => void;
}

/** What a host decides on somebody's seat, as far as it can be decided. */
export function SeatItems({ invitation, meeting, onDecide }: SeatItemsProps) {
  const { t } = useText();
  const reserve = useAction(endpoints.reserveSeat, meetingReads);
  const { id, registration, reservedSeat } = invitation;
  const asks = registration === 'awaiting_approval' || registration === 'waitlisted';
  const sits = registration === 'confirmed' || registration === 'offered';
  const keep = () =>
    reserve.mutate(
      { params: { id }, body: { reserved: !reservedSeat } },
      {
        onSuccess: (changed) => {
          const { name } = changed.person;
          notifications.show({ message: t(`seating.kept.${keptWord(changed)}`, { name }) });
        },
      },
    );
  return (
    <>
      {asks && (
        <Menu.Item leftSection={<IconCheck size={18} />} onClick={() => onDecide('approve')}>
          {t('seating.actions.approve')}
        </Menu.Item>
      )}
      {(asks || registration === 'offered') && (
        <Menu.Item leftSection={<IconX size={18} />} onClick={() => onDecide('refuse')}>
          {t('seating.actions.refuse')}
        </Menu.Item>
      )}
      {sits && meeting.capacity !== null && (
        <Menu.Item leftSection={<IconArmchairOff size={18} />} onClick={() => onDecide('free')}>
          {t('seating.actions.free')}
        </Menu.Item>
      )}
      {meeting.seating.reserved > 0 && (
        <Menu.Item
          leftSection={reservedSeat ? <IconArmchair size={18} /> : <IconBookmark size={18} />}
          onClick={keep}
        >
          {t(reservedSeat ? 'seating.actions.unreserve' : 'seating.actions.reserve')}
        </Menu.Item>
      )}
    </>
  );
}

/** What has become of somebody for whom a seat is kept, or no longer. */
function keptWord({ reservedSeat, registration }: Pick<InvitationDto, 'reservedSeat' | 'registration'>) {
  if (!reservedSeat) return 'undone';
  const isTold = registration === 'confirmed' || registration === 'offered' || registration === 'waitlisted';
  return isTold ? registration : 'open';
}
