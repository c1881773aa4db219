import type { ReactElement, ReactNode } from 'react';
import type { Translator } from '#i18n';
import { Page } from '../page.js';
import type { NamedPageView, NamedProblem, NamedView } from '../views/named.view.js';
import { MeetingBelow } from './meeting-head.js';
import { NamedProblems } from './named-fields.js';

interface NamedPageProps {
  readonly view: NamedPageView;
  readonly people: readonly NamedView[];
  /** What the words of the problem mention. */
  readonly params?: NamedProblem['params'];
  readonly title: string;
  readonly text: string;
  readonly send: string;
  readonly t: Translator;
  readonly children: ReactNode;
}

/** A form in which an invitee names others; what is wrong stands above it, the meeting beneath. */
export function NamedPage({
  view,
  people,
  params,
  title,
  text,
  send,
  t,
  children,
}: NamedPageProps): ReactElement {
  return (
    <Page frame={view.frame} title={title}>
      <NamedProblems people={people} problem={view.problem} params={params} t={t} />
      <h1>{title}</h1>
      <p>{text}</p>
      <form method="post" action={view.action}>
        {children}
        <p className="actions">
          <button type="submit" className="button">
            {send}
          </button>
        </p>
        <p className="quiet">{t('pages.substitute.address-hint')}</p>
      </form>
      <p className="below">
        <a href={view.invitationUrl}>{t('pages.substitute.back')}</a>
      </p>
      <MeetingBelow meeting={view.meeting} t={t} />
    </Page>
  );
}
