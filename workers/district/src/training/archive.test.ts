import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { type Applicant, type Item, raiseSpine, type Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { freshId } from '../../../system/src/own-house.ts'
import * as sample from '../../../system/src/sample-rows.ts'

const EXPERT = '张评审'
const COMMENT = '方案扎实但预算偏高'
const OBJECTOR = '李实名'
const CONTACT = '13700001111'
const OBJECTION = '获奖材料有误'

let spine: Spine
let school: Applicant
let other: Applicant
let project: string
let application: string
const folders: string[] = []
const big = randomBytes(3_000_000)
const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), big, Buffer.from('\n%%EOF')])
const archivePath = () => `${spine.base}/projects/${project}/archive`

async function attach(client: Client, id: string, name: string, bytes: Buffer): Promise<void> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  must('attachment', await client.post(`${spine.base}/applications/${id}/attachments`, form))
}

/** The archive as this client gets it, unpacked with unzip. */
async function unpacked(client: Client): Promise<string> {
  const response = await client.raw('GET', archivePath())
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(response.headers.get('content-disposition')).toContain(
    "filename*=UTF-8''%E9%A1%B9%E7%9B%AE%E6%A1%A3%E6%A1%88-",
  )
  const folder = mkdtempSync(join(tmpdir(), 'shixun-archive-'))
  folders.push(folder)
  const file = join(folder, 'archive.zip')
  writeFileSync(file, Buffer.from(await response.arrayBuffer()))
  execFileSync('unzip', ['-q', 'archive.zip', '-d', 'out'], { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  return join(folder, 'out')
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

const verified = (folder: string) =>
  execFileSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder }).toString()
const textOf = (folder: string) =>
  filesOf(folder)
    .filter((path) => !path.endsWith('.pdf'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')

/** A project with everything an archive can hold: two submissions, files, sheets, a notice with an objection, an amendment. */
async function wholeProject(): Promise<void> {
  const callId = await spine.openCall()
  application = await spine.draft(school, callId, { title: '班主任<培训>&"研修"' })
  await attach(school.client, application, '方案 #1：终稿?.pdf', pdf)
  must('submission', await school.client.action(`${spine.base}/applications/${application}`, 'submit'))
  must('return', await spine.office.action(`${spine.base}/applications/${application}`, 'return', { note: '请补材料' }))
  await attach(school.client, application, '补充.pdf', Buffer.from('%PDF-1.4\n补充\n%%EOF'))
  must('submission', await school.client.action(`${spine.base}/applications/${application}`, 'submit'))
  const expert = await spine.put('experts', sample.expert(EXPERT))
  const panel = await spine.put('panels', { ...sample.panel(callId, spine.reviewRubric), state: 'concluded' })
  const sheet = sample.sheet(panel.id, application, expert.id)
  await spine.put('scoresheets', { ...sheet, state: 'submitted', comment: COMMENT, total: 8850 })
  const item = { applicationId: application, title: '班主任培训', unitName: school.name, rank: 1, result: '拟立项' }
  const notice = await spine.put('notices', {
    ...sample.notice(callId),
    state: 'concluded',
    items: [item],
    open_objections: 0,
  })
  const row = { id: freshId('obj'), version: 1, created_at: '2026-01-06T00:00:00.000Z' }
  const answered = {
    named: 1,
    name: OBJECTOR,
    contact: CONTACT,
    text: OBJECTION,
    state: 'dismissed',
    answer: '查无此事',
  }
  await spine.put('objections', { ...row, notice_id: notice.id, ...answered })
  const [proof] = await spine.rows('SELECT object_key, size, sha256 FROM attachments ORDER BY id DESC LIMIT 1')
  const file = { ...proof, owner: row.id, name: '举证.pdf', media_type: 'application/pdf', created_at: row.created_at }
  await spine.put('files', { ...file, id: freshId('fil') })
  await spine.rows(
    "UPDATE applications SET state = 'noticed', cleared = 1, score = 8850, rank = 1 WHERE id = ?",
    application,
  )
  must('approval', await spine.office.action(`${spine.base}/applications/${application}`, 'approve'))
  const [found] = await spine.rows('SELECT id FROM projects WHERE application_id = ?', application)
  project = String(found?.['id'])
  const path = `${spine.base}/projects/${project}`
  must('confirmation', await school.client.action(path, 'prepare'))
  const { agreement } = must('project', await school.client.get<{ agreement: { body: object } }>(path))
  const { number: _, title: __, unitName: ___, ...terms } = agreement.body as Record<string, unknown>
  const changed = { ...terms, outputs: ['课例集两册'] }
  const proposed = must(
    'proposal',
    await school.client.post<Item>(`${path}/amendments`, { fromNo: 1, terms: changed, reason: '成果增加' }),
  )
  must('approval', await spine.office.action(`${spine.base}/amendments/${proposed.id}`, 'approve'))
}

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  await wholeProject()
})
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  await spine.stop()
})

