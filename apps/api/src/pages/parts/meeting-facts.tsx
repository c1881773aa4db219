import type { ReactNode } from 'react';
import { mapAddress, placeInOneLine, placeLines, type PlaceWords, type Translator } from '#i18n';
import type { ContactView, MeetingView } from '../views/meeting.view.js';

interface MeetingFactsProps {
  readonly meeting: MeetingView;
  readonly t: Translator;
  /** Where the hosts are not named above. */
  readonly withHosts: boolean;
}

/** Where, who hosts and whom to ask; stands beside the date. */
export function MeetingFacts({ meeting, t, withHosts }: MeetingFactsProps): ReactNode {
  const { place, othersMeetAt, hosts, organiser } = meeting;
  return (
    <dl className="facts">
      {place !== null && placeLines(place).length > 0 && <Place place={place} t={t} />}
      <Online meeting={meeting} t={t} />
      {othersMeetAt !== null && placeInOneLine(othersMeetAt) !== '' && (
        <div>
          <dt>{t('pages.facts.others-place')}</dt>
          <dd>{placeInOneLine(othersMeetAt)}</dd>
        </div>
      )}
      {withHosts && hosts.length > 0 && (
        <div>
          <dt>{t('pages.facts.host', { count: hosts.length })}</dt>
          {hosts.map((host) => (
            <dd key={host}>{host}</dd>
          ))}
        </div>
      )}
      {organiser !== null && (
        <div>
          <dt>{t('pages.facts.contact')}</dt>
          <dd>
            <Contact contact={organiser} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The way in, or why it is not shown. */
function Online({ meeting: { online, onlineUrl }, t }: Omit<MeetingFactsProps, 'withHosts'>): ReactNode {
  if (online === 'none') return null;
  return (
    <div>
      <dt>{t('common.where.online')}</dt>
      <dd>
        {onlineUrl === null ? (
          t(online === 'to-follow' ? 'common.where.to-follow' : 'common.where.for-guests')
        ) : (
          <a href={onlineUrl} rel="noopener">
            {new URL(onlineUrl).host}
          </a>
        )}
      </dd>
    </div>
  );
}

/** The place with a link to a map. */
export function Place({ place, t }: { place: PlaceWords; t: Translator }): ReactNode {
  const map = mapAddress(place);
  return (
    <div>
      <dt>{t('pages.facts.place')}</dt>
      {placeLines(place).map((line) => (
        <dd key={line}>{line}</dd>
      ))}
      {map !== null && (
        <dd>
          <a
            href={map}
            rel="noopener nofollow"
            aria-label={t('pages.facts.map-of', { place: placeInOneLine(place) })}
          >
            {t('pages.facts.map')}
          </a>
        </dd>
      )}
    </div>
  );
}

/** A person to write to or to ring up. */
export function Contact({ contact }: { contact: ContactView }): ReactNode {
  const { name, email, phone } = contact;
  return (
    <address>
      {name}
      {email !== null && (
        <>
          <br />
          <a href={`mailto:${email}`}>
            <MailAddress address={email} />
          </a>
        </>
      )}
      {phone !== null && (
        <>
          <br />
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
        </>
      )}
    </address>
  );
}

/** Where it does not fit on a line, it breaks before its domain. */
function MailAddress({ address }: { address: string }): ReactNode {
  const at = address.lastIndexOf('@') + 1;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}
