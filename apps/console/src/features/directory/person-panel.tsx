import { Button, Group, Stack, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { endpoints, type PersonDto } from '#contracts';
import { fullName } from '#i18n';
import { useApi, useMay } from '../../api/index.js';
import { AddressList } from '../../ui/address-list.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useText } from '../../ui/use-text.js';
import { History } from '../audit/history.js';
import { YearCertificate } from '../papers/year-certificate.js';
import { LoginSection } from '../rights/login-section.js';
import { InstitutionLink } from './institution-facts.js';
import { PersonMandates } from './mandate-history.js';
import { EditPerson } from './person-form.js';
import { TagsField } from './tags-field.js';

interface PersonPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One person: to edit for those who may, else to read, with the way to propose a change. */
export function PersonPanel({ id, onClose }: PersonPanelProps) {
  const { t } = useText();
  const query = useApi(endpoints.getPerson, { params: { id } });
  const title =
    query.data === undefined
      ? t('console.person.one')
      : fullName({ ...query.data, title: query.data.academicTitle });
  return (
    <SidePanel title={title} onClose={onClose}>
      <Loaded query={query}>
        {(person) => (
          <Stack key={person.id} gap="xl">
            <Person person={person} onClose={onClose} />
            <TagsField of="person" id={person.id} keeperId={person.homeInstitutionId} />
            <LoginSection person={person} />
            <CertificateSection person={person} />
            <History subjectKind="person" subjectId={person.id} />
          </Stack>
        )}
      </Loaded>
      <section aria-labelledby="mandates" style={{ marginBlockStart: 40 }}>
        <Title order={2} id="mandates" mb="sm">
          {t('directory.person.mandates')}
        </Title>
        <PersonMandates personId={id} />
      </section>
    </SidePanel>
  );
}

/** Behind a word: few need it. */
function CertificateSection({ person }: { readonly person: PersonDto }) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const may = useMay();
  if (!may('meeting.invite')) return null;
  return (
    <section aria-labelledby="certificate">
      <Title order={2} size="h4" id="certificate" mb="xs">
        {t('papers.console.year.title')}
      </Title>
      {isOpen ? (
        <YearCertificate person={person} />
      ) : (
        <Button variant="default" onClick={() => setIsOpen(true)}>
          {t('papers.console.year.action')}
        </Button>
      )}
    </section>
  );
}

interface PersonProps {
  readonly person: PersonDto;
  readonly onClose: () => void;
}

function Person({ person, onClose }: PersonProps) {
  const { t } = useText();
  const may = useMay();
  const [isProposing, setIsProposing] = useState(false);
  const home = person.homeInstitutionId;
  if (may('person.change', { institutionIds: home === null ? [] : [home] })) {
    return <EditPerson person={person} onClose={onClose} />;
  }
  if (isProposing) return <EditPerson proposing person={person} onClose={() => setIsProposing(false)} />;
  return (
    <Stack gap="sm">
      <PersonFacts person={person} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconPencil size={18} aria-hidden="true" />}
          onClick={() => setIsProposing(true)}
        >
          {t('people.proposals.make')}
        </Button>
      </Group>
    </Stack>
  );
}

function PersonFacts({ person }: { readonly person: PersonDto }) {
  const { t } = useText();
  const { academicTitle, salutation, position, phone, language, homeInstitutionId, addresses } = person;
  return (
    <Facts
      rows={[
        [t('console.person.title'), academicTitle],
        [t('console.person.given-name'), person.givenName],
        [t('console.person.family-name'), person.familyName],
        [t('console.person.salutation'), t(`console.person.salutations.${salutation}`)],
        [t('console.person.position'), position],
        [t('console.person.phone'), phone],
        [t('console.person.language'), t(`console.language.names.${language}`)],
        [
          t('directory.person.home'),
          homeInstitutionId !== null && <InstitutionLink key="home" id={homeInstitutionId} />,
        ],
        [
          t('console.person.addresses'),
          addresses.length > 0 && <AddressList key="addresses" addresses={addresses} />,
        ],
      ]}
    />
  );
}
