import type { ReactElement, ReactNode } from 'react';
import { foldText, formatMoment, translator } from '#i18n';
import type { Translator } from '#i18n';
import { doorWords } from './door-words.js';
import { Page, Ring } from './page.js';
import type { DoorProblemView, DoorRow, DoorView } from './views/door.view.js';

interface PartProps {
  readonly view: DoorView;
  readonly t: Translator;
}

/**
 * `/d/:token`: who is here. Forms do all of it; where scripts run, one of our own does the same without a connection and
 * tells the server later.
 */
export function DoorPage({ view }: { view: DoorView }): ReactElement {
  const t = translator(view.frame.language);
  const [onSite, online] = ways(view.state.rows);
  return (
    <Page frame={view.frame} title={t('door.title-of', { title: view.title })} atDoor>
      <link rel="manifest" href={`${view.path}/manifest.webmanifest`} />
      <p className="kicker">{t('door.title')}</p>
      <h1>{view.title}</h1>
      <p className="quiet">{view.when}</p>
      <p className="heads" id="door-count">
        {t('door.count', headsOf(onSite))}
      </p>
      <p className="quiet" id="door-count-online" hidden={online.length === 0}>
        {t('door.count-online', headsOf(online))}
      </p>
      <output className="block quiet" id="door-sync" />
      <Said view={view} t={t} />
      <CodeForm view={view} t={t} />
      <People view={view} t={t} />
      <GuestForm view={view} t={t} />
      <p className="quiet below">{t('door.small-print')}</p>
      <script type="application/json" id="door-data" dangerouslySetInnerHTML={{ __html: dataOf(view, t) }} />
      <script type="module" src="/console/door/app.js" />
    </Page>
  );
}

/** Who is looked for at the door, and who takes part online; the page's script parts them in the same way. */
function ways(rows: readonly DoorRow[]): readonly [onSite: readonly DoorRow[], online: readonly DoorRow[]] {
  return [rows.filter(({ online }) => !online), rows.filter(({ online }) => online)];
}

function headsOf(rows: readonly DoorRow[]): { readonly here: number; readonly expected: number } {
  return { here: rows.filter((row) => row.here).length, expected: rows.length };
}

