import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './form-section.module.css';

interface FormSectionProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A part of a long form: what it is about on the left, its fields on the right. */
export function FormSection({ title, text, children }: FormSectionProps) {
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{title}</legend>
      <div className={styles.words} aria-hidden="true">
        <h2>{title}</h2>
      </div>
      <Stack className={styles.fields}>
        {text !== undefined && <p className={styles.text}>{text}</p>}
        {children}
      </Stack>
    </fieldset>
  );
}
