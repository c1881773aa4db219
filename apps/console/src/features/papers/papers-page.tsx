import { MultiSelect, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { badgeFormat, endpoints, type BadgeFormat, type BodyOf, type PaperCircle } from '#contracts';
import { languages } from '#i18n';
import { useAction, useApiAll } from '../../api/index.js';
import { FormSection } from '../../ui/form-section.js';
import { useText } from '../../ui/use-text.js';
import { useMeeting } from '../meetings/meeting-layout.js';
import { PaperMaker } from './paper-maker.js';

type Order = BodyOf<typeof endpoints.orderPapers>;

interface Whom {
  readonly language: 'de' | 'en';
  readonly circle: PaperCircle;
  readonly people: readonly string[];
}

const circles = ['confirmed', 'expected', 'invited'] as const;
const orientations = ['landscape', 'portrait'] as const;

/** What a meeting needs on paper. */
export function PapersPage() {
  const { t, language } = useText();
  const [whom, setWhom] = useState<Whom>({ language, circle: 'confirmed', people: [] });
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('papers.console.intro')}</Text>
      <WhomFields whom={whom} onChange={setWhom} />
      <SheetSection whom={whom} />
      <BadgesSection whom={whom} />
      <CertificatesSection whom={whom} />
    </Stack>
  );
}

interface WhomFieldsProps {
  readonly whom: Whom;
  readonly onChange: (whom: Whom) => void;
}

function WhomFields({ whom, onChange }: WhomFieldsProps) {
  const { t } = useText();
  const meeting = useMeeting();
  const { data = [] } = useApiAll(endpoints.listInvitations, {
    params: { id: meeting.id },
    query: { limit: 200 },
  });
  const people = data.filter(({ state }) => state === 'active');
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }}>
      <Select
        label={t('papers.console.language')}
        data={languages.map((value) => ({ value, label: t(`console.language.names.${value}`) }))}
        allowDeselect={false}
        value={whom.language}
        onChange={(value) => onChange({ ...whom, language: value === 'en' ? 'en' : 'de' })}
      />
      <Select
        label={t('papers.console.circle')}
        data={circles.map((value) => ({ value, label: t(`papers.console.circles.${value}`) }))}
        allowDeselect={false}
        value={whom.circle}
        onChange={(value) =>
          onChange({ ...whom, circle: circles.find((each) => each === value) ?? whom.circle })
        }
      />
      <MultiSelect
        label={t('papers.console.people')}
        description={t('papers.console.people-hint')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={people.map(({ person }) => ({ value: person.id, label: person.name }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('papers.console.clear') }}
        nothingFoundMessage={t('console.form.nothing-found')}
        value={[...whom.people]}
        onChange={(chosen) => onChange({ ...whom, people: chosen })}
      />
    </SimpleGrid>
  );
}

interface SectionProps {
  readonly whom: Whom;
}

function SheetSection({ whom }: SectionProps) {
  const { t } = useText();
  const [orientation, setOrientation] = useState<(typeof orientations)[number]>('landscape');
  const [emptyRows, setEmptyRows] = useState<number | string>(5);
  return (
    <FormSection title={t('papers.file-names.sign-in-sheet')} text={t('papers.console.sheet-text')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('papers.console.orientation')}
          data={orientations.map((value) => ({ value, label: t(`papers.console.orientations.${value}`) }))}
          allowDeselect={false}
          value={orientation}
          onChange={(value) => setOrientation(value === 'portrait' ? 'portrait' : 'landscape')}
        />
        <NumberInput
          label={t('papers.console.empty-rows')}
          description={t('papers.console.empty-rows-hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          min={0}
          max={100}
          value={emptyRows}
          onChange={setEmptyRows}
        />
      </SimpleGrid>
      <Maker order={{ kind: 'sign-in-sheet', ...parts(whom), orientation, emptyRows: Number(emptyRows) }} />
    </FormSection>
  );
}

function BadgesSection({ whom }: SectionProps) {
  const { t } = useText();
  const [format, setFormat] = useState<BadgeFormat>('labels-80x50');
  const [startAt, setStartAt] = useState<number | string>(1);
  const isSheet = format.startsWith('labels');
  return (
    <FormSection title={t('papers.file-names.badges')} text={t('papers.console.badges-text')}>
      <Select
        label={t('papers.console.format')}
        data={badgeFormat.options.map((value) => ({ value, label: t(`papers.console.formats.${value}`) }))}
        allowDeselect={false}
        value={format}
        onChange={(value) => setFormat(badgeFormat.options.find((each) => each === value) ?? format)}
      />
      {isSheet && (
        <NumberInput
          label={t('papers.console.start-at')}
          description={t('papers.console.start-at-hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          min={1}
          max={21}
          value={startAt}
          onChange={setStartAt}
        />
      )}
      <Maker order={{ kind: 'badges', ...parts(whom), format, startAt: isSheet ? Number(startAt) : 1 }} />
    </FormSection>
  );
}

function CertificatesSection({ whom }: SectionProps) {
  const { t } = useText();
  const { circle: _, ...order } = parts(whom);
  return (
    <FormSection title={t('papers.console.certificates')} text={t('papers.console.certificates-text')}>
      <Maker order={{ kind: 'certificates', ...order }} />
    </FormSection>
  );
}

/** A paper that was made is offered until something else is chosen. */
function Maker({ order }: { readonly order: Order }) {
  return <OrderMaker key={JSON.stringify(order)} order={order} />;
}

function OrderMaker({ order }: { readonly order: Order }) {
  const meeting = useMeeting();
  const { mutate, isPending, error, data } = useAction(endpoints.orderPapers, [endpoints.listAudit.name]);
  return (
    <PaperMaker
      onMake={() => mutate({ params: { id: meeting.id }, body: order })}
      busy={isPending}
      problem={error}
      operationId={data?.id}
    />
  );
}

function parts({ language, circle, people }: Whom) {
  return { language, circle, ...(people.length > 0 && { personIds: [...people] }) };
}
