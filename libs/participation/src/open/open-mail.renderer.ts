import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Reader } from '#database';
import { formatMoment, greeting } from '#i18n';
import { TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { fillSlots, MailRenderer, renderMail } from '#mail';
import type { OutgoingMail, RenderedMail } from '#mail';
import { bundleMeetings, Meeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { findByIds } from '../mail/find-by-ids.js';
import { invitationPath } from '../mail/invitation-path.js';
import { letterProps } from '../mail/letter-props.js';
import { meetingMails } from '../mail/templates/meeting-mails.js';
import type { Invitation } from '../tables/invitation.entity.js';
import { OpenRegistration } from '../tables/open-registration.entity.js';
import { findOwnInvitation } from './find-registrant.js';
import { confirmPath } from './open-path.js';

/**
 * Renders the mail that asks whether somebody has registered themselves, or leads who is invited to their invitation.
 * Nothing that was typed stands in it but the address: it would be a way to write to strangers.
 */
@Injectable()
export class OpenMailRenderer extends MailRenderer {
  readonly kinds = ['open-registration'];

  constructor(
    private readonly config: Config,
    private readonly keys: TokenKeys,
  ) {
    super();
  }

  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const ids = mails.map(({ params }) => params['openRegistrationId'] ?? null);
    const asked = new Map((await findByIds(reader, OpenRegistration, ids)).map((row) => [row.id, row]));
    const meetingIds = [...asked.values()].map(({ meetingId }) => meetingId);
    const bundles = await bundleMeetings(reader, await findByIds(reader, Meeting, meetingIds));
    const byMeeting = new Map(bundles.map((bundle) => [bundle.meeting.id, bundle]));
    const rendered = new Map<Id, RenderedMail>();
    for (const mail of mails) {
      const row = asked.get(mail.params['openRegistrationId'] ?? '');
      const bundle = byMeeting.get(row?.meetingId ?? '');
      // What has lapsed or been replaced meanwhile opens nothing.
      if (row?.state !== 'pending' || bundle === undefined) continue;
      const invitation = await findOwnInvitation(reader, row);
      rendered.set(mail.id, this.renderOne(row, { bundle, invitation }));
    }
    return rendered;
  }

  private renderOne(
    row: OpenRegistration,
    { bundle, invitation }: { readonly bundle: MeetingBundle; readonly invitation: Invitation | null },
  ): RenderedMail {
    const { language } = row;
    const { publicUrl } = this.config;
    const props = letterProps(bundle, language, publicUrl, {
      party: null,
      // An address that anybody may have typed.
      reader: 'anybody',
    });
    const shared = renderMail(
      meetingMails.openRegistration,
      { ...props, isInvited: invitation !== null },
      language,
    );
    const path = invitation === null ? confirmPath(this.keys, row) : this.pathOf(invitation);
    const parts = fillSlots(shared, {
      greeting: greeting(null, language),
      link: `${publicUrl}${path}`,
      until: formatMoment(row.expiresAt, bundle.meeting.zone, language),
    });
    return { ...parts, calendar: null, recipientName: '', replyTo: null, isSecret: true };
  }

  private pathOf({ id, tokenGeneration, tokenKeyId }: Invitation): string {
    return invitationPath(this.keys, { rowId: id, generation: tokenGeneration, keyId: tokenKeyId });
  }
}
