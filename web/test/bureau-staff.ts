import { type Browser, expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../scripts/demo/accounts.ts'
import { signIn as apiSignIn } from '../../scripts/local/api-client.ts'
import { arrive, box, follow, look, menu, signIn } from './person.ts'

/** The bureau of 金水区 signs up, and its admin comes in for the first time. */
export async function signUp(admin: Page): Promise<void> {
  await admin.goto('/sign-in')
  await admin.getByRole('link', { name: '教育局开通' }).click()
  await admin.getByRole('combobox', { name: '省（自治区、直辖市）' }).selectOption({ label: '河南省' })
  await admin.getByRole('combobox', { name: '市（州、盟）' }).selectOption({ label: '郑州市' })
  await admin.getByRole('combobox', { name: '区（县、市）' }).selectOption({ label: '金水区' })
  await box(admin, '教育局名称').fill('金水区教育局')
  await box(admin, '网址简称').fill('jinshui')
  await box(admin, '姓名').fill('王敏')
  await box(admin, '用户名').fill('jinshui.admin')
  await box(admin, '新密码').fill(DEMO_PASSWORD)
  await box(admin, '再输入一次').fill(DEMO_PASSWORD)
  await admin.getByRole('button', { name: '开通', exact: true }).click()
  await expect(admin.getByRole('heading', { name: '金水区教育局 已开通' })).toBeVisible()
  await admin.getByRole('link', { name: '登录', exact: true }).click()
  await box(admin, '用户名').fill('jinshui.admin')
  await box(admin, '密码').fill(DEMO_PASSWORD)
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('heading', { name: '王敏，您好' })).toBeVisible()
}

/** The admin makes an account at the screen; answers the code on its slip. */
export async function makeAccount(
  admin: Page,
  name: string,
  username: string,
  role: string,
  unit?: string,
): Promise<string> {
  await menu(admin, '系统管理', '账号')
  await follow(admin, '新建账号')
  await box(admin, '姓名').fill(name)
  await box(admin, '用户名').fill(username)
  await admin.getByRole('combobox', { name: '角色' }).selectOption({ label: role })
  if (unit !== undefined) await look(admin, '所属单位', unit)
  await admin.getByRole('button', { name: '新建并生成激活码' }).click()
  await expect(admin.getByRole('heading', { name: `已新建“${name}”` })).toBeVisible()
  const code = admin.getByRole('definition').filter({ hasText: /^[0-9A-Z]{4,}(?:-[0-9A-Z]+)+$/ })
  return (await code.textContent()) ?? ''
}

/** Somebody comes with their slip, sets a password and signs in. */
export async function activate(browser: Browser, code: string, username: string): Promise<Page> {
  const page = await arrive(browser)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: '首次使用：用激活码设置密码' }).click()
  await box(page, '激活码').fill(code)
  await box(page, '新密码').fill(DEMO_PASSWORD)
  await box(page, '再输入一次').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '激活账号' }).click()
  await expect(page.getByRole('heading', { name: '密码已设置' })).toBeVisible()
  await page.getByRole('link', { name: '登录', exact: true }).click()
  await signIn(page, username)
  return page
}

/** Accounts after those that were made at the screen, through the same API. */
export async function moreAccounts(
  url: string,
  rows: readonly { username: string; name: string; role: string; unit?: string }[],
): Promise<void> {
  const admin = await apiSignIn(url, 'jinshui.admin', DEMO_PASSWORD)
  for (const { username, name, ...membership } of rows) {
    const body = { username, name, memberships: [membership] }
    const { activationCode: code } = await admin.must<{ activationCode: string }>(
      '/api/districts/jinshui/accounts',
      body,
    )
    await admin.must('/api/activation', { code, password: DEMO_PASSWORD })
  }
}