test('holds everything about a project, and every checksum is that of the bytes', async () => {
  const folder = await unpacked(spine.office)
  expect(verified(folder)).toBe('')
  const files = filesOf(folder)
  expect(files).toEqual(
    [
      'SHA256SUMS',
      'index.html',
      'index.json',
      ...[
        '任务书/变更记录',
        '公示/公示与异议',
        '实施/实施数据',
        '流转/流转记录',
        '评审/评审情况',
        '评估/评估结果',
      ].flatMap((path) => [`${path}.html`, `${path}.json`]),
      ...[1, 2].flatMap((no) => [`任务书/第${no}版.txt`, `任务书/第${no}版.json`]),
      ...[1, 2].flatMap((no) => [`申报/第${no}次提交.html`, `申报/第${no}次提交.json`]),
      '申报/附件/01-方案 #1：终稿_.pdf',
      '申报/附件/02-补充.pdf',
      '公示/异议材料/01-举证.pdf',
    ].sort(),
  )
  const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
  expect(listed.map((line) => line.slice(66)).sort()).toEqual(files.filter((path) => path !== 'SHA256SUMS'))
  const kept = readFileSync(join(folder, '申报/附件/01-方案 #1：终稿_.pdf'))
  expect(createHash('sha256').update(kept).digest('hex')).toBe(createHash('sha256').update(pdf).digest('hex'))
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  expect(index).toMatchObject({ format: 'shixun-project-archive/1', unitName: '育才小学', missing: [] })
  for (const item of index.items) {
    const bytes = readFileSync(join(folder, item.path))
    expect([item.path, item.size, item.sha256]).toEqual([
      item.path,
      bytes.byteLength,
      createHash('sha256').update(bytes).digest('hex'),
    ])
    if (item.recorded !== null) expect(item.recorded).toBe(item.sha256)
  }
  const [agreement] = await spine.rows('SELECT text, sha256 FROM agreements WHERE project_id = ? AND no = 1', project)
  expect(readFileSync(join(folder, '任务书/第1版.txt'), 'utf8')).toBe(agreement?.['text'])
  expect(index.items.find(({ path }: { path: string }) => path === '任务书/第1版.txt').sha256).toBe(
    agreement?.['sha256'],
  )
  const text = textOf(folder)
  for (const words of [EXPERT, COMMENT, OBJECTOR, OBJECTION, '请补材料', '成果增加', '88.50'])
    expect(text).toContain(words)
  expect(text).not.toContain(CONTACT)
  const page = readFileSync(join(folder, '申报/第2次提交.html'), 'utf8')
  expect(page).toContain('班主任&lt;培训&gt;&amp;&quot;研修&quot;')
  expect(page).toContain('50,000.00 元')
})

test('of the unit itself tells neither experts nor objectors, and says what is left out', async () => {
  const folder = await unpacked(school.client)
  expect(verified(folder)).toBe('')
  const text = textOf(folder)
  for (const words of [EXPERT, COMMENT, OBJECTOR, CONTACT, OBJECTION]) expect(text).not.toContain(words)
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  expect(index.leftOut).toHaveLength(3)
  expect(filesOf(folder)).toContain('申报/附件/02-补充.pdf')
  expect(filesOf(folder).some((path) => path.includes('异议材料'))).toBe(false)
  expect(text).toContain('88.50')
})

test('of the auditor tells what was objected, but not by whom', async () => {
  const text = textOf(await unpacked(await spine.as('auditor')))
  expect(text).toContain(OBJECTION)
  expect(text).toContain(EXPERT)
  for (const words of [OBJECTOR, CONTACT]) expect(text).not.toContain(words)
})

test('is nobody else’s, and every taking stands in the journal', async () => {
  expect((await other.client.get(archivePath())).status).toBe(404)
  expect((await (await spine.as('teacher', 'tea_1')).get(archivePath())).status).toBe(403)
  const taken = await spine.rows("SELECT actor, after FROM journal WHERE verb = 'download' ORDER BY seq")
  expect(taken.map(({ actor }) => String(actor).split('/')[1])).toEqual(['office', 'school_admin', 'auditor'])
  expect(taken.map(({ after }) => JSON.parse(String(after)))).toEqual(taken.map(() => ({ archive: project })))
})

test('tells a file that is gone or damaged instead of passing over it', async () => {
  const [first, second] = await spine.rows(
    'SELECT id, object_key FROM attachments WHERE application_id = ? ORDER BY id',
    application,
  )
  await spine.rows("UPDATE attachments SET object_key = 'gone' WHERE id = ?", first?.['id'])
  await spine.rows(
    "UPDATE submissions SET attachments = replace(attachments, json_extract(attachments, '$[1].sha256'), 'changed') WHERE no = 2",
  )
  const folder = await unpacked(spine.office)
  expect(verified(folder)).toBe('')
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  expect(index.missing).toEqual([{ title: '方案 #1：终稿?.pdf', recorded: expect.any(String) }])
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  expect(page).toContain('缺失的文件')
  expect(page).toContain('校验值不符')
  expect(second).toBeDefined()
})
