import { Alert, Group, Select, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints, type AskedAudience, type MeetingAudienceDto } from '#contracts';
import { useApi, useApiAll } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { AskingSettings, usualSettings } from '../audiences/asking-settings.js';
import { useAudienceChoices } from '../audiences/choices.js';
import { RuleComposer } from '../audiences/rule-composer.js';
import { finishedRule, usualRule, type RuleDraft } from '../audiences/rule-draft.js';
import { useMeeting } from '../meetings/meeting-layout.js';
import { AskedPreview } from './asked-preview.js';
import { InvitedAudiences } from './invited-audiences.js';
import { RunProgress } from './run-progress.js';

/** Stands in the list of audiences for a rule that is composed here. */
const COMPOSED = 'composed';

/** Whom to invite: an audience is chosen or composed, its people are seen, and then it is sent to. */
export function InvitationsPage() {
  const { t } = useText();
  const meeting = useMeeting();
  const [search] = useSearchParams();
  const operation = search.get('operation');
  const institution = useApi(endpoints.getInstitution, { params: { id: meeting.institution.id } });
  const networks = useApiAll(endpoints.listInstitutions, { query: { kind: 'network', limit: 200 } });
  return (
    <Stack gap="lg">
      {operation !== null && <RunProgress key={operation} id={operation} />}
      {meeting.state !== 'published' && (
        <Alert variant="light" icon={<IconInfoCircle aria-hidden="true" />}>
          {t(meeting.state === 'draft' ? 'console.invite.draft' : 'console.invite.cancelled')}
        </Alert>
      )}
      <Loaded query={institution}>
        {(holding) => (
          <Loaded query={networks}>
            {([first]) => <Inviting start={usualRule(holding, first?.id ?? null)} />}
          </Loaded>
        )}
      </Loaded>
    </Stack>
  );
}

function Inviting({ start }: { readonly start: RuleDraft }) {
  const { t } = useText();
  const [rule, setRule] = useState(start);
  const [settings, setSettings] = useState(usualSettings);
  const [search, setSearch] = useSearchParams();
  const saved = useAudienceChoices();
  const chosen = search.get('audience') ?? COMPOSED;
  const choose = (id: string) =>
    setSearch((before) => searchWith(before, id), { replace: true, preventScrollReset: true });
  const askAgain = ({ audience, settings: former }: MeetingAudienceDto) => {
    setSettings(former);
    if (audience.kind === 'rule') setRule(audience.rule);
    choose(audience.kind === 'rule' ? COMPOSED : audience.audienceId);
  };
  return (
    <>
      <InvitedAudiences onAsk={askAgain} />
      <Group>
        <Select
          label={t('audiences.choose')}
          miw={{ base: '100%', xs: '22rem' }}
          allowDeselect={false}
          data={[{ value: COMPOSED, label: t('audiences.compose-here') }, ...saved]}
          value={chosen}
          onChange={(id) => choose(id ?? COMPOSED)}
        />
      </Group>
      {chosen === COMPOSED && <RuleComposer rule={rule} onChange={setRule} />}
      <AskingSettings settings={settings} onChange={setSettings} />
      <AskedPreview audience={askedOf(chosen, rule)} settings={settings} />
    </>
  );
}

/** Null while the rule does not say enough. */
function askedOf(chosen: string, draft: RuleDraft): AskedAudience | null {
  if (chosen !== COMPOSED) return { kind: 'saved', audienceId: chosen };
  const rule = finishedRule(draft);
  return rule === null ? null : { kind: 'rule', rule };
}

function searchWith(before: URLSearchParams, id: string): URLSearchParams {
  const after = new URLSearchParams(before);
  if (id === COMPOSED) after.delete('audience');
  else after.set('audience', id);
  return after;
}
