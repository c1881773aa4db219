import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { endpoints, type AudienceRule } from '#contracts';
import { useApi } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { Loaded } from '../../ui/loaded.js';
import { today } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { AudiencePeople } from './audience-people.js';
import { AudienceSums } from './audience-sums.js';
import { finishedRule, type RuleDraft } from './rule-draft.js';

/** A pause in typing and choosing, before it is asked what comes of it. */
export const PREVIEW_AFTER_MS = 400;

/** What a rule comes to while it is composed. */
export function RulePreview({ rule }: { readonly rule: RuleDraft }) {
  const { t } = useText();
  const [day, setDay] = useState(today());
  const [settled] = useDebouncedValue(rule, PREVIEW_AFTER_MS);
  const finished = finishedRule(settled);
  return (
    <Stack>
      <DayField
        label={t('audiences.day')}
        description={t('audiences.day-hint')}
        value={day}
        onChange={(chosen) => setDay(chosen === '' ? today() : chosen)}
      />
      {finished === null ? (
        <Text c="dimmed">{t('audiences.preview-wait')}</Text>
      ) : (
        <Preview rule={finished} day={day} />
      )}
    </Stack>
  );
}

function Preview({ rule, day }: { readonly rule: AudienceRule; readonly day: string }) {
  const query = useApi(
    endpoints.previewAudience,
    { body: { rule, day, successors: 'on-the-day' } },
    { keepsPrevious: true },
  );
  return (
    <Loaded query={query}>
      {({ items, ...sums }) => (
        <>
          <AudienceSums sums={sums} />
          <AudiencePeople items={items} people={sums.people} />
        </>
      )}
    </Loaded>
  );
}
