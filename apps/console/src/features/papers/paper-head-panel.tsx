import { Button, FileInput, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, paperHeadInput, type InstitutionDto, type PaperHeadDto } from '#contracts';
import { call, refresh, useAction, useApi } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { Loaded } from '../../ui/loaded.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SidePanel } from '../../ui/side-panel.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { useText } from '../../ui/use-text.js';
import { useVersionedForm } from '../../ui/use-versioned-form.js';
import styles from './paper-head-panel.module.css';

const reads = [endpoints.getPaperHead.name];
const unions = ['none', 'co-funded', 'funded'] as const;

interface PaperHeadPanelProps {
  readonly institution: InstitutionDto;
  readonly onClose: () => void;
}

/** What stands above the papers of an institution's meetings. */
export function PaperHeadPanel({ institution: { id }, onClose }: PaperHeadPanelProps) {
  const { t } = useText();
  const query = useApi(endpoints.getPaperHead, { params: { id } });
  return (
    <SidePanel title={t('papers.console.head.title')} onClose={onClose}>
      <Stack gap="xl">
        <Text c="dimmed">{t('papers.console.head.text')}</Text>
        <Loaded query={query}>
          {(head) => (
            <>
              <Logos id={id} head={head} />
              <Lines key={head.version} id={id} head={head} onClose={onClose} />
            </>
          )}
        </Loaded>
      </Stack>
    </SidePanel>
  );
}

interface PartProps {
  readonly id: string;
  readonly head: PaperHeadDto;
}

interface LineValues {
  readonly unionFunding: string;
  readonly fundingLine: { readonly de: string; readonly en: string };
}

function Lines({ id, head, onClose }: PartProps & { readonly onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const contract = useVersionedForm<PaperHeadDto, LineValues, ReturnType<typeof bodyOf>>({
    row: head,
    valuesOf,
    bodyOf,
    schema: paperHeadInput,
    reload: () => call(endpoints.getPaperHead, { params: { id } }),
    save: async (patch, version) => {
      await call(endpoints.changePaperHead, { params: { id }, body: patch, version });
      await refresh(client, reads);
      notifications.show({ message: t('console.form.saved') });
      onClose();
    },
    onUnchanged: onClose,
  });
  const { form, busy, stale } = contract;
  const labelOf = (field: string) =>
    t(field.startsWith('fundingLine') ? 'papers.console.head.line' : 'papers.console.head.union');
  return (
    <ContractForm contract={contract}>
      <Stack>
        <StaleNotice stale={stale} labelOf={labelOf} />
        <Radio.Group
          label={t('papers.console.head.union')}
          description={t('papers.console.head.union-hint')}
          {...form.getInputProps('unionFunding')}
        >
          <Stack gap="xs" mt="xs">
            {unions.map((value) => (
              <Radio key={value} value={value} label={t(`papers.console.head.unions.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <LocalizedInput
          label={t('papers.console.head.line')}
          description={t('papers.console.head.line-hint')}
          path="fundingLine"
          fields={form.getInputProps}
          rows={2}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {t('console.form.save')}
          </Button>
        </Group>
      </Stack>
    </ContractForm>
  );
}

function Logos({ id, head }: PartProps) {
  const { t } = useText();
  const added = useAction(endpoints.addPaperLogo, reads);
  const removed = useAction(endpoints.removePaperLogo, reads);
  const { logos } = head;
  return (
    <section aria-labelledby="paper-logos">
      <Title order={2} size="h4" id="paper-logos" mb="xs">
        {t('papers.console.head.logos')}
      </Title>
      <Stack gap="sm">
        <ProblemAlert error={added.error ?? removed.error} />
        {logos.length === 0 && <Text c="dimmed">{t('papers.console.head.none')}</Text>}
        <ul className={styles.logos}>
          {logos.map((logo, index) => (
            <li key={logo.id}>
              <img src={`/files/${logo.fileId}`} alt={t('papers.console.head.logo', { number: index + 1 })} />
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconTrash size={16} aria-hidden="true" />}
                disabled={removed.isPending}
                onClick={() => removed.mutate({ params: { id, logoId: logo.id } })}
              >
                {t('papers.console.head.remove', { number: index + 1 })}
              </Button>
            </li>
          ))}
        </ul>
        <FileInput
          label={t('papers.console.head.add')}
          description={t('papers.console.head.add-hint')}
          placeholder={t('directory.logo.placeholder')}
          accept="image/png,image/jpeg"
          value={null}
          disabled={added.isPending}
          onChange={(file) => file !== null && added.mutate({ params: { id }, file })}
        />
      </Stack>
    </section>
  );
}

function valuesOf({ unionFunding, fundingLine }: PaperHeadDto): LineValues {
  return { unionFunding, fundingLine: { de: fundingLine?.de ?? '', en: fundingLine?.en ?? '' } };
}

function bodyOf({ unionFunding, fundingLine }: LineValues) {
  const [de, en] = [fundingLine.de.trim(), fundingLine.en.trim()];
  const line = { ...(de !== '' && { de }), ...(en !== '' && { en }) };
  return {
    unionFunding: unions.find((each) => each === unionFunding) ?? 'none',
    fundingLine: de === '' && en === '' ? null : line,
  };
}
