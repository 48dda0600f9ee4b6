import { ROUTES } from '@shixun/contract/routes'
import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { aDistrict, type TestDistrict } from '@shixun/testkit/harness'
import { must } from '@shixun/testkit/people'
import { beforeAll, describe, expect, it } from 'vitest'

let old: TestDistrict
let home: TestDistrict

beforeAll(async () => {
  old = await aDistrict()
  home = await aDistrict()
})

const facts = {
  ...{
    title: '一级教师',
    posts: ['教研组长'],
    entryDate: '2010-09-01',
    education: '本科',
    frontLine: true,
    leaves: [],
  },
  heldPosts: [{ post: 'head_teacher' as const, from: '2021-09-01', to: null }],
  ...{ phase: 'primary' as const, subject: '语文', documentType: 'resident-identity-card' as const },
  ...{ certificate: '20124101032001234', phone: '13800000001' },
}

describe('a teacher who moves to another district', () => {
  it('arrives with everything that was earned, under its origin, verified by the new bureau alone', async () => {
    const office = await old.as('office')
    const params = { district: old.slug }
    const school = await old.school()
    const document = makeIdentityNumber('410105', '1981-02-03', 77)
    const body = { ...facts, name: '周老师', document, schoolId: school.id }
    const teacher = must('teacher', await office.call(ROUTES.createTeacher, { params, body }))
    const at = { ...params, id: teacher.id }
    const registrar = await old.as('registrar', school.id)
    const form = new FormData()
    form.set('file', new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF'], '证书.pdf', { type: 'application/pdf' }))
    const proof = must('evidence', await registrar.post<{ fileId: string }>(`${old.base}/hours-evidence`, form))
    const declared = {
      ...{ teacherId: teacher.id, date: '2026-03-02', hours: 30, channel: 'online', level: 'national' },
      ...{ title: '寒假研修', providerName: '国家中小学智慧教育平台', evidence: [proof.fileId] },
    }
    must('hours', await registrar.post(`${old.base}/ledger`, declared))
    must('departure', await office.call(ROUTES.departTeacher, { params: at, body: { note: '调往外区' } }))
    const { body: file } = await office.post(`${old.base}/teachers/${teacher.id}/archive`, { purpose: '调往外区' })
    const archive = file as { archive: Record<string, unknown>; signature: string }

    const receiver = await home.as('office')
    const there = { district: home.slug }
    const shown = must('preview', await receiver.call(ROUTES.checkArchive, { params: there, body: archive }))
    expect(shown).toMatchObject({ name: '周老师', issuer: old.name, joins: null, imported: false, evidence: 1 })
    const [entry] = archive.archive['entries'] as { evidence: unknown }[]
    expect(entry?.evidence).toEqual([{ name: '证书.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    const into = await home.school()
    const come = await receiver.call(ROUTES.importArchive, { params: there, body: { ...archive, schoolId: into.id } })
    expect(must('arrival', come)).toMatchObject({
      name: '周老师',
      schoolId: into.id,
      state: 'active',
      title: '一级教师',
      heldPosts: facts.heldPosts,
      documentMasked: `****${document.slice(-4)}`,
    })
    const ledger = await receiver.get<{ items: object[] }>(`${home.base}/ledger?teacher=${must('arrival', come).id}`)
    expect(must('ledger', ledger).items).toMatchObject([
      { title: '寒假研修', evidence: [], note: `证明材料 1 件未随档案转来，由${old.name}保存` },
    ])
    const strange = await receiver.call(ROUTES.importArchive, {
      params: there,
      body: { ...archive, schoolId: school.id },
    })
    expect([strange.status, (strange.body as unknown as { errors: unknown[] }).errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/schoolId', problem: 'not_in_district' })],
    ])
    const revealed = await receiver.call(ROUTES.revealNumber, {
      params: { ...there, id: must('arrival', come).id },
      body: { field: 'phone', purpose: '核对' },
    })
    expect(must('phone', revealed).value).toBe('13800000001')
  })

  it('is refused when a foreign key signed the file, or one letter of it changed', async () => {
    const receiver = await home.as('office')
    const archive = { format: 'shixun-teacher-archive/1', id: 'x', person: { name: '李老师' } }
    for (const signature of ['a..b', 'eyJhbGciOiJFZERTQSJ9..AAAA', 'eyJhbGciOiJub25lIn0..']) {
      const refused = await receiver.post(`${home.base}/teacher-archives/check`, { archive, signature })
      expect([refused.status, refused.body['type']]).toEqual([422, 'urn:shixun:problem:archive-refused'])
      expect(refused.body['detail']).toContain('签名核验不通过')
    }
  })
})
