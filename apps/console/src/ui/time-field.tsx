import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { parseTime } from './parse-time.js';

interface TimeFieldProps {
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly required?: boolean;
  /** `10:00`, or what was typed so far. */
  readonly value?: string;
  readonly error?: ReactNode;
  readonly onChange?: (time: string) => void;
}

/** A time of day on 24 hours, whatever the browser's own habit. What is typed is brought into form on leaving. */
export function TimeField({ value = '', onChange, ...rest }: TimeFieldProps) {
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      onBlur={() => onChange?.(parseTime(value) ?? value)}
      placeholder="10:00"
      inputMode="numeric"
      maxLength={9}
      autoComplete="off"
    />
  );
}
