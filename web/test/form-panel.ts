import { expect, type Page } from '@playwright/test'
import { menu } from './person.ts'

/** An office forms the panel of a closed call by its three steps, and looks at whom a conflict kept away. */
export async function formPanel(office: Page, call: string, experts: readonly string[]): Promise<void> {
  await menu(office, '评审与评估', '评审组')
  await office.getByRole('link', { name: '组成评审组' }).first().click()
  await office.getByRole('combobox', { name: '申报批次' }).selectOption({ label: `${call}（已截止）` })
  await office.getByRole('button', { name: '选专家', exact: true }).click()
  for (const name of experts) await office.getByRole('checkbox', { name: new RegExp(name) }).check()
  await office.getByRole('button', { name: '看抽签', exact: true }).click()
  await expect(office.getByText('这是预览，还没有写入任何内容')).toBeVisible()
  await expect(office.getByText('现任职单位就是申报单位').first()).toBeVisible()
  await office.getByRole('button', { name: '照此组成评审组' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '照此组成评审组' }).click()
  await office.getByRole('tab', { name: '分配依据' }).click()
  await office.getByRole('combobox', { name: '显示' }).selectOption({ label: '依规回避的' })
}
