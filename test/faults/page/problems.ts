import type { Page } from 'playwright-core';

/** Every error and policy violation of a page from now on. */
export async function problemsOf(page: Page): Promise<readonly string[]> {
  const problems: string[] = [];
  // An error response of Cognito is no problem of the page.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 400')) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error(`securitypolicyviolation ${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return problems;
}
