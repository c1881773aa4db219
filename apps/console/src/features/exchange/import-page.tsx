import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints, type ImportDto } from '#contracts';
import { refresh, useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { directoryReads } from '../directory/directory-reads.js';
import { CheckResult } from './check-result.js';
import { HandIn } from './hand-in.js';
import { ImportDone } from './import-done.js';
import { MappingForm } from './mapping-form.js';
import { StepProgress } from './step-progress.js';

const EVERY_MS = 700;

/** From a file into the directory: hand in, match columns, look at the dry run, take over. The address holds the step. */
export function ImportPage() {
  const { t } = useText();
  const [search] = useSearchParams();
  const id = search.get('import');
  return (
    <div>
      <PageHead title={t('import.title')} back={{ to: '/directory', label: t('import.back') }}>
        {t('import.lead')}
      </PageHead>
      {id === null ? <HandIn /> : <Steps key={id} id={id} />}
    </div>
  );
}

function Steps({ id }: { readonly id: string }) {
  const client = useQueryClient();
  const query = useApi(endpoints.getImport, { params: { id } }, { every: pollWhileBusy });
  const done = query.data?.state === 'done';
  useEffect(() => {
    if (done) void refresh(client, directoryReads);
  }, [done, client]);
  return (
    <Loaded query={query}>
      {(run) => (
        <Stack gap="lg">
          <FileLine run={run} />
          <Step run={run} />
        </Stack>
      )}
    </Loaded>
  );
}

function Step({ run }: { readonly run: ImportDto }) {
  const [search] = useSearchParams();
  if (run.state === 'checked' && search.get('step') === 'mapping') return <MappingForm run={run} />;
  switch (run.state) {
    case 'mapping':
      return <MappingForm run={run} />;
    case 'checking':
    case 'writing':
      return <StepProgress run={run} />;
    case 'checked':
      return <CheckResult run={run} />;
    case 'done':
      return <ImportDone run={run} />;
  }
}

function FileLine({ run }: { readonly run: ImportDto }) {
  const { t, language } = useText();
  const [, setSearch] = useSearchParams();
  const institution = pickLocal(run.institution.name, language).text;
  return (
    <Stack gap={4} align="flex-start">
      <span>{t('import.file-line', { name: run.fileName, count: run.rows, institution })}</span>
      {run.state !== 'done' && run.state !== 'writing' && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setSearch({ kind: run.kind, institution: run.institution.id })}
        >
          {t('import.another-file')}
        </Button>
      )}
    </Stack>
  );
}

function pollWhileBusy(run: ImportDto | undefined): number | false {
  return run?.state === 'checking' || run?.state === 'writing' ? EVERY_MS : false;
}
