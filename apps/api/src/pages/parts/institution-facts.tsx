import type { ReactNode } from 'react';
import { formatList, type Translator } from '#i18n';
import type { InstitutionLink, InstitutionPageView } from '../views/public.view.js';
import { langOf } from './written.js';

interface InstitutionFactsProps {
  readonly view: InstitutionPageView;
  readonly t: Translator;
}

/** What an institution does, where, and who runs it; nothing where nothing is known. */
export function InstitutionFacts({ view, t }: InstitutionFactsProps): ReactNode {
  const { field, laender, seat, website, operator } = view;
  const lands = formatList(
    laender.map((land) => t(`console.place.lands.${land}`)),
    t.language,
  );
  const facts = [
    [t('pages.network.field'), field && <span {...langOf(field, t.language)}>{field.text}</span>],
    [t('pages.network.laender', { count: laender.length }), lands],
    [t('pages.network.seat'), seat],
    [t('pages.network.operator'), operator && <Named link={operator} />],
    [t('pages.network.website'), website && <Website address={website} />],
  ] as const;
  const known = facts.filter(([, value]) => value !== null && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Another institution, with the way to its page where it has one. */
export function Named({ link: { name, url } }: { link: InstitutionLink }): ReactNode {
  return url === null ? name : <a href={url}>{name}</a>;
}

function Website({ address }: { address: string }): ReactNode {
  return (
    <a href={address} rel="noopener">
      {new URL(address).host}
    </a>
  );
}
