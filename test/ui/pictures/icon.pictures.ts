/** `media/icon.png`, 128 × 128, from `media/icon.svg`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostModule, serverModule } from '../harness/rig';
import { media } from './picture';

describe('the icon', () => {
  it('is drawn', async () => {
    const { chromium } = await hostModule().ensureWebHostAndBrowser();
    const browser = await serverModule().launchBrowser(chromium);
    try {
      const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
      const svg = readFileSync(join(media, 'icon.svg'), 'utf8');
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
      await page.screenshot({ path: join(media, 'icon.png'), omitBackground: true });
    } finally {
      await browser.close();
    }
  });
});
