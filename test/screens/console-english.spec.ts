import { readFileSync } from 'node:fs';
import { inProduct } from '../../apps/api/src/product.js';
import { describeConsole, english } from '../support/console-looks.js';
import { keepScreenshot } from '../support/keep-screenshot.js';
import { settled } from '../support/settled.js';

const MAX_PICTURE_BYTES = 200_000;

describeConsole(english, (stage) => {
  it('looks as the README shows it', async () => {
    const readme = readFileSync(inProduct('README.md'), 'utf8');
    const host = await stage.newcomer(english, stage.sample.sessionCookie);
    await host.page.emulateMedia({ colorScheme: 'light' });
    await host.page.setViewportSize({ width: 1280, height: 880 });
    await host.open(`/meetings/${stage.sample.ids.meeting}/answers`);
    await host.visitor.sees('Answers from 5 of 7 clusters');
    await settled(host.page);
    const answers = await keepScreenshot(host.page, 'answers');
    await host.page.setViewportSize({ width: 720, height: 900 });
    await host.page.goto(stage.sample.invitationLink);
    const invitation = await keepScreenshot(host.page, 'invitation');
    await host.visitor.leave();
    for (const { path, size } of [answers, invitation]) {
      expect(readme).toContain(path);
      expect(size).toBeLessThan(MAX_PICTURE_BYTES);
    }
  });
});
