import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { endpoints, type InstitutionDto } from '#contracts';
import { useApi, useMay } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { today } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { parseDay } from '../../ui/parse-day.js';
import { useText } from '../../ui/use-text.js';
import { History } from '../audit/history.js';
import { AccessSection } from '../rights/access-section.js';
import { EditInstitution } from './institution-form.js';
import styles from './institution-page.module.css';
import { Members } from './members.js';
import { Offices } from './offices.js';
import { TagsField } from './tags-field.js';

export function InstitutionPage() {
  const { id = '' } = useParams();
  const query = useApi(endpoints.getInstitution, { params: { id } });
  return (
    <div>
      <Loaded query={query}>
        {(institution) => <Institution key={institution.id} institution={institution} />}
      </Loaded>
    </div>
  );
}

function Institution({ institution }: { readonly institution: InstitutionDto }) {
  const { t, language } = useText();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const [search, setSearch] = useSearchParams();
  const asOf = parseDay(search.get('asOf') ?? '') ?? undefined;
  const name = pickLocal(institution.name, language);
  const gathers = institution.kind === 'network' || institution.kind === 'cluster';
  return (
    <>
      <PageHead
        title={name.text}
        lang={name.lang}
        back={{ to: `/directory/institutions?kind=${institution.kind}`, label: t('console.nav.directory') }}
        actions={
          may('institution.change', { institutionIds: [institution.id] }) && (
            <Button
              variant="default"
              leftSection={<IconPencil size={18} aria-hidden="true" />}
              onClick={() => setEditing(true)}
            >
              {t('console.form.edit')}
            </Button>
          )
        }
      >
        {t(`console.institution.kind.${institution.kind}`)}
      </PageHead>
      <Facts
        rows={[
          [t('console.institution.short-name'), institution.shortName],
          [t('console.institution.slug'), institution.slug],
          [t('console.institution.main-language'), t(`console.language.names.${institution.mainLanguage}`)],
          [t('console.meeting.zone'), institution.zone],
        ]}
      />
      <div className={styles.asOf}>
        <DayField
          label={t('console.period.as-of')}
          description={t('console.period.as-of-hint')}
          value={asOf ?? today()}
          onChange={(day) => setSearch(day === '' || day === today() ? {} : { asOf: day }, { replace: true })}
        />
      </div>
      <div className={styles.tags}>
        <TagsField of="institution" id={institution.id} keeperId={institution.id} />
      </div>
      {gathers && <Members institution={institution} asOf={asOf} />}
      <Offices institution={institution} asOf={asOf} />
      <AccessSection institutionId={institution.id} />
      <History subjectKind="institution" subjectId={institution.id} />
      {editing && <EditInstitution institution={institution} onClose={() => setEditing(false)} />}
    </>
  );
}
