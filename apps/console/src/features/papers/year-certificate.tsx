import { NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { endpoints, type BodyOf, type PersonDto } from '#contracts';
import { fullName, languages } from '#i18n';
import { useAction, useMay } from '../../api/index.js';
import { today } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { useInstitutionChoices } from '../directory/choices.js';
import { PaperMaker } from './paper-maker.js';

/** Certifies what a person was present at in a year, on behalf of an institution for which one invites. */
export function YearCertificate({ person }: { readonly person: PersonDto }) {
  const { t, language: own } = useText();
  const may = useMay();
  const choices = useInstitutionChoices().filter(({ value }) =>
    may('meeting.invite', { institutionIds: [value] }),
  );
  const [year, setYear] = useState<number | string>(Number(today().slice(0, 4)));
  const [language, setLanguage] = useState(own);
  const [chosen, setChosen] = useState<string | null>(null);
  const institutionId = chosen ?? choices[0]?.value;
  if (institutionId === undefined) return null;
  const name = fullName({ ...person, title: person.academicTitle });
  const body = { year: Number(year), language, institutionId };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('papers.console.year.text', { name })}</Text>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberInput
          label={t('papers.console.year.year')}
          min={2000}
          max={2200}
          thousandSeparator=""
          value={year}
          onChange={setYear}
        />
        <Select
          label={t('papers.console.language')}
          data={languages.map((value) => ({ value, label: t(`console.language.names.${value}`) }))}
          allowDeselect={false}
          value={language}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'de')}
        />
        <Select
          label={t('papers.console.year.institution')}
          data={choices}
          searchable
          allowDeselect={false}
          value={institutionId}
          onChange={setChosen}
        />
      </SimpleGrid>
      <Maker key={JSON.stringify(body)} personId={person.id} body={body} />
    </Stack>
  );
}

interface MakerProps {
  readonly personId: string;
  readonly body: BodyOf<typeof endpoints.orderYearCertificate>;
}

/** A certificate that was made is offered until something else is chosen. */
function Maker({ personId, body }: MakerProps) {
  const { mutate, isPending, error, data } = useAction(endpoints.orderYearCertificate, [
    endpoints.listAudit.name,
  ]);
  return (
    <PaperMaker
      onMake={() => mutate({ params: { id: personId }, body })}
      busy={isPending}
      problem={error}
      operationId={data?.id}
    />
  );
}
