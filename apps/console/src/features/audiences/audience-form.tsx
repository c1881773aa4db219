import { Button, Group, Select, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { endpoints, type AudienceDto, type BodyOf } from '#contracts';
import { asking, call, refresh } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { useContractForm, type ContractForm as Contract } from '../../ui/use-contract-form.js';
import { useText, type Language } from '../../ui/use-text.js';
import { useVersionedForm } from '../../ui/use-versioned-form.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import styles from './audiences.module.css';
import { audienceReads } from './choices.js';
import { RuleComposer } from './rule-composer.js';
import { emptyRule, type RuleDraft } from './rule-draft.js';
import { RulePreview } from './rule-preview.js';

interface AudienceValues {
  institutionId: string;
  name: Record<Language, string>;
  rule: RuleDraft;
}

type AudienceBody = BodyOf<typeof endpoints.createAudience>;

const fieldOf = (path: string) => {
  if (path === 'name') return 'name.de';
  return path.startsWith('rule') ? 'rule' : path;
};

interface NewAudienceProps {
  /** What it begins with. */
  readonly rule?: RuleDraft;
}

export function NewAudience({ rule = emptyRule }: NewAudienceProps) {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const contract = useContractForm({
    initial: { institutionId: '', name: { de: '', en: '' }, rule },
    schema: endpoints.createAudience.body,
    toBody: audienceBody,
    fieldOf,
    submit: async (body) => {
      const made = await call(endpoints.createAudience, { body });
      await refresh(client, audienceReads);
      notifications.show({ message: t('console.form.saved') });
      await navigate(`/directory/audiences/${made.id}`);
    },
  });
  return <AudienceForm contract={contract} />;
}

export function EditAudience({ audience }: { readonly audience: AudienceDto }) {
  const { t } = useText();
  const client = useQueryClient();
  const params = { id: audience.id };
  const contract = useVersionedForm({
    row: audience,
    valuesOf: audienceValues,
    bodyOf: audienceBody,
    schema: endpoints.createAudience.body,
    fieldOf,
    reload: () => client.fetchQuery({ ...asking(endpoints.getAudience, { params }), staleTime: 0 }),
    onUnchanged: () => notifications.show({ message: t('console.form.saved') }),
    save: async ({ institutionId: _stays, ...body }: Partial<AudienceBody>, version) => {
      await call(endpoints.changeAudience, { params, body, version });
      await refresh(client, audienceReads);
      notifications.show({ message: t('console.form.saved') });
      await contract.takeFresh();
    },
  });
  return (
    <>
      <StaleNotice
        stale={contract.stale !== null && contract.stale.theirs.length > 0 ? contract.stale : null}
        labelOf={(field) => t(field === 'rule' ? 'audiences.rule-title' : 'audiences.name')}
      />
      <AudienceForm contract={contract} id={audience.id} />
    </>
  );
}

interface AudienceFormProps {
  readonly contract: Contract<AudienceValues>;
  /** Null for one that is not saved. */
  readonly id?: string | null;
}

function AudienceForm({ contract, id = null }: AudienceFormProps) {
  const { t } = useText();
  const { form, busy } = contract;
  const institutions = useGroupedInstitutions();
  const [rule, setRule] = useState(form.values.rule);
  const change = (changed: RuleDraft) => {
    setRule(changed);
    form.setFieldValue('rule', changed);
  };
  return (
    <div className={styles.columns}>
      <ContractForm contract={contract}>
        <Stack>
          <LocalizedInput required label={t('audiences.name')} path="name" fields={form.getInputProps} />
          {id === null && (
            <Select
              label={t('audiences.keeper')}
              description={t('audiences.keeper-hint')}
              withAsterisk
              searchable
              data={institutions}
              {...form.getInputProps('institutionId')}
            />
          )}
          <RuleComposer rule={rule} within={id} onChange={change} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('console.form.save')}
            </Button>
          </Group>
        </Stack>
      </ContractForm>
      <section aria-labelledby="preview">
        <Title order={2} id="preview" mb="sm">
          {t('audiences.preview')}
        </Title>
        <RulePreview rule={rule} />
      </section>
    </div>
  );
}

function audienceValues({ institution, name, rule }: AudienceDto): AudienceValues {
  return { institutionId: institution.id, name: { de: name.de ?? '', en: name.en ?? '' }, rule };
}

function audienceBody({ institutionId, name, rule }: AudienceValues): AudienceBody {
  const named = Object.fromEntries(Object.entries(name).filter(([, text]) => text.trim() !== ''));
  return { institutionId, name: named, rule: { include: [...rule.include], exclude: [...rule.exclude] } };
}
