import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import styles from './form-foot.module.css';
import { useText } from './use-text.js';

interface FormFootProps {
  readonly action: string;
  readonly busy: boolean;
  /** Where giving up leads. */
  readonly back: string;
}

/** The end of a form that is longer than the screen: it stays in sight. */
export function FormFoot({ action, busy, back }: FormFootProps) {
  const { t } = useText();
  return (
    <Group justify="flex-end" wrap="nowrap" className={styles.foot}>
      <Button component={Link} to={back} variant="default">
        {t('console.form.cancel')}
      </Button>
      <Button type="submit" loading={busy}>
        {action}
      </Button>
    </Group>
  );
}
