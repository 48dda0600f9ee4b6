import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../scripts/demo/accounts.ts'

/** What the client threw, in anybody's browser. */
export const crashes: string[] = []

/** A person at a browser of their own. */
export async function arrive(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  context.on('weberror', (error) => crashes.push(error.error().message))
  return context.newPage()
}

export function box(within: Page | Locator, name: string): Locator {
  return within.getByRole('textbox', { name, exact: true })
}

export async function signIn(page: Page, username: string): Promise<void> {
  if (!page.url().endsWith('/sign-in')) await page.goto('/sign-in')
  await box(page, '用户名').fill(username)
  await box(page, '密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

export async function comeIn(browser: Browser, username: string): Promise<Page> {
  const page = await arrive(browser)
  await signIn(page, username)
  return page
}

/** Opens an entry of the menu on the left and waits for its page. */
export async function menu(page: Page, group: string, entry: string): Promise<void> {
  const side = page.getByRole('navigation', { name: '主菜单' })
  // what waits is counted behind the word as soon as the count is there
  const link = side.getByRole('link', { name: new RegExp(`^${entry}(?:\\s*\\d.*)?$`) })
  if (!(await link.isVisible())) await side.getByText(group, { exact: true }).click()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: entry, exact: true })).toBeVisible()
}

export async function follow(page: Page, link: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: link, exact: true }).first().click()
}

/** Opens what waits in the inbox under this kind. */
export async function take(page: Page, kind: string): Promise<void> {
  await menu(page, '', '待办')
  await page.getByRole('listitem').filter({ hasText: kind }).getByRole('link').first().click()
}

/** Makes a move of the item on the page: its button, the question, the reason, the confirmation. */
export async function decide(page: Page, verb: string, note?: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: verb })
  if (note !== undefined) await dialog.getByRole('textbox').last().fill(note)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`${verb}：已完成`).last()).toBeVisible()
}

/** Chooses from a list that is searched while one types. */
export async function look(within: Page | Locator, label: string, text: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).fill(text)
  await within.getByRole('option', { name: text }).first().click()
}

/** Somebody without an account objects to what a notice says, without a name. */
export async function objectTo(page: Page, notice: string, grounds: string): Promise<void> {
  await page.goto(notice)
  await page.getByRole('link', { name: '提出异议' }).click()
  await page.getByRole('radio', { name: /^匿名/ }).check()
  await page.getByRole('textbox', { name: /^事实和依据/ }).fill(grounds)
  await page.getByRole('button', { name: '提交异议' }).click()
  await expect(page.getByRole('heading', { name: '异议办理情况' })).toBeVisible()
}

/** Reads the page again until what the jobs carry has arrived. */
export async function until(page: Page, seen: () => Locator): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(seen()).toBeVisible({ timeout: 1500 })
  }).toPass({ timeout: 20_000 })
}

/** Tab until it has the focus, as somebody without a mouse. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor()
  for (let stops = 0; stops < 80; stops++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}
