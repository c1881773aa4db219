import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { MailServer } from '../../support/mail-server.js';
import { TestInstance } from '../../support/test-instance.js';

it('a wrong password for the mail server costs no mail its life: it is tried again', async () => {
  const strict = await MailServer.start({ password: 'secret' });
  const url = new URL(strict.url);
  [url.username, url.password] = ['jourfixe', 'wrong'];
  const instance = await TestInstance.start({ settings: { SMTP_URL: url.href } });
  try {
    const { network } = await aNetworkOfManagers(instance.reader, [{}]);
    const meeting = await instance.publish({ institutionId: network.id });
    await instance.invite(meeting.id, network.id);
    expect(await instance.rows('SELECT state, last_error FROM outgoing_mail')).toEqual([
      { state: 'retrying', last_error: '535' },
    ]);
  } finally {
    await instance.close();
    await strict.stop();
  }
});
