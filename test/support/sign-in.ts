import type { Page } from 'playwright-core';

/** Signs in as one of the demonstration's people, as a person does: the sign-in page, their button, and where it leads. */
export async function signInAs(page: Page, baseUrl: string, name: string, to = ''): Promise<void> {
  const asked = to === '' ? '' : `?to=${encodeURIComponent(to)}`;
  await page.goto(`${baseUrl}/sign-in${asked}`);
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page.getByText(`${name} (`).waitFor();
}
