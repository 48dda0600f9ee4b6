import { describe, expect, it } from 'vitest'
import { PRINTED, type PrintedCertificate } from './certificate.ts'
import { certificateCode, printedText, readCertificateCode, signedText } from './certificate-code.ts'

const PARTS = {
  slug: 'jin-shui-2',
  random: 'abcdefghijklmnopqrst-_',
  digest: '0123456789-_ABCDEFGHIJ',
  kid: 'k_-45678',
  signature: 'S'.repeat(86),
}
const printed = Object.fromEntries(Object.keys(PRINTED).map((key) => [key, key])) as PrintedCertificate

describe('a certificate code', () => {
  it('comes apart as it was put together, whatever the slug and the base64url hold', () => {
    expect(readCertificateCode(certificateCode(PARTS))).toEqual(PARTS)
  })

  it('keeps a QR code of version 10 at level M (213 bytes) with a long host name', () => {
    expect(certificateCode({ ...PARTS, slug: 'x'.repeat(32) }).length).toBeLessThanOrEqual(173)
    expect(certificateCode({ ...PARTS, slug: 'jinshui' }).length).toBe(148)
  })

  it.each([
    ['nothing', ''],
    ['a slug in capitals', certificateCode({ ...PARTS, slug: 'Jinshui' })],
    ['a short random part', certificateCode({ ...PARTS, slug: 'jinshui', random: 'abc' })],
    ['a long kid', certificateCode({ ...PARTS, kid: '123456789' })],
    ['a short signature', certificateCode({ ...PARTS, signature: 'S'.repeat(85) })],
    ['a fourth part', `${certificateCode(PARTS)}.x`],
    ['signs that are not base64url', certificateCode({ ...PARTS, digest: '0123456789+/ABCDEFGHIJ' })],
    ['a line break at its end', `${certificateCode(PARTS)}\n`],
  ])('is not %s', (_, code) => expect(readCertificateCode(code)).toBeNull())
})

describe('what is signed', () => {
  it('is canonical: members sorted, no space, the same whatever the order given', () => {
    const turned = Object.fromEntries(Object.entries(printed).reverse()) as PrintedCertificate
    const text = printedText('jinshui', 'r', printed)
    expect(printedText('jinshui', 'r', turned)).toBe(text)
    expect(text.startsWith('{"district":"jinshui","format":"shixun-certificate/1","printed":{"cohortTitle":')).toBe(
      true,
    )
    expect(text.endsWith('},"random":"r"}')).toBe(true)
  })

  it('changes with every printed field, the district and the random part', () => {
    const text = printedText('jinshui', 'r', printed)
    const others = [
      ...Object.keys(PRINTED).map((key) => printedText('jinshui', 'r', { ...printed, [key]: '另' })),
      printedText('gongyi', 'r', printed),
      printedText('jinshui', 's', printed),
    ]
    expect(new Set([text, ...others]).size).toBe(Object.keys(PRINTED).length + 3)
  })

  it('cannot move text from one field into the next', () => {
    const one = printedText('jinshui', 'r', { ...printed, name: '王","number":"9', number: '1' })
    expect(JSON.parse(one).printed.number).toBe('1')
  })

  it('names district, digest and key', () => {
    const { signature: _, ...parts } = PARTS
    expect(signedText(parts)).toBe(
      'shixun-certificate/1:jin-shui-2-abcdefghijklmnopqrst-_0123456789-_ABCDEFGHIJ.k_-45678',
    )
  })
})
