import { Button, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { endpoints, type MeetingAudienceDto } from '#contracts';
import { formatList } from '#i18n';
import { useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { momentWords } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import { useMeeting } from '../meetings/meeting-layout.js';

interface InvitedAudiencesProps {
  readonly onAsk: (audience: MeetingAudienceDto) => void;
}

/** Which audiences were invited already, and who has come to belong to them since. */
export function InvitedAudiences({ onAsk }: InvitedAudiencesProps) {
  const { t } = useText();
  const meeting = useMeeting();
  // Who has come to belong to them since hangs on offices, memberships and tags, which are changed elsewhere.
  const query = useApi(endpoints.listMeetingAudiences, { params: { id: meeting.id } }, { whenShown: true });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? null : (
          <section aria-labelledby="asked">
            <Title order={2} id="asked" size="h3" mb="xs">
              {t('audiences.asked-title')}
            </Title>
            <Stack gap="sm">
              {items.map((audience) => (
                <Asked key={audience.id} audience={audience} onAsk={() => onAsk(audience)} />
              ))}
            </Stack>
          </section>
        )
      }
    </Loaded>
  );
}

interface AskedProps {
  readonly audience: MeetingAudienceDto;
  readonly onAsk: () => void;
}

function Asked({ audience, onAsk }: AskedProps) {
  const { t, language } = useText();
  const { name, askedAt, settings, newcomers } = audience;
  const fresh = newcomers.map((person) => person.name);
  return (
    <div>
      <Text fw={600}>{name === null ? t('audiences.composed') : pickLocal(name, language).text}</Text>
      <Text size="sm" c="dimmed">
        {t('audiences.asked-on', { moment: momentWords(askedAt, language) })}
        {' · '}
        {t('audiences.newcomers-label')} {t(`audiences.newcomers.${settings.newcomers}`)}
      </Text>
      {fresh.length === 0 ? (
        <Text size="sm">{t('audiences.new-since-none')}</Text>
      ) : (
        <div>
          <StateMark tone="warn" Shape={IconUserPlus}>
            {t('audiences.new-since', { count: fresh.length })}
          </StateMark>{' '}
          <Text size="sm" component="span">
            {formatList(fresh, language)}
          </Text>{' '}
          <Button variant="subtle" size="compact-sm" onClick={onAsk}>
            {t('audiences.ask-again')}
          </Button>
        </div>
      )}
    </div>
  );
}
