import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { namesIn } from '../../../packages/domain/src/quality/blindness/blind.ts'
import { tellingJpeg, tellingPdf, tellingPng } from '../../../packages/testkit/src/telling-files.ts'
import { tellingDocx, tellingPptx, tellingXlsx } from '../../../packages/testkit/src/telling-office.ts'
import { layersOf, toldBy } from '../../../packages/testkit/src/telling-places.ts'
import { joined } from './clean/clean-office.ts'
import { type CleanDocument, cleanDocument } from './clean-document.ts'

const WHO = '上官翠鸟'
const UNIT = '青鸾鸟实验小学'
const TEXT = `${UNIT}研修方案`
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
}

const FILES: Record<string, [type: string, bytes: Uint8Array, text: boolean]> = {
  'a plain PDF of two revisions': [TYPES.pdf, tellingPdf({ who: WHO, text: TEXT }), true],
  'a PDF packed in streams': [TYPES.pdf, tellingPdf({ who: WHO, text: TEXT, packed: true }), true],
  'a Word document': [TYPES.docx, tellingDocx({ who: WHO, text: TEXT }), true],
  'an Excel workbook': [TYPES.xlsx, tellingXlsx({ who: WHO, text: TEXT }), true],
  'a PowerPoint presentation': [TYPES.pptx, tellingPptx({ who: WHO, text: TEXT }), true],
  'a PNG': [TYPES.png, tellingPng(WHO), false],
  'a photograph': [TYPES.jpg, tellingJpeg(WHO), false],
}

const tells = (bytes: Uint8Array, name: string) => toldBy(bytes, [name]).length > 0

function cleaned(type: string, bytes: Uint8Array): CleanDocument & { bytes: Uint8Array } {
  const made = cleanDocument(bytes, type)
  if (typeof made === 'string') throw new Error(made)
  return { ...made, bytes: joined(made.pieces) }
}

describe.each(Object.entries(FILES))('%s', (_, [type, bytes, text]) => {
  it('tells who made it before, and nobody afterwards', () => {
    expect(tells(bytes, WHO)).toBe(true)
    const made = cleaned(type, bytes)
    expect(tells(made.bytes, WHO)).toBe(false)
    expect(layersOf(made.bytes).some((layer) => layer.includes('2026-01-02') || layer.includes('20260102'))).toBe(false)
  })
  it('is the same when it is cleaned again', () => {
    const made = cleaned(type, bytes)
    expect(Buffer.from(cleaned(type, made.bytes).bytes).equals(Buffer.from(made.bytes))).toBe(true)
  })
  it(text ? 'keeps its text, and the names in it are found' : 'has no text that a machine could read', () => {
    const { text: told, whole } = cleaned(type, bytes)
    expect(namesIn(told, [UNIT, WHO, '别的学校'])).toEqual(text ? [UNIT] : [])
    expect(whole).toBe(text)
  })
  it('cut short it is refused or clean; with bytes turned it never throws', () => {
    for (let at = 10; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 40))) {
      const short = cleanDocument(bytes.subarray(0, at), type)
      if (typeof short !== 'string') expect(tells(joined(short.pieces), WHO), `at ${at}`).toBe(false)
      const turned = bytes.slice()
      turned[at] = (turned[at] ?? 0) ^ 0xff
      expect(() => cleanDocument(turned, type), `at ${at}`).not.toThrow()
    }
  })
})

describe('what is left out and what stays', () => {
  test('a photograph stays turned as it was taken, and nothing else of its EXIF', () => {
    const { bytes } = cleaned(TYPES.jpg, tellingJpeg(WHO))
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.indexOf('Exif')).toBeGreaterThan(0)
    expect(bytes[text.indexOf('Exif') - 4 + 29]).toBe(6)
    expect(text.endsWith('\xff\xd9')).toBe(true)
  })
  test('a Word document loses the parts that tell, keeps its comments under nobody’s name, and its relations hold', () => {
    const parts = unzipSync(cleaned(TYPES.docx, tellingDocx({ who: WHO, text: TEXT })).bytes)
    const names = Object.keys(parts)
    expect(names.filter((name) => /docProps|customXml|people|printer|docMetadata/.test(name))).toEqual([])
    expect(strFromU8(parts['word/comments.xml'] ?? new Uint8Array(0))).toContain('w:author="匿名"')
    const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array(0))
    expect(relations).toContain('Target="about:blank" TargetMode="External"')
    const inner = [...relations.matchAll(/Target="([^"]*)"(?! TargetMode)/g)].map(([, goal]) => `word/${goal}`)
    expect(inner.filter((goal) => !names.includes(goal))).toEqual(
      ['word/comments.xml'].filter((one) => !names.includes(one)),
    )
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array(0))
    expect(document).not.toContain('printerSettings')
  })
  test('a PDF has one revision, no properties, no script and no attached file', () => {
    for (const packed of [false, true]) {
      const text = Buffer.from(cleaned(TYPES.pdf, tellingPdf({ who: WHO, text: TEXT, packed })).bytes).toString(
        'latin1',
      )
      expect(text.match(/%%EOF/g)).toHaveLength(1)
      expect(text).not.toMatch(/\/Info|\/Metadata|\/JavaScript|\/EmbeddedFiles|\/ID\b|\/PieceInfo/)
      expect(text).toContain('/DCTDecode')
    }
  })
})

test('a PDF whose tables do not hold is cleaned by its objects, the last of each number', () => {
  const told = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/LastModified(${WHO})>>endobj\ntrailer<</Root 1 0 R/Info<</Author(${WHO})>>>>\n%% ${WHO}\n%%EOF`
  for (const tail of ['', '\nstartxref\n7\n%%EOF', '\nstartxref\n99999\n%%EOF']) {
    const { bytes } = cleaned(TYPES.pdf, Buffer.from(told + tail))
    expect([tells(bytes, WHO), Buffer.from(bytes).toString('latin1').includes('/MediaBox [0 0 9 9]')]).toEqual([
      false,
      true,
    ])
  }
})

describe('what cannot be cleaned says why', () => {
  test.each([
    [
      'a PDF under a password',
      TYPES.pdf,
      '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R/Encrypt 1 0 R>>\nstartxref\n41\n%%EOF',
      'encrypted',
    ],
    ['a PDF without a root', TYPES.pdf, '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF', 'broken'],
    ['an old Word document', 'application/msword', '\xd0\xcf\x11\xe0', 'old-format'],
    ['something unknown', 'text/plain', 'a', 'unknown'],
    ['no archive', TYPES.docx, 'PK', 'broken'],
    ['no picture', TYPES.png, 'PK', 'broken'],
  ])('%s', (_, type, text, reason) => expect(cleanDocument(Buffer.from(text, 'latin1'), type)).toBe(reason))
})
