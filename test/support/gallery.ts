import type { Page } from 'playwright-core';

/** Waits until every authenticator of the gallery is in the state of its caption. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'loading', exact: true }).waitFor();
  await page.getByRole('heading', { name: 'This sign-in needs another way' }).waitFor();
  await page
    .getByRole('img', { name: /QR code/ })
    .nth(2)
    .waitFor();
  await page.getByText('The code is not right').nth(3).waitFor();
}
