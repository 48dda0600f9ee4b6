import { describe, expect, it } from 'vitest'
import { oleDirectory, oleFile, ooxmlFile, pdfFile, zipFile } from '../../../../testkit/src/office-files.ts'
import { judgeFile, kindOfBytes, readKind } from './media-type.ts'

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const PNG = bytes('\x89PNG\r\n\x1a\n')
const JPEG = bytes('\xff\xd8\xff\xe0')
const OOXML = 'application/vnd.openxmlformats-officedocument'

const judged = (name: string, content: Uint8Array) => {
  const verdict = judgeFile(name, kindOfBytes(content))
  return verdict.ok ? verdict.value : verdict.refusal
}

const KNOWN: [string, Uint8Array, string][] = [
  ['pdf', pdfFile(), 'application/pdf'],
  ['png', PNG, 'image/png'],
  ['jpg', JPEG, 'image/jpeg'],
  ['jpeg', JPEG, 'image/jpeg'],
  ['docx', ooxmlFile('docx'), `${OOXML}.wordprocessingml.document`],
  ['xlsx', ooxmlFile('xlsx'), `${OOXML}.spreadsheetml.sheet`],
  ['pptx', ooxmlFile('pptx'), `${OOXML}.presentationml.presentation`],
  ['doc', oleFile('WordDocument'), 'application/msword'],
  ['wps', oleFile('WordDocument'), 'application/msword'],
  ['xls', oleFile('Workbook'), 'application/vnd.ms-excel'],
  ['xls', oleFile('Book'), 'application/vnd.ms-excel'],
  ['et', oleFile('Workbook'), 'application/vnd.ms-excel'],
  ['ppt', oleFile('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
  ['dps', oleFile('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
]

describe.each(KNOWN)('.%s', (extension, content, type) => {
  it('is known by what is in it, whatever stands in the name before, and in capitals', () => {
    expect(judged(`方案.${extension}`, content)).toBe(type)
    expect(judged(`方案.v2.${extension.toUpperCase()}`, content)).toBe(type)
  })
  it('is refused under every other extension, with what it is in fact', () => {
    for (const [other, , itsType] of KNOWN)
      if (itsType !== type)
        expect(judged(`方案.${other}`, content)).toBe(
          `“方案.${other}”的扩展名是 .${other}，内容却是 ${kindOfBytes(content).what}。`,
        )
  })
  it('is refused with a byte before it, and without an extension', () => {
    expect(judged(`方案.${extension}`, Uint8Array.from([0, ...content]))).toMatch(/内容却是/)
    expect(judged('方案', content)).toMatch(/没有扩展名/)
  })
})

describe('an Office document of ZIP', () => {
  it.each([
    ['含宏的 Office 文档', ooxmlFile('docx', 'word/vbaProject.bin')],
    ['ZIP 压缩包', zipFile(['a.txt', 'b.txt'])],
    ['ZIP 压缩包', zipFile(['word/document.xml'])],
    ['ZIP 压缩包', zipFile(['[Content_Types].xml', 'backup/word/document.xml'])],
    ['OFD 版式文件', zipFile(['OFD.xml', 'Doc_0/Document.xml'])],
    ['OpenDocument 文档', zipFile(['mimetype', 'content.xml'])],
    ['不完整或已损坏的文件', ooxmlFile('docx').slice(0, -1)],
    ['不完整或已损坏的文件', ooxmlFile('docx').slice(0, 40)],
    ['不完整或已损坏的文件', bytes('PK\x03\x04')],
  ])('is told from %s', (what, content) => {
    expect(kindOfBytes(content)).toMatchObject({ type: null, what })
    expect(judged('方案.docx', content)).toMatch(new RegExp(`^“方案.docx”的扩展名是 .docx，内容却是 ?${what}。$`))
  })
  it('keeps its kind whatever is embedded in it, and with a comment at its end', () => {
    expect(kindOfBytes(ooxmlFile('docx', 'word/embeddings/xl/workbook.xml')).extensions).toEqual(['docx'])
    expect(kindOfBytes(zipFile(['[Content_Types].xml', 'ppt/presentation.xml'], 9, 'WPS')).extensions).toEqual(['pptx'])
  })
  it('is read from its two ends, however large it is', () => {
    const media = Array.from({ length: 3 }, (_, n) => `ppt/media/image${n}.png`)
    const large = zipFile(['[Content_Types].xml', 'ppt/presentation.xml', ...media], 300_000)
    let read = 0
    const asking = readKind(large.length)
    let step = asking.next()
    while (!step.done) {
      const { offset, length } = step.value
      read += length
      step = asking.next(large.subarray(offset, offset + length))
    }
    expect(step.value.extensions).toEqual(['pptx'])
    expect([large.length > 1_500_000, read < 300_000]).toEqual([true, true])
  })
})

describe('a compound file', () => {
  it('with a password is refused, and so are mail and what nobody knows', () => {
    expect(judged('方案.docx', oleFile('EncryptedPackage'))).toMatch(/加了密码的 Office 文档/)
    expect(judged('方案.doc', oleFile('__properties_version1.0'))).toMatch(/Outlook 邮件/)
    expect(judged('方案.doc', oleFile('Unheard'))).toMatch(/不认识/)
  })
  it('is what lies under its root: a document embedded in another does not count', () => {
    const sheet = oleDirectory([
      { name: 'Root Entry', kind: 5, child: 1 },
      { name: 'MBD0001', kind: 1, right: 2, child: 3 },
      { name: 'Workbook', kind: 2 },
      { name: 'WordDocument', kind: 2 },
    ])
    expect(kindOfBytes(sheet).extensions).toEqual(['xls', 'et'])
  })
  it('that runs in a circle, or is cut short anywhere, is refused and ends', () => {
    const circle = oleDirectory([
      { name: 'Root Entry', kind: 5, child: 1 },
      { name: 'a', kind: 2, left: 1, right: 2 },
      { name: 'b', kind: 2, right: 1 },
    ])
    expect(kindOfBytes(circle).type).toBeNull()
    const whole = oleFile('WordDocument')
    const table = whole.slice()
    new DataView(table.buffer).setUint32(512 + 4, 1, true)
    expect(kindOfBytes(table).type).toBeNull()
    for (let length = 8; length < 2048; length += 97) expect(kindOfBytes(whole.slice(0, length)).type).toBeNull()
  })
})

it.each([
  ['方案.pdf', '', '空文件'],
  ['方案.pdf', '<html><script>', '网页'],
  ['成绩.xls', '\ufeff<table>'.replace('\ufeff', '\xef\xbb\xbf'), '网页'],
  ['图.png', '<svg xmlns=', 'XML 或 SVG 文件'],
  ['方案.doc', '{\\rtf1\\ansi', 'RTF 文档'],
  ['方案.pdf', 'MZ\x90\0', '可执行程序'],
  ['照片.jpg', '\0\0\0\x18ftypheic', 'HEIC 图片（苹果手机照片）'],
  ['照片.jpg', 'RIFF\0\0\0\0WEBPVP8 ', 'WebP 图片'],
  ['录像.pdf', '\0\0\0\x18ftypmp42', '视频'],
  ['名单.xlsx', 'name,unit\n1,2', '纯文本'],
  ['方案.pdf', '\0\x01\x02', '无法识别的内容'],
])('%s that holds %j is told to be %s', (name, content, what) => {
  expect(judged(name, bytes(content))).toMatch(new RegExp(`内容却是 ?${what}。`))
})

it.each(['方案.gif', '方案.exe', '方案.zip'])('says of %s what it is', (name) => {
  const content = { gif: 'GIF89a', exe: 'MZ', zip: 'Rar!' }[name.slice(-3)] ?? ''
  expect(judged(name, bytes(content))).toMatch(/^“.*”是.*，不能作为附件。$/)
})

it.each(['pdf', '方案.', '方案.pdf.', '方案.pdf ', '方案.pdf.html', ''])(
  'refuses a PDF under the name "%s"',
  (name) => {
    expect(judgeFile(name, kindOfBytes(pdfFile())).ok).toBe(false)
  },
)
