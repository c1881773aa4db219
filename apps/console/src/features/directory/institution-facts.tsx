import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { endpoints, type InstitutionDto } from '#contracts';
import { formatList } from '#i18n';
import { useApi } from '../../api/index.js';
import { Facts } from '../../ui/facts.js';
import { Local } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

/** What is known of an institution itself. */
export function InstitutionFacts({ institution }: { readonly institution: InstitutionDto }) {
  const { t, language } = useText();
  const { field, laender, seat, website, organisationKind, operatorId, parentId } = institution;
  const lands = laender.map((land) => t(`console.place.lands.${land}`));
  return (
    <Facts
      rows={[
        [t('directory.institution.parent'), parentId !== null && <InstitutionLink id={parentId} />],
        [t('directory.institution.field'), field !== null && <Local text={field} />],
        [
          t('directory.institution.organisation-kind'),
          organisationKind !== null && t(`directory.organisation-kinds.${organisationKind}`),
        ],
        [t('directory.institution.laender'), formatList(lands, language)],
        [t('directory.institution.seat'), seat],
        [
          t('directory.institution.website'),
          website !== null && (
            <Anchor href={website} rel="noopener">
              {new URL(website).host}
            </Anchor>
          ),
        ],
        [t('directory.institution.operator'), operatorId !== null && <InstitutionLink id={operatorId} />],
        [t('console.institution.short-name'), institution.shortName],
        [t('console.institution.slug'), <Address key="slug" institution={institution} />],
        [t('console.institution.main-language'), t(`console.language.names.${institution.mainLanguage}`)],
        [t('console.meeting.zone'), institution.zone],
      ]}
    />
  );
}

/** Another institution by its name, once it is known. */
export function InstitutionLink({ id }: { readonly id: string }) {
  const { data } = useApi(endpoints.getInstitution, { params: { id } });
  return (
    <Anchor component={Link} to={`/directory/institutions/${id}`}>
      {data === undefined ? '…' : <Local text={data.name} />}
    </Anchor>
  );
}

const letters = { network: 'n', cluster: 'c', organisation: 'o', committee: null } as const;

/** The short address, as the way to the public page where there is one. */
function Address({ institution: { kind, slug } }: { readonly institution: InstitutionDto }) {
  const { language } = useText();
  const letter = letters[kind];
  if (letter === null) return <>{slug}</>;
  return <Anchor href={`${language === 'de' ? '' : '/en'}/${letter}/${slug}`}>{`/${letter}/${slug}`}</Anchor>;
}
