import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { verifyCertificate } from '../../scripts/verify-certificate.ts'
import { type CertificateHouse, raiseCertificateHouse } from './certificate-house.ts'
import { decide, menu } from './person.ts'

const PEOPLE = 500

let at: CertificateHouse
let code = ''

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  at = await raiseCertificateHouse(PEOPLE)
})
test.afterAll(() => at.house.stop())

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
}
async function fits(page: Page): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {}
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  expect(await serious(page)).toEqual([])
}

test('the office issues five hundred certificates in steps, and finds one by its number', async ({ browser }) => {
  const page = await at.arrive(browser, 'office')
  await page.goto(`/certificates/issue/${at.cohort}`)
  await expect(page.getByText(`0 / ${PEOPLE} 张`)).toBeVisible()
  await page.getByRole('button', { name: '开始制发' }).click()
  await expect(page.getByText('全部制发完毕')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(`共 ${PEOPLE} 张`)).toBeVisible()
  await menu(page, '学时与证书', '结业证书')
  await page.getByRole('textbox', { name: '编号或姓名' }).fill(`JY${new Date().getFullYear()}-00250`)
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('link', { name: /^JY/ })).toHaveCount(1)
  await fits(page)
})

test('the whole cohort is laid out for one print without freezing, a sheet each', async ({ browser }) => {
  const page = await at.arrive(browser, 'office')
  await page.addInitScript(() => {
    let last = performance.now()
    Object.assign(window, { longestGap: 0 })
    setInterval(() => {
      const now = performance.now()
      const held = window as unknown as { longestGap: number }
      held.longestGap = Math.max(held.longestGap, now - last)
      last = now
    }, 20)
  })
  await page.goto(`/certificates?cohort=${at.cohort}`)
  await page.getByRole('link', { name: '打印整班' }).click()
  await expect(page.getByText(`共 ${PEOPLE} 张，已排好版`)).toBeVisible({ timeout: 60_000 })
  expect(await page.evaluate(() => (window as unknown as { longestGap: number }).longestGap)).toBeLessThan(1500)
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(PEOPLE)
  // A4 landscape in points
  expect(/\/MediaBox\s*\[\s*0 0 (\d+)\S* (\d+)/.exec(pdf)?.slice(1)).toEqual(['841', '594'])
})

test('a teacher on a phone reads the transcript, why an entry counts or not, and the certificate', async ({
  browser,
}, info) => {
  const [teacher] = at.teachers
  const page = await at.arrive(browser, 'teacher', teacher?.id, { viewport: { width: 360, height: 740 } })
  await page.goto('/transcript')
  await expect(page.getByRole('heading', { name: '接下来' })).toBeVisible()
  await expect(page.getByText('“四年累计学分”还差 204 学分', { exact: false })).toBeVisible()
  await expect(page.getByRole('progressbar', { name: '校本研训' })).toHaveAttribute('aria-valuetext', '12 / 120 学时')
  const lecture = page.locator('.entry-group', { hasText: '某机构公开讲座' })
  await expect(lecture.getByText('不计入', { exact: true })).toBeVisible()
  // by keyboard alone
  await lecture.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(lecture.getByText('承训单位“某文化公司”没有经过认定，不计入')).toBeVisible()
  await fits(page)
  await page.getByRole('link', { name: '金水区中小学班主任专业能力提升培训' }).click()
  await expect(page.getByRole('img', { name: /查验二维码/ })).toBeVisible()
  await fits(page)
  const address = await page.getByRole('link', { name: '公开查验页' }).getAttribute('href')
  code = new URL(address ?? '').pathname
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载验证文件' }).click()
  const file = info.outputPath('proof.json')
  await (await download).saveAs(file)
  const keys = await (await page.request.get('/.well-known/certificate-keys.json')).json()
  const proof = JSON.parse(readFileSync(file, 'utf8'))
  expect(proof.printed.name).toBe(teacher?.name)
  expect(verifyCertificate({ keys, code, fields: proof })).toEqual([])
})

test('the registration form and the proof of hours are papers to be stamped', async ({ browser }) => {
  const [teacher] = at.teachers
  const page = await at.arrive(browser, 'registrar', at.school)
  await page.goto(`/transcripts/${teacher?.id}`)
  await page.getByRole('link', { name: '打印登记表' }).click()
  await expect(page.getByRole('row', { name: /2026 年小计/ })).toContainText('24')
  await expect(page.getByRole('row', { name: /合计/ })).toContainText('36')
  await page.goBack()
  await page.getByRole('link', { name: '打印学时学分证明' }).click()
  await expect(page.getByText(`兹证明纬五路第一小学${teacher?.name}老师`, { exact: false })).toBeVisible()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(/\/MediaBox\s*\[\s*0 0 (\d+)\S* (\d+)/.exec(pdf)?.slice(1)).toEqual(['594', '841'])
  await fits(page)
})

test('anybody checks a certificate without a script, and a forged one is unknown', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: at.house.url,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  await page.goto(code)
  await expect(page.getByRole('heading', { name: '证书有效' })).toBeVisible()
  for (const shown of [
    at.teachers[0]?.name ?? '',
    '纬五路第一小学',
    '金水区中小学班主任专业能力提升培训',
    '区教师发展中心',
  ])
    await expect(page.getByText(shown, { exact: true })).toBeVisible()
  await expect(page.locator('script')).toHaveCount(0)
  // axe needs scripts; the width does not
  const main = await page.locator('main').boundingBox()
  expect((main?.x ?? 0) + (main?.width ?? 999)).toBeLessThanOrEqual(360)
  const forged = await page.goto(code.replace(/.(?=.{40}$)/, (sign) => (sign === 'A' ? 'B' : 'A')))
  expect(forged?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: '查无此证书' })).toBeVisible()
  await context.close()
})

test('what the office revokes or corrects, the paper in the hand no longer proves', async ({ browser }) => {
  const office = await at.arrive(browser, 'office')
  const anybody = await browser.newContext({ baseURL: at.house.url, javaScriptEnabled: false })
  const paper = await anybody.newPage()
  await office.goto(`/certificates?cohort=${at.cohort}`)
  await office.getByRole('link', { name: /^JY/ }).nth(1).click()
  const old = await office.getByRole('link', { name: '公开查验页' }).getAttribute('href')
  await office.getByRole('button', { name: '更正换发' }).click()
  const dialog = office.getByRole('dialog', { name: '更正换发' })
  await dialog.getByRole('textbox', { name: '姓名' }).fill('王晓敏')
  await dialog.getByRole('textbox', { name: '更正理由' }).fill('姓名录入有误')
  await dialog.getByRole('button', { name: '更正换发' }).click()
  const next = `JY${new Date().getFullYear()}-00501`
  await expect(office.getByRole('heading', { level: 1, name: next })).toBeVisible()
  await expect(office.getByText('王晓敏')).toBeVisible()
  await paper.goto(old ?? '')
  await expect(paper.getByRole('heading', { name: '证书已换发' })).toBeVisible()
  await paper.getByRole('link', { name: next }).click()
  await expect(paper.getByRole('heading', { name: '证书有效' })).toBeVisible()
  await decide(office, '撤销', '培训期间缺勤，经核实不应结业')
  await paper.reload()
  await expect(paper.getByRole('heading', { name: '证书已撤销' })).toBeVisible()
  await expect(paper.getByText('缺勤')).toHaveCount(0)
  await anybody.close()
})
