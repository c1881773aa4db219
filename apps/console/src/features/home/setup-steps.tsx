import { Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from 'react-router';
import { endpoints } from '#contracts';
import type { TextKey } from '#i18n';
import { useApi, useInstance } from '../../api/index.js';
import { useText } from '../../ui/use-text.js';
import styles from './setup-steps.module.css';

interface Step {
  readonly title: TextKey;
  readonly text: TextKey;
  readonly done: boolean;
  readonly to?: string;
}

/** What is still missing for the whole way from the invitation to the answer; gone once all is done. */
export function SetupSteps() {
  const { t } = useText();
  const steps = useSteps();
  if (steps.every((step) => step.done)) return null;
  return (
    <section aria-labelledby="steps">
      <Title order={2} id="steps" mb="xs">
        {t('console.steps.title')}
      </Title>
      <ul className={styles.steps}>
        {steps.map((step) => (
          <StepRow key={step.title} step={step} />
        ))}
      </ul>
    </section>
  );
}

function StepRow({ step }: { readonly step: Step }) {
  const { t } = useText();
  const Shape = step.done ? IconCircleCheck : IconCircleDashed;
  return (
    <li className={step.done ? styles.done : undefined}>
      <Shape size={22} aria-hidden="true" />
      <div>
        <strong>
          {step.to === undefined || step.done ? t(step.title) : <Link to={step.to}>{t(step.title)}</Link>}
        </strong>
        <span className={styles.state}> ({t(step.done ? 'console.steps.done' : 'console.steps.open')})</span>
        {!step.done && <p>{t(step.text)}</p>}
      </div>
    </li>
  );
}

function useSteps(): Step[] {
  const { data: instance } = useInstance();
  const networks = useApi(endpoints.listInstitutions, { query: { kind: 'network', limit: 1 } });
  const coming = useApi(endpoints.listMeetings, { query: { when: 'coming', limit: 1 } });
  if (instance === undefined || networks.data === undefined || coming.data === undefined) return [];
  return [
    {
      title: 'console.steps.network',
      text: 'console.steps.network-text',
      done: networks.data.items.length > 0,
      to: '/directory/institutions?kind=network',
    },
    {
      title: 'console.steps.meeting',
      text: 'console.steps.meeting-text',
      done: coming.data.items.length > 0,
      to: '/meetings/new',
    },
    { title: 'console.steps.mail', text: 'console.steps.mail-text', done: instance.sendsMail },
  ];
}
