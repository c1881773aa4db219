import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { endpoints, type AudienceDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { EditAudience, NewAudience } from './audience-form.js';
import { DeleteAudience } from './delete-audience.js';

/** A saved audience: its rule, and what it comes to. */
export function AudiencePage() {
  const { id = '' } = useParams();
  const query = useApi(endpoints.getAudience, { params: { id } });
  return <Loaded query={query}>{(audience) => <Audience key={audience.id} audience={audience} />}</Loaded>;
}

function Audience({ audience }: { readonly audience: AudienceDto }) {
  const { t, language } = useText();
  const [deleting, setDeleting] = useState(false);
  const name = pickLocal(audience.name, language);
  return (
    <>
      <PageHead
        title={name.text}
        {...(name.lang !== undefined && { lang: name.lang })}
        back={{ to: '/directory/audiences', label: t('audiences.back') }}
        actions={
          <Button
            variant="default"
            leftSection={<IconTrash size={18} aria-hidden="true" />}
            onClick={() => setDeleting(true)}
          >
            {t('audiences.delete')}
          </Button>
        }
      />
      <EditAudience audience={audience} />
      {deleting && <DeleteAudience audience={audience} onClose={() => setDeleting(false)} />}
    </>
  );
}

/** An audience that is not saved yet. */
export function NewAudiencePage() {
  const { t } = useText();
  return (
    <>
      <PageHead
        title={t('audiences.create')}
        back={{ to: '/directory/audiences', label: t('audiences.back') }}
      />
      <NewAudience />
    </>
  );
}
