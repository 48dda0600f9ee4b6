import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Notice,
  type NoticeHouse,
  type Objection,
  raiseNotices,
} from '../../../../../packages/testkit/src/test-notices.ts'
import { type Item, problemOf, type Spine } from '../../../../../packages/testkit/src/test-spine.ts'

let house: NoticeHouse
let spine: Spine
let notice: Notice

beforeAll(async () => {
  house = await raiseNotices('2026-04-30')
  spine = house.spine
  notice = await house.published('有异议的项目')
})
afterAll(() => spine.stop(/no such table: files/))

const PDF = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF'
const PNG = '\x89PNG\r\n\x1a\n0000'
const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const file = (name: string, content: string) => new File([bytes(content)], name)

/** The receipt that a form was drawn with, and the form filled in as a browser sends it. */
async function filled(given: Record<string, string>, files: File[] = []) {
  const opened = await (await house.page(`${notice.publicPath}/objection`)).text()
  const receipt = /name="receipt" value="([^"]+)"/.exec(opened)?.[1] ?? ''
  const form = new FormData()
  for (const [name, value] of Object.entries({ receipt, named: 'no', name: '', contact: '', text: '', ...given }))
    form.set(name, value)
  for (const one of files) form.append('file', one)
  return { receipt, form }
}
const send = (body: FormData, at = notice) => house.page(`${at.publicPath}/objection`, { method: 'POST', body })
const sent = async (given: Record<string, string>, files: File[] = []) => {
  const { form } = await filled(given, files)
  const answer = await send(form)
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const waiting = async () => (await house.objections(notice)).length

describe('the form', () => {
  test('needs no script, is not kept and not found by search engines', async () => {
    const page = await house.page(`${notice.publicPath}/objection`)
    const text = await page.text()
    expect([page.status, page.headers.get('cache-control'), page.headers.get('x-robots-tag')]).toEqual([
      200,
      'no-store',
      'noindex',
    ])
    expect(text).not.toMatch(/<script|\son\w+=|javascript:/)
    for (const id of ['name', 'contact', 'text', 'file']) expect(text).toContain(`<label for="${id}">`)
  })

  test('comes back with every word that was typed and what is wrong where', async () => {
    const typed = { named: 'yes', name: '郑<重>', contact: '', text: '' }
    const { status, text } = await sent(typed)
    expect(status).toBe(422)
    expect(text).toContain('value="郑&lt;重&gt;"')
    expect(text).toMatch(/id="contact-error">必填/)
    expect(text).toMatch(/id="text-error">必填/)
    expect(text).not.toContain('id="name-error"')
    expect(text).toMatch(/<input type="radio" name="named" value="yes" checked/)
    expect(await waiting()).toBe(0)
  })

  test('counts a text as the browser does, at the limit and one above', async () => {
    const long = '字'.repeat(4001)
    const refused = await sent({ text: long })
    expect([refused.status, refused.text.includes(long)]).toEqual([422, true])
    expect(refused.text).toContain('最多 4000 个字符')
    const lines = `${'字'.repeat(1999)}\r\n${'字'.repeat(2000)}`
    expect((await sent({ text: lines })).status).toBe(303)
  })

  test.each([
    ['a text under the name of a PDF', [file('证据.pdf', '只是文字')], '证据.pdf'],
    ['a table', [file('表.csv', 'a,b')], '表.csv'],
    ['four files', ['1', '2', '3', '4'].map((name) => file(`${name}.pdf`, PDF)), '最多 3 个文件'],
    ['eleven megabytes', [new File([bytes(PDF), new Uint8Array(11_000_000)], '大.pdf')], '每个文件不超过 10 MB'],
  ])('refuses %s and keeps the words', async (_, files, told) => {
    const { status, text } = await sent({ text: '材料不实，见附件' }, files)
    expect(status).toBe(422)
    expect(text).toContain(told)
    expect(text).toContain('材料不实，见附件</textarea>')
    expect(text).toContain('id="file-error"')
  })

  test('more than may be read is told, not cut off', async () => {
    const { form } = await filled({ text: '见附件' }, [new File([new Uint8Array(33_000_000)], '大.pdf')])
    const answer = await send(form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('后退')
  })

  test('of a notice that nobody knows is not found, as a page for people and a problem for programs', async () => {
    const path = `/notices/jinshui/not_${'0'.repeat(26)}/objection`
    const asProgram = await house.page(path)
    expect(asProgram.headers.get('content-type')).toContain('application/problem+json')
    const asPerson = await house.page(path, { headers: { accept: 'text/html,*/*' } })
    expect([asPerson.status, asPerson.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await asPerson.text()).toContain('没有找到')
  })
})

describe('an objection with evidence', () => {
  test('is taken once however often the form is sent; the office reads it, and nobody else', async () => {
    const before = await waiting()
    const evidence = [file('截图.png', PNG), file('说明.pdf', PDF)]
    const { receipt, form } = await filled(
      { named: 'yes', name: '郑重', contact: '13900000000', text: '名单有误' },
      evidence,
    )
    const answers = [await send(form), await send(form), ...(await Promise.all([send(form), send(form)]))]
    for (const answer of answers) {
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`/notices/jinshui/objections/${receipt}`)
    }
    expect(await waiting()).toBe(before + 1)
    const found = (await house.objections(notice)).at(-1)
    expect(found).toMatchObject({
      named: true,
      name: '郑重',
      contact: '13900000000',
      overdue: false,
      dueOn: '2026-05-03',
    })
    expect(found?.files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['截图.png', 'image/png'],
      ['说明.pdf', 'application/pdf'],
    ])
    const alone = must('objection', await spine.office.get<Objection>(`${spine.base}/objections/${found?.id}`))
    expect(alone).toEqual(found)
    const path = `${spine.base}/objections/${found?.id}/evidence/${found?.files[1]?.id}`
    const bytesBack = await spine.office.raw('GET', path)
    expect(await bytesBack.text()).toBe(PDF)
    expect(bytesBack.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(bytesBack.headers.get('content-security-policy')).toContain('sandbox')
    expect((await house.school.client.get(path)).status).toBe(403)
    expect((await house.anybody.get(path)).status).toBe(401)
    const other = (await house.objections(notice))[0]
    expect((await spine.office.get(path.replace(String(found?.id), String(other?.id)))).status).toBe(404)
  })

  test('keeps no way to reach its author in clear, and tells it to the office that answers alone', async () => {
    const [row] = await spine.rows("SELECT contact FROM objections WHERE name = '郑重'")
    expect(String(row?.['contact'])).not.toContain('1390000')
    const kept = await spine.rows("SELECT body FROM idempotency WHERE body LIKE '%13900000000%'")
    expect(kept).toEqual([])
    const auditor = await spine.as('auditor')
    const { body } = await auditor.get<{ items: { name: string; contact: string | null }[] }>(
      `${spine.base}/notices/${notice.id}/objections`,
    )
    expect(body.items.map(({ contact }) => contact)).toEqual(body.items.map(() => null))
  })

  test('that is anonymous records neither name nor contact', async () => {
    expect((await sent({ named: 'no', name: '不留名', contact: '13911111111', text: '匿名的异议' })).status).toBe(303)
    const [row] = await spine.rows("SELECT name, contact, named FROM objections WHERE text = '匿名的异议'")
    expect(row).toEqual({ name: null, contact: null, named: 0 })
  })
})

describe('a database that fails', () => {
  test('loses no word and no receipt: sent again, the objection is taken once', async () => {
    const before = await waiting()
    const { receipt, form } = await filled({ text: '不能丢的话' }, [file('证据.pdf', PDF)])
    await spine.rows('ALTER TABLE files RENAME TO files_away')
    const failed = await send(form)
    const text = await failed.text()
    await spine.rows('ALTER TABLE files_away RENAME TO files')
    expect([failed.status, text.includes('不能丢的话</textarea>'), text.includes(receipt)]).toEqual([503, true, true])
    expect(text).toContain('没有任何内容被记录')
    expect(await waiting()).toBe(before)
    expect((await send(form)).status).toBe(303)
    expect(await waiting()).toBe(before + 1)
  })
})

describe('a receipt', () => {
  test('opens state and answer, however it is typed, and shows no person and no word of the objection', async () => {
    const { to } = await sent({ named: 'yes', name: '郑重其事', contact: '13900000001', text: '我的理由' })
    const open = await (await house.page(to)).text()
    expect(open).toContain('2026-05-03')
    expect(open).toContain('等待答复')
    const receipt = to.split('/').at(-1) ?? ''
    const sloppy = receipt.toLowerCase().replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l')
    const asked = await house.page(`/notices/jinshui?receipt=${sloppy}`)
    expect([asked.status, asked.headers.get('location')]).toEqual([303, to])
    const found = (await house.objections(notice)).find(({ text }) => text === '我的理由')
    must(
      'answer',
      await spine.office.action(`${spine.base}/objections/${found?.id}`, 'dismiss', { note: '经核实，\n名单无误。' }),
    )
    const page = await house.page(to)
    const text = await page.text()
    expect(text).toContain('<p>名单无误。</p>')
    expect(text).toContain('已答复，异议不成立')
    expect(text).not.toMatch(/郑重其事|我的理由|1390000/)
    expect([page.headers.get('x-robots-tag'), page.headers.get('cache-control')]).toEqual(['noindex', 'no-store'])
  })

  test('is not kept as it is, and a wrong one opens nothing', async () => {
    const { to } = await sent({ text: '再来一条' })
    const receipt = to.split('/').at(-1) ?? ''
    expect(await spine.rows('SELECT id FROM objections WHERE receipt = ?', receipt)).toEqual([])
    const wrong = receipt.startsWith('0') ? `1${receipt.slice(1)}` : `0${receipt.slice(1)}`
    expect((await house.page(`/notices/jinshui/objections/${wrong}`)).status).toBe(404)
    expect((await house.page('/notices/jinshui/objections/none')).status).toBe(404)
    const list = await (await house.page('/notices/jinshui?receipt=7K3M')).text()
    expect(list).toContain('value="7K3M"')
    expect(list).toContain('回执号是四组各四位')
  })
})

describe('the clock of an objection', () => {
  test('is a task of the office with a day, overdue on the day after', async () => {
    const { body } = await spine.office.get<{ items: { kind: string; dueOn: string }[] }>('/api/me/tasks')
    expect(body.items.filter(({ kind }) => kind === 'objection.open').map(({ dueOn }) => dueOn)).toContain('2026-05-03')
    await house.forward('2026-05-03')
    expect((await house.objections(notice)).some(({ overdue }) => overdue)).toBe(false)
    await house.forward('2026-05-04')
    const late = (await house.objections(notice)).filter(({ state }) => state === 'open')
    expect(late.length).toBeGreaterThan(0)
    expect(late.every(({ overdue }) => overdue)).toBe(true)
  })

  test('a form that comes after the term is told so, and its words can be kept', async () => {
    const { form } = await filled({ text: '来晚了的话' })
    await house.forward('2026-05-12')
    const answer = await send(form)
    const text = await answer.text()
    expect([answer.status, text.includes('公示期已满'), text.includes('<pre>来晚了的话</pre>')]).toEqual([
      409,
      true,
      true,
    ])
    const program = await house.object(notice, { named: false, text: '来晚了的话' })
    expect(problemOf(program)).toBe('state-refuses')
    const shown = await (await house.page(notice.publicPath)).text()
    expect(shown).not.toContain('/objection"')
    expect(must('notice', await spine.office.get<Item>(`${spine.base}/notices/${notice.id}`)).state).toBe('standing')
  })
})
