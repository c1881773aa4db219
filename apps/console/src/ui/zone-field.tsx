import { Select } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useMemo } from 'react';

interface ZoneFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly field: GetInputPropsReturnType;
}

/** An IANA zone, found by typing. */
export function ZoneField({ label, description, field }: ZoneFieldProps) {
  const zones = useMemo(() => [...new Set(['Europe/Berlin', ...Intl.supportedValuesOf('timeZone')])], []);
  return (
    <Select
      label={label}
      description={description}
      searchable
      allowDeselect={false}
      limit={60}
      data={zones}
      {...field}
    />
  );
}
