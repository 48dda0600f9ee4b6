import { expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '../../scripts/demo/accounts.ts'
import { box, follow, menu, tabTo } from './person.ts'

const leaves = (page: Page) => page.getByRole('region', { name: '评分' }).getByRole('textbox', { name: /，满分/ })

/** An expert declares and scores the one sheet that waits, every criterion so many points below its maximum. */
export async function score(page: Page, below: number, hidden: readonly string[]): Promise<void> {
  await menu(page, '评审与评估', '评分表')
  await follow(page, '去声明')
  await page.getByRole('checkbox', { name: '我已逐条核对，没有以上关系' }).check()
  await page.getByRole('button', { name: '声明无冲突，开始评分' }).click()
  await expect(page.getByText('需求调研与培训背景')).toBeVisible()
  for (const text of hidden) await expect(page.getByText(text, { exact: true })).toHaveCount(0)
  for (const leaf of await leaves(page).all()) {
    const label = (await leaf.getAttribute('aria-label')) ?? ''
    await leaf.fill(String(Number(/满分 ([\d.]+)/.exec(label)?.[1]) - below))
  }
  await box(page, '评审意见').fill('方案完整，建议细化跟踪环节。')
  await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
  await page.getByRole('button', { name: '核对并提交' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click()
  await expect(page.getByText('评分已提交', { exact: true })).toBeVisible()
}

/** The same with the keys alone, from the sign-in on: nothing is clicked. */
export async function scoreByKeyboard(page: Page, username: string, steps: number): Promise<void> {
  const { keyboard } = page
  await page.goto('/sign-in')
  await tabTo(page, box(page, '用户名'))
  await keyboard.type(username)
  await keyboard.press('Tab')
  await keyboard.type(DEMO_PASSWORD)
  await keyboard.press('Enter')
  const side = page.getByRole('navigation', { name: '主菜单' })
  await tabTo(page, side.locator('summary', { hasText: '评审与评估' }))
  await keyboard.press('Enter')
  await tabTo(page, side.getByRole('link', { name: '评分表' }))
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: '去声明' }))
  await keyboard.press('Enter')
  await tabTo(page, page.getByRole('checkbox', { name: '我已逐条核对，没有以上关系' }))
  await keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: '声明无冲突，开始评分' }))
  await keyboard.press('Enter')
  await tabTo(page, leaves(page).first())
  for (const leaf of await leaves(page).all()) {
    await expect(leaf).toBeFocused()
    const label = (await leaf.getAttribute('aria-label')) ?? ''
    await keyboard.type(String(/满分 ([\d.]+)/.exec(label)?.[1]))
    for (let step = 0; step < steps; step++) await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
  }
  await expect(box(page, '评审意见')).toBeFocused()
  await keyboard.type('可以立项。')
  await keyboard.press('Alt+Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: '确认提交' }))
  await keyboard.press('Enter')
  await expect(page.getByText('评分已提交', { exact: true })).toBeVisible()
}
