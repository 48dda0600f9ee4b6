import { describe, expect, it } from 'vitest'
import { sniffMediaType } from './media-type.ts'

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const OOXML = 'application/vnd.openxmlformats-officedocument'

const KNOWN: [string, number[], string][] = [
  ['pdf', PDF, 'application/pdf'],
  ['png', PNG, 'image/png'],
  ['jpg', JPEG, 'image/jpeg'],
  ['jpeg', JPEG, 'image/jpeg'],
  ['docx', ZIP, `${OOXML}.wordprocessingml.document`],
  ['xlsx', ZIP, `${OOXML}.spreadsheetml.sheet`],
  ['pptx', ZIP, `${OOXML}.presentationml.presentation`],
  ['doc', OLE, 'application/msword'],
  ['wps', OLE, 'application/msword'],
  ['xls', OLE, 'application/vnd.ms-excel'],
  ['et', OLE, 'application/vnd.ms-excel'],
  ['ppt', OLE, 'application/vnd.ms-powerpoint'],
  ['dps', OLE, 'application/vnd.ms-powerpoint'],
]
const sniff = (bytes: readonly number[], name: string) => sniffMediaType(Uint8Array.from(bytes), name)

describe.each(KNOWN)('.%s', (extension, starts, type) => {
  it('is known by its first bytes, alone and with more behind them', () => {
    expect(sniff(starts, `方案.${extension}`)).toBe(type)
    expect(sniff([...starts, 1, 2, 3], `方案.v2.${extension}`)).toBe(type)
  })

  it('is known in capitals', () => expect(sniff(starts, `方案.${extension.toUpperCase()}`)).toBe(type))

  it('is not known by less, by another first byte, or by a byte before it', () => {
    for (let size = 0; size < starts.length; size++) expect(sniff(starts.slice(0, size), `a.${extension}`)).toBeNull()
    starts.forEach((byte, index) => {
      expect(sniff(starts.with(index, byte ^ 1), `a.${extension}`)).toBeNull()
    })
    expect(sniff([0, ...starts], `a.${extension}`)).toBeNull()
  })

  it('is refused when the name says another format', () => {
    for (const [other, bytes] of KNOWN)
      if (bytes !== starts) expect(sniff(starts, `方案.${other}`), `${extension} as ${other}`).toBeNull()
  })
})

it.each(['pdf', '方案', '方案.', '方案.pdf.', '方案.pdf ', '方案.exe', 'pdf.exe', '方案.pdf.html', ''])(
  'refuses a PDF under the name "%s"',
  (name) => expect(sniff(PDF, name)).toBeNull(),
)

it.each([
  ['a.svg', [0x3c, 0x73, 0x76, 0x67]],
  ['a.html', [0x3c, 0x68, 0x74, 0x6d]],
  ['a.zip', ZIP],
  ['a.exe', [0x4d, 0x5a]],
  ['a.docx', [0x50, 0x4b, 0x05, 0x06]],
])('does not allow %s', (name, bytes) => expect(sniff(bytes, name)).toBeNull())