/** As JSON that ends no script element. */
function dataOf({ path, zone, state, frame: { language } }: DoorView, t: Translator): string {
  const data = { path, zone, language, state, words: doorWords(t) };
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

function Said({ view: { said }, t }: PartProps): ReactNode {
  const good = said !== null && ['here', 'undone', 'already'].includes(said.message);
  return (
    <output id="door-said" className={`block said ${good ? 'well' : ''}`}>
      {said !== null && t(`door.said.${said.message}`, { name: said.name })}
    </output>
  );
}

function CodeForm({ view, t }: PartProps): ReactNode {
  return (
    <section className="ruled">
      <form method="post" action={actionOf(view)} id="door-code" className="inline">
        <input type="hidden" name="do" value="code" />
        <div>
          <label htmlFor="code">{t('door.code.label')}</label>
          <input
            id="code"
            name="code"
            type="text"
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            aria-describedby="code-hint"
            required
          />
        </div>
        <button className="button" type="submit">
          {t('door.code.check')}
        </button>
      </form>
      <p className="quiet" id="code-hint">
        {t('door.code.hint')}
      </p>
      <div id="door-scan" />
    </section>
  );
}

function People({ view, t }: PartProps): ReactNode {
  const { rows } = view.state;
  const sought = foldText(view.query);
  const found = rows.filter(({ name, about }) => foldText(`${name} ${about}`).includes(sought));
  const [onSite, online] = ways(found);
  return (
    <section className="ruled">
      <form method="get" action={view.path} id="door-search" className="inline">
        <input type="hidden" name="lang" value={view.frame.language} />
        <div>
          <label htmlFor="q">{t('door.search')}</label>
          <input id="q" name="q" type="search" defaultValue={view.query} autoComplete="off" />
        </div>
        <button className="button" type="submit">
          {t('door.find')}
        </button>
      </form>
      <ul className="plain heads-list" id="door-list">
        {onSite.map((row) => (
          <Row key={row.key} row={row} view={view} t={t} />
        ))}
      </ul>
      <div id="door-online" hidden={online.length === 0}>
        <h2>{t('door.online-group')}</h2>
        <ul className="plain heads-list" id="door-online-list">
          {online.map((row) => (
            <Row key={row.key} row={row} view={view} t={t} />
          ))}
        </ul>
      </div>
      <p id="door-nobody" hidden={found.length > 0}>
        {t(rows.length === 0 ? 'door.empty' : 'door.nobody')}
      </p>
      {view.query !== '' && (
        <p>
          <a href={`${view.path}?lang=${view.frame.language}`}>{t('door.all')}</a>
        </p>
      )}
    </section>
  );
}

function Row({ row, view, t }: PartProps & { readonly row: DoorRow }): ReactNode {
  const about = [
    row.about,
    row.walkIn ? t('door.walk-in') : '',
    row.online ? t('door.online') : '',
    row.here && row.since !== null ? t('door.since', { time: row.since }) : '',
  ].filter((part) => part !== '');
  return (
    <li className={row.here ? 'is-here' : ''}>
      <div>
        <strong>{row.name}</strong>
        <span className="quiet">{about.join(' · ')}</span>
      </div>
      <form method="post" action={actionOf(view)}>
        <input type="hidden" name="do" value="mark" />
        <input type="hidden" name="key" value={row.key} />
        <input type="hidden" name="here" value={row.here ? 'no' : 'yes'} />
        <button
          className="button"
          type="submit"
          aria-label={t(row.here ? 'door.undo-name' : 'door.mark-name', { name: row.name })}
        >
          {t(row.here ? 'door.undo' : 'door.mark')}
        </button>
      </form>
    </li>
  );
}

function GuestForm({ view, t }: PartProps): ReactNode {
  const { guest } = view;
  return (
    <section className="ruled">
      <h2>{t('door.guest.title')}</h2>
      <form method="post" action={actionOf(view)} id="door-guest" className="stacked">
        <input type="hidden" name="do" value="guest" />
        <input type="hidden" name="id" value={guest.id} />
        <label htmlFor="guest-name">{t('door.guest.name')}</label>
        <input id="guest-name" name="name" type="text" maxLength={200} defaultValue={guest.name} required />
        <label htmlFor="guest-organisation">{t('door.guest.organisation')}</label>
        <input
          id="guest-organisation"
          name="organisation"
          type="text"
          maxLength={200}
          defaultValue={guest.organisation}
        />
        <label htmlFor="guest-address">{t('door.guest.address')}</label>
        <input id="guest-address" name="address" type="email" maxLength={254} defaultValue={guest.address} />
        <button className="button" type="submit">
          {t('door.guest.add')}
        </button>
      </form>
    </section>
  );
}

function actionOf({ path, frame: { language }, query }: DoorView): string {
  return `${path}?${new URLSearchParams({ lang: language, ...(query === '' ? {} : { q: query }) }).toString()}`;
}

/** The link of a helper that opens nothing: why, and what to do now. */
export function DoorProblemPage({ view }: { view: DoorProblemView }): ReactElement {
  const t = translator(view.frame.language);
  const { problem, opensAt, zone, frame } = view;
  const moment = opensAt === null ? '' : formatMoment(opensAt, zone, frame.language);
  return (
    <Page frame={frame} title={t(`door.problem.${problem}.title`)} atDoor>
      <div className="center">
        <Ring />
        <h1>{t(`door.problem.${problem}.title`)}</h1>
        <p className="lead">{t(`door.problem.${problem}.text`, { moment })}</p>
      </div>
    </Page>
  );
}
