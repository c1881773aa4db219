import { Code, NumberInput, SimpleGrid, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { languages } from '#i18n';
import { FormSection } from '../../ui/form-section.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import { AgendaFields } from '../meetings/agenda-fields.js';
import { startOf } from '../meetings/agenda-span.js';
import { MailPlanFields } from '../meetings/mail-plan-fields.js';
import { PlaceFields } from '../meetings/place-fields.js';
import { QuestionFields } from '../meetings/question-fields.js';
import { SeatingFields } from '../meetings/seating-fields.js';
import { ShownFields } from '../meetings/shown-fields.js';
import { VisibilityField } from '../meetings/visibility-field.js';
import { fillTitle, placeholders } from './fill-title.js';
import { lengthOf, type SeriesValues } from './series-values.js';

interface FormProps {
  readonly form: UseFormReturnType<SeriesValues>;
}

/** What every meeting of the series starts out with. */
export function TemplateFields({ form }: FormProps) {
  const { t } = useText();
  const fields = form.getInputProps;
  const { values } = form;
  const { dates, zone, allDay } = values;
  const when = startOf({ allDay, zone, startDay: dates.startDay, startTime: dates.startTime });
  return (
    <>
      <FormSection title={t('series-pages.template.title')} text={t('series-pages.template.text')}>
        <LocalizedInput required label={t('console.meeting.title')} path="title" fields={fields} />
        <Placeholders values={values} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('series-pages.template.first-number')}
            description={t('series-pages.template.first-number-hint')}
            allowDecimal={false}
            {...fields('firstNumber')}
          />
        </SimpleGrid>
        <LocalizedInput
          label={t('console.meeting.description')}
          description={t('console.meeting.markdown-hint')}
          path="about"
          rows={4}
          fields={fields}
        />
        <AgendaFields
          items={values.agenda}
          fields={fields}
          when={when}
          lengthMinutes={allDay ? null : lengthOf(values)}
          onChange={(agenda) => form.setFieldValue('agenda', agenda)}
        />
      </FormSection>
      <PlaceFields fields={fields} />
      <Shown form={form} />
      <SeatingFields
        capacity={values.capacity}
        contingents={values.seating.contingents}
        fields={fields}
        onChange={(contingents) => form.setFieldValue('seating.contingents', contingents)}
      />
      <QuestionFields
        items={values.questions}
        fields={fields}
        onChange={(questions) => form.setFieldValue('questions', questions)}
      />
      <MailPlanFields fields={fields} />
    </>
  );
}

/** What stands in braces, and what comes of it. */
function Placeholders({ values }: { readonly values: SeriesValues }) {
  const { t, language } = useText();
  const institutions = useGroupedInstitutions();
  const host = institutions
    .flatMap(({ items }) => items)
    .find(({ value }) => value === values.institutionId)?.label;
  const facts = {
    number: String(values.firstNumber),
    year: (values.dates.picked[0] ?? values.dates.startDay).slice(0, 4),
    host: host ?? t('series-pages.template.some-host'),
  };
  const titles = [...new Set([language, ...languages])].flatMap((one) =>
    values.title[one].includes('{') ? [[one, fillTitle(values.title[one], facts)] as const] : [],
  );
  return (
    <div>
      <Text size="sm" c="dimmed">
        {placeholders.map((name, place) => (
          <span key={name}>
            {place > 0 && ' · '}
            <Code>{`{${name}}`}</Code> {t(`series-pages.template.placeholders.${name}`)}
          </span>
        ))}
      </Text>
      {titles.map(([one, title]) => (
        <Text key={one} size="sm" mt={4}>
          {t('series-pages.template.becomes')} <strong lang={one}>{title}</strong>
        </Text>
      ))}
    </div>
  );
}

/** Whom to ask, where else it is shown, how many may come, and who sees it. */
function Shown({ form }: FormProps) {
  const { t } = useText();
  const fields = form.getInputProps;
  return (
    <FormSection title={t('console.meeting.who')} text={t('series-pages.template.hosts-hint')}>
      <ShownFields fields={fields} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput
          label={t('console.meeting.capacity')}
          description={t('console.meeting.capacity-hint')}
          allowDecimal={false}
          {...fields('capacity')}
        />
      </SimpleGrid>
      <VisibilityField fields={fields} />
    </FormSection>
  );
}
