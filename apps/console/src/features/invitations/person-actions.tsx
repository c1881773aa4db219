import { ActionIcon, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDots, IconLink, IconPencil, IconUserMinus, IconUserShare, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { InvitationDto, MeetingDto } from '#contracts';
import { useText } from '../../ui/use-text.js';
import { AskDeputyDialog } from '../handover/ask-deputies.js';
import { AnswerDialog } from './answer-dialog.js';
import { DecideDialog } from './decide-dialog.js';
import { isDecision, SeatItems, type SeatDecision } from './seat-items.js';
import { SubstituteDialog } from './substitute-dialog.js';
import { WithdrawDialog } from './withdraw-dialog.js';

interface PersonActionsProps {
  readonly invitation: InvitationDto;
  readonly meeting: MeetingDto;
}

type Dialog = 'answer' | 'deputy' | 'substitute' | 'withdraw' | SeatDecision;

/** What a host can do for one person. */
export function PersonActions({ invitation, meeting }: PersonActionsProps) {
  const { t } = useText();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const clipboard = useClipboard();
  const close = () => setDialog(null);
  const open = invitation.state === 'active' && meeting.state === 'published';
  const copy = () => {
    clipboard.copy(invitation.link);
    notifications.show({ message: t('console.answers.link-copied') });
  };
  if (invitation.state !== 'active') return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t('console.answers.actions-for', { name: invitation.person.name })}
          >
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={18} />} onClick={copy}>
            {t('console.answers.copy-link')}
          </Menu.Item>
          {open && (
            <>
              <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => setDialog('answer')}>
                {t('console.answers.enter')}
              </Menu.Item>
              {invitation.answer === null && invitation.reasons.some(({ office }) => office !== null) && (
                <Menu.Item leftSection={<IconUsers size={18} />} onClick={() => setDialog('deputy')}>
                  {t('handover.ask.action')}
                </Menu.Item>
              )}
              {invitation.answer !== 'substitute' && (
                <Menu.Item leftSection={<IconUserShare size={18} />} onClick={() => setDialog('substitute')}>
                  {t('seating.substitute.action')}
                </Menu.Item>
              )}
              <SeatItems invitation={invitation} meeting={meeting} onDecide={setDialog} />
              <Menu.Item
                color="red"
                leftSection={<IconUserMinus size={18} />}
                onClick={() => setDialog('withdraw')}
              >
                {t('console.answers.withdraw')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'answer' && <AnswerDialog invitation={invitation} meeting={meeting} onClose={close} />}
      {dialog === 'deputy' && <AskDeputyDialog invitation={invitation} onClose={close} />}
      {dialog === 'substitute' && (
        <SubstituteDialog invitation={invitation} meeting={meeting} onClose={close} />
      )}
      {dialog === 'withdraw' && <WithdrawDialog invitation={invitation} onClose={close} />}
      {isDecision(dialog) && (
        <DecideDialog meeting={meeting} decision={dialog} invitations={[invitation]} onClose={close} />
      )}
    </>
  );
}
