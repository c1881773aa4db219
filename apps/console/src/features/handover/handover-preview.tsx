import { List, Stack, Text, Title } from '@mantine/core';
import { IconMail, IconMailOff } from '@tabler/icons-react';
import { endpoints, type BodyOf, type HandoverPreviewDto, type MandateDto } from '#contracts';
import { formatList } from '#i18n';
import { useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { addDays, dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';

interface HandoverPreviewProps {
  readonly mandate: MandateDto;
  readonly body: BodyOf<typeof endpoints.previewHandover>;
}

/** What a handover would mean, as it stands now. */
export function HandoverPreview({ mandate, body }: HandoverPreviewProps) {
  const { t } = useText();
  const query = useApi(endpoints.previewHandover, { params: { id: mandate.id }, body });
  return (
    <section aria-labelledby="what-follows">
      <Title order={3} size="h4" id="what-follows" mb="xs">
        {t('handover.preview.title')}
      </Title>
      <Loaded query={query}>{(preview) => <Consequences preview={preview} />}</Loaded>
    </section>
  );
}

function Consequences({ preview }: { readonly preview: HandoverPreviewDto }) {
  const { t, language } = useText();
  const { invitations, hiddenInvitations, hostDuties, deputies, grantsLost, predecessor } = preview;
  const { name } = predecessor;
  const day = dayWords(addDays(preview.lastDay, 1), language);
  return (
    <Stack gap="xs">
      <Text>{preview.isDue ? t('handover.preview.now') : t('handover.preview.later', { day })}</Text>
      {invitations.length === 0 && hiddenInvitations === 0 && <Text>{t('handover.preview.none')}</Text>}
      {invitations.length > 0 && (
        <List>
          {invitations.map((invitation) => (
            <List.Item key={invitation.meeting.id}>
              <MeetingLine meeting={invitation.meeting} />
              <Text size="sm" c="dimmed">
                <Effect invitation={invitation} hasSuccessor={preview.successor !== null} />
              </Text>
            </List.Item>
          ))}
        </List>
      )}
      {hiddenInvitations > 0 && <Text>{t('handover.preview.hidden', { count: hiddenInvitations })}</Text>}
      {hostDuties.length > 0 && (
        <div>
          <Text>{t('handover.preview.host-duties', { name })}</Text>
          <List>
            {hostDuties.map((meeting) => (
              <List.Item key={meeting.id}>
                <MeetingLine meeting={meeting} />
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {deputies.length > 0 && (
        <Text>
          {t('handover.preview.deputies', {
            names: formatList(
              deputies.map(({ person }) => person.name),
              language,
            ),
          })}
        </Text>
      )}
      {grantsLost.map(({ role, institution }) => (
        <Text key={`${role} ${institution.id}`}>
          {t('handover.preview.grants', {
            name,
            role: t(`handover.roles.${role}`),
            institution: pickLocal(institution.name, language).text,
          })}
        </Text>
      ))}
      <Leaving mails={preview.mails} />
    </Stack>
  );
}

type ShownInvitation = HandoverPreviewDto['invitations'][number];

function MeetingLine({ meeting }: { readonly meeting: ShownInvitation['meeting'] }) {
  const { language } = useText();
  return (
    <span>
      <Local text={meeting.title} />, {dayWords(meeting.startsLocal.slice(0, 10), language)}
    </span>
  );
}

interface EffectProps {
  readonly invitation: ShownInvitation;
  readonly hasSuccessor: boolean;
}

function Effect({ invitation, hasSuccessor }: EffectProps) {
  const { t } = useText();
  const { effect, answer, otherReasons, isSuccessorInvited } = invitation;
  if (effect === 'end-reason') return t('handover.preview.end-reason', { count: otherReasons });
  if (effect === 'decide' && answer !== null) {
    return t('handover.preview.decide', { answer: t(`common.answer.${answer}`) });
  }
  if (!hasSuccessor) return t('handover.preview.withdraw-only');
  return t(isSuccessorInvited ? 'handover.preview.withdraw-known' : 'handover.preview.withdraw');
}

/** What leaves the house, before it does. */
function Leaving({ mails }: { readonly mails: HandoverPreviewDto['mails'] }) {
  const { t, language } = useText();
  const { withdrawals, invitations } = mails;
  const parts = [
    withdrawals > 0 && t('handover.preview.withdrawals', { count: withdrawals }),
    invitations > 0 && t('handover.preview.invitations', { count: invitations }),
  ].filter((part) => part !== false);
  const Shape = parts.length === 0 ? IconMailOff : IconMail;
  return (
    <Text fw={600}>
      <Shape size={18} aria-hidden="true" style={{ verticalAlign: 'text-bottom' }} />{' '}
      {parts.length === 0
        ? t('handover.preview.no-mails')
        : t('handover.preview.mails', { list: formatList(parts, language) })}
    </Text>
  );
}
