import { ROUTES } from '@shixun/contract/routes'
import { PRINTED } from '@shixun/domain/credits/certificate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, clientOf } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import { type Applicant, raiseSpine, type Spine } from '../../../../packages/testkit/src/test-spine.ts'
import { verifyCertificate } from '../../../../scripts/verify-certificate.ts'
import { aCohort, completed } from './test-cohort.ts'

let spine: Spine
let school: Applicant
let anybody: Client

const params = (id = '') => ({ district: spine.district.ref.slug, id })
const list = async (cohort: string) =>
  must('certificates', await spine.office.call(ROUTES.listCertificates, { params: params(), query: { cohort } }))
type Certificate = Awaited<ReturnType<typeof list>>['items'][number]

/** Certificates of a cohort that so many completed. */
async function issued(people: number): Promise<{ items: Certificate[] }> {
  const cohort = await aCohort(spine, { unit: school })
  await completed(spine, cohort, school, people)
  must('issue', await spine.office.call(ROUTES.issueCertificates, { params: params(cohort), body: {} }))
  return list(cohort)
}
const look = (code: string) => anybody.raw('GET', `/v/${code}`, { headers: { accept: 'text/html' } })

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  anybody = clientOf(spine.house.url)
})
afterAll(() => spine.stop(/certificate-altered/))

describe('the public check', () => {
  test('shows every printed field and that it is valid, to nobody in particular and to no search engine', async () => {
    const { items } = await issued(1)
    const [one] = items
    const response = await look(one?.code ?? '')
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect(html).toContain('证书有效')
    expect(html).not.toContain('<script')
    for (const [key, label] of Object.entries(PRINTED)) {
      expect(html).toContain(label)
      expect(html, key).toContain(one?.printed[key as keyof typeof PRINTED] || '（空）')
    }
  })

  test('says that it was revoked and when, or superseded and by which', async () => {
    const { items } = await issued(2)
    const [one, two] = items
    must(
      'revoke',
      await spine.office.call(ROUTES.revokeCertificate, { params: params(one?.id), body: { note: '内部原因' } }),
    )
    const revoked = await (await look(one?.code ?? '')).text()
    expect(revoked).toContain('证书已撤销')
    expect(revoked).not.toContain('证书有效')
    expect(revoked).not.toContain('内部原因')
    const body = { note: '更正', corrections: { name: '王小明' } }
    const made = must(
      'supersede',
      await spine.office.call(ROUTES.supersedeCertificate, { params: params(two?.id), body }),
    )
    const superseded = await (await look(two?.code ?? '')).text()
    expect(superseded).toContain('证书已换发')
    expect(superseded).toContain(`<a href="/v/${made.code}">${made.number}</a>`)
    expect(await (await look(made.code)).text()).toContain('证书有效')
  })

  test('answers forged, damaged, unknown and homeless codes with the same bytes and without a look into the database', async () => {
    const { items } = await issued(2)
    const code = items[0]?.code ?? ''
    const [head = '', kid = '', signature = ''] = code.split('.')
    const turned = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
    const [, , borrowed = ''] = (items[1]?.code ?? '').split('.')
    const forged = [
      `${turned(head, 10)}.${kid}.${signature}`,
      `${turned(head, head.length - 3)}.${kid}.${signature}`,
      `${head}.${turned(kid, 3)}.${signature}`,
      `${head}.${kid}.${turned(signature, 20)}`,
      `${head}.${kid}.${borrowed}`,
      `nowhere${head.slice(7)}.${kid}.${signature}`,
      code.slice(0, -1),
      'x',
      encodeURIComponent('证书'),
    ]
    const answers = await Promise.all(
      forged.map(async (each) => {
        const response = await look(each)
        const headers = [...response.headers].filter(
          ([name]) => !/^(?:x-request-id|x-d1-rows|date|keep-alive)$/.test(name),
        )
        return JSON.stringify([response.status, headers, await response.text()])
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('查无此证书')
    // the gateway's look at the session is the one trip
    expect(answers[0]).toContain('["x-d1-trips","1"]')
  })

  test('shows nothing of a record that was changed behind the signature, and rings', async () => {
    const { items } = await issued(1)
    const [one] = items
    await spine.rows('DROP TRIGGER certificates_stay')
    await spine.rows("UPDATE certificates SET printed = json_set(printed, '$.hours', '400') WHERE id = ?", one?.id)
    const response = await look(one?.code ?? '')
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('400')
    expect(spine.house.errors.some((error) => error.includes('certificate-altered'))).toBe(true)
  })
})

describe('offline', () => {
  const proofOf = async (item: Certificate | undefined) => {
    const reply = await spine.office.call(ROUTES.readCertificateProof, { params: params(item?.id) })
    expect(reply.headers.get('content-disposition')).toContain('attachment')
    return reply.body as unknown as { code: string; printed: Record<string, string> }
  }

  test('the proof and the public keys are enough, and every field, the code and the key are held to', async () => {
    const { items } = await issued(2)
    const [one, two] = await Promise.all(items.map(proofOf))
    const keys = must('keys', await anybody.call(ROUTES.readCertificateKeys))
    expect(JSON.stringify(keys)).not.toContain('"d"')
    const code = one?.code ?? ''
    const fields = one?.printed ?? {}
    expect(verifyCertificate({ keys, code, fields: one })).toEqual([])
    expect(verifyCertificate({ keys, code: `${spine.house.url}/v/${code}`, fields })).toEqual([])
    for (const key of Object.keys(PRINTED))
      expect(verifyCertificate({ keys, code, fields: { ...fields, [key]: `${fields[key]} ` } })).toEqual([
        '内容与签名不符：至少有一个字段与签发时不同',
      ])
    expect(verifyCertificate({ keys, code: two?.code ?? '', fields })).toHaveLength(1)
    expect(verifyCertificate({ keys: { keys: [] }, code, fields })[0]).toContain('公钥文件里没有')
    expect(
      verifyCertificate({
        keys,
        code:
          code.slice(0, -40) +
          code.slice(-40, -39).replace(/./, (sign) => (sign === 'A' ? 'B' : 'A')) +
          code.slice(-39),
        fields,
      })[0],
    ).toContain('签名不对')
    expect(verifyCertificate({ keys, code: code.slice(1), fields })[0]).toContain('签名不对')
    expect(verifyCertificate({ keys, code: 'x', fields })[0]).toContain('不是证书的编码')
    expect(verifyCertificate({ keys, code, fields: { ...fields, salt: '1' } })).toEqual(['字段文件多出 salt'])
  })
})
