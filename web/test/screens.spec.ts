import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { DEMO_PASSWORD } from '../../scripts/demo/accounts.ts'
import { draftsOfPlan } from '../../scripts/demo/rows.ts'
import { type ApiClient, signIn as apiSignIn } from '../../scripts/local/api-client.ts'
import { arrive, comeIn } from './person.ts'

const PICTURES = join(import.meta.dirname, '../test-results/screens')
const SIZES = [
  { width: 360, height: 780 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
] as const
const base = '/api/districts/jinshui'

type Named = { id: string }
type Screen = { name: string; who: string | null; path: () => Promise<string> }

const ids = new Map<string, Promise<string>>()
let url: string

/** The newest thing of a list, as its reader sees it. */
async function newest(who: string, list: string): Promise<string> {
  const client = await apiSignIn(url, who, DEMO_PASSWORD)
  const { body } = await client.get<{ items: Named[] }>(list)
  return body.items[0]?.id ?? 'none'
}

function idOf(who: string, list: string): Promise<string> {
  const known = ids.get(list) ?? newest(who, list)
  ids.set(list, known)
  return known
}

const at = (path: string) => async () => path
const ofOffice = (path: string, list: string) => async () =>
  `${path}/${await idOf('jinshui.office', `${base}/${list}`)}`

const ofProject = (page: string) => async () => `/projects/${await idOf('jinshui.office', `${base}/projects`)}/${page}`

const screens: readonly Screen[] = [
  { name: 'sign-in', who: null, path: at('/sign-in') },
  { name: 'sign-up', who: null, path: at('/sign-up') },
  { name: 'public-notice', who: null, path: async () => publicNotice() },
  { name: 'public-notices', who: null, path: at('/notices/jinshui') },
  { name: 'objection', who: null, path: async () => `${await publicNotice()}/objection` },
  { name: 'workbench', who: 'jinshui.office', path: at('/') },
  { name: 'tasks', who: 'jinshui.office', path: at('/tasks') },
  { name: 'calls', who: 'jinshui.office', path: at('/calls') },
  { name: 'call', who: 'jinshui.office', path: ofOffice('/calls', 'calls') },
  { name: 'new-call', who: 'jinshui.office', path: at('/calls/new') },
  { name: 'ethics', who: 'jinshui.office', path: at('/ethics') },
  { name: 'import-ethics', who: 'jinshui.office', path: at('/ethics/import') },
  { name: 'credit-trial', who: 'jinshui.office', path: at('/credit-trial') },
  { name: 'applications', who: 'jinshui.office', path: at('/applications') },
  { name: 'application', who: 'jinshui.office', path: ofOffice('/applications', 'applications?state=approved') },
  { name: 'editor', who: 'jinshui.school1', path: async () => `/applications/${await openDraft()}/edit` },
  { name: 'publicity', who: 'jinshui.office', path: at('/publicity') },
  { name: 'notice', who: 'jinshui.office', path: ofOffice('/publicity', 'notices') },
  { name: 'publish-notice', who: 'jinshui.office', path: at('/publicity/new') },
  { name: 'work-calendar', who: 'jinshui.office', path: at('/settings/work-calendar') },
  { name: 'rubric', who: 'jinshui.office', path: ofOffice('/rubrics', 'rubrics') },
  { name: 'panel', who: 'jinshui.office', path: ofOffice('/panels', 'panels') },
  { name: 'scoresheets', who: 'jinshui.office', path: at('/scoresheets') },
  { name: 'scoring', who: 'jinshui.expert1', path: async () => `/scoresheets/${await openSheet()}` },
  { name: 'scoring-desk', who: 'jinshui.expert1', path: async () => `/scoring/${(await made()).panel}` },
  { name: 'import-scores', who: 'jinshui.expert1', path: async () => `/scoring/${(await made()).panel}/import` },
  { name: 'review-comments', who: 'jinshui.office', path: at('/review-comments') },
  { name: 'review-comment', who: 'jinshui.office', path: async () => `/review-comments/${(await made()).comments}` },
  { name: 'explain', who: 'jinshui.office', path: ofOffice('/evaluations', 'evaluations') },
  { name: 'inspections', who: 'jinshui.office', path: at('/inspections') },
  { name: 'plan-inspection', who: 'jinshui.office', path: at('/inspections/new') },
  { name: 'inspection-setting', who: 'jinshui.office', path: at('/settings/inspection') },
  { name: 'projects', who: 'jinshui.office', path: at('/projects') },
  { name: 'project', who: 'jinshui.office', path: ofOffice('/projects', 'projects') },
  { name: 'agreement', who: 'jinshui.office', path: ofProject('agreement') },
  { name: 'letter', who: 'jinshui.office', path: ofProject('letter') },
  { name: 'plans', who: 'gongyi.office', path: at('/plans') },
  { name: 'catalogue', who: 'gongyi.school1', path: at('/catalogue?q=班主任') },
  {
    name: 'listing',
    who: 'gongyi.school1',
    path: async () => `/catalogue/${await idOf('gongyi.school1', '/api/catalogue/listings')}`,
  },
  { name: 'nominations', who: 'jinshui.office', path: at('/nominations') },
  { name: 'library', who: 'zhengzhou.curator', path: at('/library') },
  { name: 'exchange', who: 'jinshui.office', path: at('/exchange') },
  { name: 'schools', who: 'gongyi.office', path: at('/schools') },
  { name: 'teachers', who: 'gongyi.office', path: at('/teachers') },
  { name: 'experts', who: 'gongyi.office', path: at('/experts') },
  { name: 'import-providers', who: 'jinshui.office', path: at('/providers/import') },
  { name: 'import-experts', who: 'jinshui.office', path: at('/experts/import') },
  { name: 'accounts', who: 'gongyi.admin', path: at('/accounts') },
  { name: 'journal', who: 'gongyi.auditor', path: at('/journal') },
  { name: 'province', who: 'henan.officer', path: at('/province') },
]

async function publicNotice(): Promise<string> {
  const office = await apiSignIn(url, 'jinshui.office', DEMO_PASSWORD)
  const { body } = await office.get<{ items: { publicPath: string }[] }>(`${base}/notices`)
  return body.items[0]?.publicPath ?? '/'
}

/** What the screens show beside the story: a draft, a sheet in the midst of scoring and its panel, comments that were collected. */
type Second = { draft: string; sheet: string; panel: string; comments: string }

/** A second call with applications: one is written, the other is scored. */
const second = new Map<string, Promise<Second>>()

async function makeSecond(): Promise<Second> {
  const as = (login: string) => apiSignIn(url, `jinshui.${login}`, DEMO_PASSWORD)
  const [office, school, expert]: ApiClient[] = await Promise.all([as('office'), as('school1'), as('expert1')])
  if (!office || !school || !expert) throw new Error('nobody there')
  const first = await office.get<Record<string, unknown>>(
    `${base}/calls/${await idOf('jinshui.office', `${base}/calls`)}`,
  )
  const { kind, level, form, rubricId, unitKinds, review, noticeDays } = first.body
  const body = { kind, level, form, rubricId, unitKinds, review, noticeDays, year: 2026, quotaPerUnit: 5, guidance: '' }
  const opensAt = '2026-07-01T01:00:00.000Z'
  const closesAt = '2026-09-30T09:30:00.000Z'
  const title = '2026 年秋季校本研修项目申报'
  const call = await office.must<Named>(`${base}/calls`, { ...body, title, opensAt, closesAt })
  await office.must(`${base}/calls/${call.id}/actions/open`)
  const [one, two] = draftsOfPlan(2026)
  const scored = await school.must<Named>(`${base}/applications`, { callId: call.id, ...one })
  await school.must(`${base}/applications/${scored.id}/actions/submit`)
  await office.must(`${base}/applications/${scored.id}/actions/screen`)
  const draft = await school.must<Named>(`${base}/applications`, { callId: call.id, ...two })
  const experts = await office.get<{ items: Named[] }>(`${base}/experts`)
  const panels = await office.get<{ items: (Named & { state: string })[] }>(`${base}/panels`)
  const concluded = panels.body.items.find(({ state }) => state === 'concluded')
  await office.must(`${base}/panels/${concluded?.id}/review-comments`, {})
  const comments = await office.get<{ items: Named[] }>(`${base}/review-comments`)
  const panel = await office.must<Named>(`${base}/panels`, {
    callId: call.id,
    expertIds: experts.body.items.map(({ id }) => id),
  })
  const sheets = await expert.get<{ items: (Named & { state: string })[] }>(`${base}/scoresheets`)
  const sheet = sheets.body.items.find(({ state }) => state === 'assigned')
  await expert.must(`${base}/scoresheets/${sheet?.id}/actions/declare`)
  return { draft: draft.id, sheet: sheet?.id ?? '', panel: panel.id, comments: comments.body.items[0]?.id ?? '' }
}

function made(): Promise<Second> {
  const known = second.get('') ?? makeSecond()
  second.set('', known)
  return known
}
const openDraft = async () => (await made()).draft
const openSheet = async () => (await made()).sheet

const people = new Map<string, Promise<Page>>()

function personOf(browser: Browser, who: string | null): Promise<Page> {
  const key = who ?? ''
  const known = people.get(key) ?? (who === null ? arrive(browser) : comeIn(browser, who))
  people.set(key, known)
  return known
}

/** How far anything stands out of the page at the right, in CSS pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test.beforeAll(({ baseURL }) => {
  url = baseURL ?? ''
  mkdirSync(PICTURES, { recursive: true })
})

for (const { name, who, path } of screens)
  test(`${name} fits every width, is readable by everybody and logs no error`, async ({ browser }) => {
    const page = await personOf(browser, who)
    const errors: string[] = []
    const hear = (message: { type(): string; text(): string }) =>
      message.type() === 'error' && errors.push(message.text())
    page.on('console', hear)
    await page.goto(await path())
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0)
      await page.screenshot({ path: join(PICTURES, `${name}-${size.width}.png`), fullPage: true })
      expect(await overflow(page), `${name} at ${size.width}`).toBeLessThanOrEqual(0)
      expect(await findings(page), `${name} at ${size.width}`).toEqual([])
    }
    page.off('console', hear)
    expect(errors).toEqual([])
  })
