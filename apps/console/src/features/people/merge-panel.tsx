import { List, Radio, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, type MergePreviewDto, type PersonDto, type PersonField } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { Local } from '../../ui/local-text.js';
import { Loaded } from '../../ui/loaded.js';
import { dayWords } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useText } from '../../ui/use-text.js';
import { peopleReads } from './people-reads.js';

interface MergePanelProps {
  readonly people: readonly PersonDto[];
  readonly onClose: () => void;
}

type Whose = 'own' | 'other';

/** Two people side by side: what is kept of each, what moves, what is decided because both have it. */
export function MergePanel({ people: [own, other], onClose }: MergePanelProps) {
  const { t } = useText();
  if (own === undefined || other === undefined) return null;
  return (
    <SidePanel title={t('people.merge.title')} onClose={onClose}>
      <Preview id={own.id} otherId={other.id} onClose={onClose} />
    </SidePanel>
  );
}

interface PreviewProps {
  readonly id: string;
  readonly otherId: string;
  readonly onClose: () => void;
}

function Preview({ id, otherId, onClose }: PreviewProps) {
  const query = useApi(endpoints.previewMerge, { params: { id }, body: { otherId } });
  return <Loaded query={query}>{(preview) => <MergeForm preview={preview} onClose={onClose} />}</Loaded>;
}

function MergeForm({
  preview,
  onClose,
}: {
  readonly preview: MergePreviewDto;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { own, other, differing, effects } = preview;
  const merge = useAction(endpoints.mergePeople, peopleReads);
  const [choices, setChoices] = useState<Partial<Record<PersonField, Whose>>>(() => firstChoices(preview));
  const addresses = [...own.addresses, ...other.addresses].map(({ address }) => address);
  const [preferred, setPreferred] = useState(addresses[0] ?? null);
  const submit = () =>
    merge.mutate(
      {
        params: { id: own.id },
        body: {
          otherId: other.id,
          versions: { own: own.version, other: other.version },
          choices,
          preferredAddress: preferred,
        },
      },
      {
        onSuccess: () => {
          notifications.show({ message: t('people.merge.done') });
          onClose();
        },
      },
    );
  return (
    <Stack gap="lg">
      <Text>{t('people.merge.text')}</Text>
      {differing
        .filter((field) => field !== 'homeInstitutionId')
        .map((field) => (
          <Radio.Group
            key={field}
            label={t(`people.merge.fields.${field}`)}
            value={choices[field] ?? 'own'}
            onChange={(whose) => setChoices({ ...choices, [field]: whose === 'other' ? 'other' : 'own' })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="own" label={<Value person={own} field={field} />} />
              <Radio value="other" label={<Value person={other} field={field} />} />
            </Stack>
          </Radio.Group>
        ))}
      {addresses.length > 1 && (
        <Radio.Group label={t('people.merge.preferred')} value={preferred} onChange={setPreferred}>
          <Stack gap="xs" mt="xs">
            {[...new Set(addresses)].map((address) => (
              <Radio key={address} value={address} label={address} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Effects effects={effects} />
      <ProblemAlert error={merge.error} />
      <FormButtons
        action={t('people.merge.submit')}
        busy={merge.isPending}
        onClose={onClose}
        onSubmit={submit}
      />
    </Stack>
  );
}

/** Where one has nothing, what the other has. */
function firstChoices({ own, differing }: MergePreviewDto): Partial<Record<PersonField, Whose>> {
  return Object.fromEntries(differing.map((field) => [field, own[field] === null ? 'other' : 'own']));
}

function Value({ person, field }: { readonly person: PersonDto; readonly field: PersonField }) {
  const { t } = useText();
  if (field === 'language') return t(`console.language.names.${person.language}`);
  if (field === 'salutation') return t(`console.person.salutations.${person.salutation}`);
  return person[field] ?? <em>{t('people.merge.nothing')}</em>;
}

function Effects({ effects }: Pick<MergePreviewDto, 'effects'>) {
  const { t, language } = useText();
  return (
    <section aria-labelledby="effects">
      <Title order={3} id="effects" mb="xs">
        {t('people.merge.effects')}
      </Title>
      {effects.length === 0 && <Text c="dimmed">{t('people.merge.no-effects')}</Text>}
      <List spacing="xs">
        {effects.map(({ kind, count, items }) => (
          <List.Item key={kind}>
            {t(`people.merge.effect.${kind}`, { count })}
            {items.length > 0 && (
              <List size="sm" withPadding>
                {items.map((item) => (
                  <List.Item key={`${item.on} ${item.name.de ?? item.name.en}`}>
                    <Local text={item.name} />
                    {item.on !== null && `, ${dayWords(item.on, language)}`}
                  </List.Item>
                ))}
              </List>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
