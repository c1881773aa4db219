import { Button } from '@mantine/core';
import { IconFileText, IconPencil, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { endpoints, type InstitutionDto } from '#contracts';
import { useApi, useMay } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { today } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { parseDay } from '../../ui/parse-day.js';
import { useText } from '../../ui/use-text.js';
import { History } from '../audit/history.js';
import { PaperHeadPanel } from '../papers/paper-head-panel.js';
import { AccessSection } from '../rights/access-section.js';
import { CommitteeMembers } from './committee-members.js';
import { Committees } from './committees.js';
import { InstitutionFacts } from './institution-facts.js';
import { EditInstitution } from './institution-form.js';
import styles from './institution-page.module.css';
import { LogoPanel } from './logo-panel.js';
import { BelongsTo, Members } from './members.js';
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
  const [panel, setPanel] = useState<'edit' | 'logo' | 'papers' | null>(null);
  const [search, setSearch] = useSearchParams();
  const asOf = parseDay(search.get('asOf') ?? '') ?? undefined;
  const close = () => setPanel(null);
  return (
    <>
      <Head institution={institution} onChoose={setPanel} />
      <InstitutionFacts institution={institution} />
      <div className={styles.tags}>
        <TagsField of="institution" id={institution.id} keeperId={institution.id} />
      </div>
      <AsOf
        day={asOf}
        onChange={(day) => setSearch(day === undefined ? {} : { asOf: day }, { replace: true })}
      />
      <Sections institution={institution} asOf={asOf} />
      <AccessSection institutionId={institution.id} />
      <History subjectKind="institution" subjectId={institution.id} />
      {panel === 'edit' && <EditInstitution institution={institution} onClose={close} />}
      {panel === 'logo' && <LogoPanel institution={institution} onClose={close} />}
      {panel === 'papers' && <PaperHeadPanel institution={institution} onClose={close} />}
    </>
  );
}

interface HeadProps {
  readonly institution: InstitutionDto;
  readonly onChoose: (panel: 'edit' | 'logo' | 'papers') => void;
}

function Head({ institution, onChoose }: HeadProps) {
  const { t, language } = useText();
  const may = useMay();
  const name = pickLocal(institution.name, language);
  const { id, kind, logoFileId } = institution;
  return (
    <>
      {logoFileId !== null && <img className={styles.logo} src={`/files/${logoFileId}`} alt="" />}
      <PageHead
        title={name.text}
        lang={name.lang}
        back={{ to: `/directory/institutions?kind=${kind}`, label: t('console.nav.directory') }}
        actions={
          may('institution.change', { institutionIds: [id] }) && (
            <>
              <Button
                variant="default"
                leftSection={<IconPhoto size={18} aria-hidden="true" />}
                onClick={() => onChoose('logo')}
              >
                {t('directory.logo.title')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconFileText size={18} aria-hidden="true" />}
                onClick={() => onChoose('papers')}
              >
                {t('papers.console.head.action')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconPencil size={18} aria-hidden="true" />}
                onClick={() => onChoose('edit')}
              >
                {t('console.form.edit')}
              </Button>
            </>
          )
        }
      >
        {t(`console.institution.kind.${kind}`)}
      </PageHead>
    </>
  );
}

interface AsOfProps {
  /** Today if none. */
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** The day looked at, kept in the address. */
function AsOf({ day, onChange }: AsOfProps) {
  const { t } = useText();
  return (
    <div className={styles.asOf}>
      <DayField
        label={t('console.period.as-of')}
        description={t('console.period.as-of-hint')}
        value={day ?? today()}
        onChange={(chosen) => onChange(chosen === '' || chosen === today() ? undefined : chosen)}
      />
      {day !== undefined && (
        <Button variant="subtle" onClick={() => onChange(undefined)}>
          {t('directory.as-of-today')}
        </Button>
      )}
    </div>
  );
}

interface SectionsProps {
  readonly institution: InstitutionDto;
  readonly asOf: string | undefined;
}

/** A committee has members by function; everything else has members, offices and committees. */
function Sections({ institution, asOf }: SectionsProps) {
  if (institution.kind === 'committee') return <CommitteeMembers committee={institution} asOf={asOf} />;
  return (
    <>
      <Offices institution={institution} asOf={asOf} />
      <Members institution={institution} asOf={asOf} />
      <BelongsTo institution={institution} asOf={asOf} />
      <Committees institution={institution} asOf={asOf} />
    </>
  );
}
