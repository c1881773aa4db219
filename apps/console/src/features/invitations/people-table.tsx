import { Text } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { endpoints, type InvitationDto, type MeetingDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { momentWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { MailMark } from '../mail/mail-mark.js';
import { useOnlyThese } from './people-filter.js';
import { PersonActions } from './person-actions.js';
import { Reasons } from './reasons.js';
import { RegistrationMark } from './registration-mark.js';
import { SeatWords } from './seat-words.js';
import { SuspectMark } from './suspect-mark.js';

interface PeopleTableProps {
  readonly meeting: MeetingDto;
  /** Milliseconds until it is read again. */
  readonly every: number;
}

/** Everybody who was asked: why, what they answered, and how their mail fared. */
export function PeopleTable({ meeting, every }: PeopleTableProps) {
  const { t } = useText();
  const only = useOnlyThese();
  const input = { params: { id: meeting.id }, query: only === undefined ? {} : { only } };
  const query = useApiPages(endpoints.listInvitations, input, { every });
  return (
    <>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('host-view.none')}</Text>
          ) : (
            <DataTable
              label={t('console.answers.by-person')}
              columns={[
                t('console.answers.columns.person'),
                t('console.answers.answer'),
                t('console.answers.columns.mail'),
                t('console.answers.columns.actions'),
              ]}
            >
              {items.map((invitation) => (
                <PersonRow key={invitation.id} invitation={invitation} meeting={meeting} />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </>
  );
}

interface PersonRowProps {
  readonly invitation: InvitationDto;
  readonly meeting: MeetingDto;
}

function PersonRow({ invitation, meeting }: PersonRowProps) {
  const { t } = useText();
  return (
    <tr>
      <Cell>
        <div>
          <Text fw={600}>{invitation.person.name}</Text>
          <Text size="sm" c="dimmed">
            <Reasons invitation={invitation} />
          </Text>
          {invitation.inPlaceOf !== null && (
            <Text size="sm">{t('seating.substitute.for', { name: invitation.inPlaceOf.name })}</Text>
          )}
          <Text size="sm" c="dimmed">
            {invitation.address ??
              t(invitation.reachable ? 'console.invite.hidden-address' : 'console.invite.no-address')}
          </Text>
        </div>
      </Cell>
      <Cell>
        <Answer invitation={invitation} />
      </Cell>
      {invitation.mail === null ? (
        <Cell />
      ) : (
        <Cell head={t('console.answers.columns.mail')}>
          <MailMark state={invitation.mail} />
        </Cell>
      )}
      <Cell numeric>
        <PersonActions invitation={invitation} meeting={meeting} />
      </Cell>
    </tr>
  );
}

function Answer({ invitation }: { readonly invitation: InvitationDto }) {
  const { t, language } = useText();
  const { answeredAt, channel, enteredBy, note, answers, open } = invitation;
  return (
    <div>
      <RegistrationMark invitation={invitation} />
      {invitation.suspect && <SuspectMark />}
      <SeatWords invitation={invitation} />
      {invitation.toConfirmAgain && (
        <Text size="sm" c="dimmed">
          {t('console.answers.confirm-again')}
        </Text>
      )}
      {answeredAt !== null && channel !== null && (
        <Text size="sm" c="dimmed">
          {momentWords(answeredAt, language)} ·{' '}
          {enteredBy === null
            ? t(`console.answers.channels.${channel}`)
            : t('console.answers.entered-by', { name: enteredBy.name })}
        </Text>
      )}
      {note !== null && note !== '' && (
        <Text size="sm" mt={4}>
          <IconMessageCircle size={16} aria-label={t('console.answers.note')} /> „{note}“
        </Text>
      )}
      {answers.map(({ questionId, label, value }) => (
        <Text key={questionId} size="sm">
          {pickLocal(label, language).text} <strong>{pickLocal(value, language).text}</strong>
        </Text>
      ))}
      {open.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('questions.open', {
            questions: open.map(({ label }) => pickLocal(label, language).text).join(' · '),
          })}
        </Text>
      )}
    </div>
  );
}
